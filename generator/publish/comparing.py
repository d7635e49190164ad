"""Compares the working tree with a git revision: what each channel would show more, less or otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.answers.difference.differences import differences, gathered
from generator.answers.difference.rows import CHANGED, GONE, PUBLIC, Change, Difference
from generator.checks.interface import Subject
from generator.publish.build import UnknownForbundError
from generator.publish.judging import check, judge
from generator.publish.reading import Configuration, read_configuration
from generator.publish.revision import read_revision
from generator.storage.load import Loaded, load_records
from generator.storage.located import LocatedRecord
from generator.storage.stored import Blob, Stored
from generator.words.channels import PORTAL, Channel, ChannelKind
from generator.words.findings import Finding, Severity, has_errors, in_order

_ALL_NEW = "Mappen {} fanns inte i {}. Allt i den räknas som nytt."
_OLD_BROKEN = "{} fel i {}: det som inte går att läsa räknas som inte offentligt där."
_OLD_CONFIG = "Inställningarna i {} går inte att läsa. Inget räknas som offentligt där."
_STOPS = "Bygget stoppas av felen. Inget av det här publiceras förrän de är rättade."
_HAND_WRITTEN = ("sidor", "medier")


@dataclass(frozen=True)
class Compared:
    """`difference` is None when the working tree's configuration cannot be read."""

    difference: Difference | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class _Version:
    configuration: Configuration | None
    records: tuple[LocatedRecord, ...]


def compare(content: Path, config: Path, revision: str, channel: Channel | None, day: date) -> Compared:
    """`channel` None compares every channel. Raises RevisionError, UnknownForbundError."""
    stored, stored_config = read_revision(content, revision), read_revision(config, revision)
    configuration, wrong = read_configuration(config)
    loaded = load_records(content)
    if configuration is None:
        return Compared(None, in_order((*wrong, *loaded.findings)))
    notes = [_ALL_NEW.format(one.shown, revision) for one in (stored, stored_config) if not one.blobs]
    alike = _alike(content, stored)
    old = _old_version(stored, stored_config, configuration, loaded, alike, revision, notes)
    new = _Version(configuration, loaded.records)
    same_terms = _files(config) == {name: blob.data for name, blob in stored_config.blobs.items()}
    channels = _channels(channel, old, new)
    rows: dict[str, tuple[Change, ...]] = {}
    findings = [*wrong, *loaded.findings]
    for one in channels:
        touched = _touched(old, new, alike) if same_terms else None
        now = _judged(new, one, day, touched)
        errors = [finding for finding in check(now.values()) if finding.severity is Severity.ERROR]
        findings += errors
        files = {finding.file for finding in errors}
        unsound = frozenset(key for key, subject in now.items() if subject.located.file in files)
        rows[one.name] = differences(_judged(old, one, day, touched), now, unsound)
    pages = _hand_written(content, stored, tuple(one.name for one in channels if one.has_site))
    if has_errors(findings):
        notes.append(_STOPS)
    difference = Difference(
        revision=revision,
        day=day,
        channels=tuple(one.name for one in channels),
        changes=(*gathered(rows), *pages),
        notes=tuple(notes),
    )
    return Compared(difference, in_order(findings))


def _old_version(
    stored: Stored,
    stored_config: Stored,
    today: Configuration,
    loaded: Loaded,
    alike: Set[str],
    revision: str,
    notes: list[str],
) -> _Version:
    """The revision, judged by today's rules. Records that are the same bytes are not read twice."""
    if not stored.blobs or not stored_config.blobs:
        return _Version(None, ())
    names = sorted(rule for rule in today.rulebook.names)
    configuration, wrong = read_configuration(stored_config, names)
    other = {name: blob for name, blob in stored.blobs.items() if name not in alike}
    found = load_records(replace(stored, blobs=other)) if _has_records(other) else Loaded((), ())
    same = tuple(one for one in loaded.records if _file(one) in alike)
    if configuration is None:
        notes.append(_OLD_CONFIG.format(revision))
    if errors := [f for f in (*wrong, *found.findings) if f.severity is Severity.ERROR]:
        notes.append(_OLD_BROKEN.format(len(errors), revision))
    return _Version(configuration, (*same, *found.records))


def _has_records(blobs: Mapping[str, Blob]) -> bool:
    return any(name.startswith("insatser/") for name in blobs)


def _file(located: LocatedRecord) -> str:
    return f"insatser/{located.folder}/{located.slug}.yml"


def _alike(content: Path, stored: Stored) -> frozenset[str]:
    """The records whose bytes are the same in both versions."""
    return frozenset(
        name
        for name, blob in stored.blobs.items()
        if name.startswith("insatser/") and blob.kind == "file" and _bytes(content / name) == blob.data
    )


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() and not path.is_symlink() else None


def _files(folder: Path) -> dict[str, bytes]:
    """Every file below the folder as git would keep it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()
    }


def _channels(asked: Channel | None, old: _Version, new: _Version) -> Sequence[Channel]:
    forbund: set[str] = set()
    for version in (old, new):
        if version.configuration is not None:
            forbund |= set(version.configuration.forbund)
    if asked is not None:
        if asked.forbund is not None and asked.forbund not in forbund:
            raise UnknownForbundError(asked.forbund)
        return (asked,)
    own = (Channel(ChannelKind.FORBUNDSWEBB, one) for one in sorted(forbund))
    return (PORTAL, *own, Channel(ChannelKind.SOCIAL_MEDIA), Channel(ChannelKind.OPEN_DATA))


def _touched(old: _Version, new: _Version, alike: Set[str]) -> frozenset[str]:
    """The ids of the records that may come out otherwise when the configuration is the same.

    Those that changed, those that have a relation to them, and what both kinds have relations to.
    """
    both = (*old.records, *new.records)
    changed = {one.value.id for one in both if _file(one) not in alike}
    near = {one.value.id for one in both if any(link.target in changed for link in one.value.relations)}
    linked = {link.target for one in both if one.value.id in changed | near for link in one.value.relations}
    return frozenset(changed | near | linked)


def _judged(version: _Version, channel: Channel, day: date, only: Set[str] | None) -> Mapping[str, Subject]:
    if version.configuration is None:
        return {}
    if channel.forbund is not None:
        records: Iterable[LocatedRecord] = (one for one in version.records if one.folder == channel.forbund)
    else:
        records = version.records
    chosen = [one for one in records if only is None or one.value.id in only]
    return {one.located.value.id: one for one in judge(chosen, version.configuration, channel, day)}


def _hand_written(content: Path, stored: Stored, channels: tuple[str, ...]) -> Iterable[Change]:
    """Pages written by hand and media: which are new, changed and gone."""
    if not channels:
        return
    old = {name: blob.data for name, blob in stored.blobs.items() if name.split("/")[0] in _HAND_WRITTEN}
    new = {f"{top}/{name}": data for top in _HAND_WRITTEN for name, data in _files(content / top).items()}
    for name in sorted({*old, *new}):
        if old.get(name) == new.get(name):
            continue
        kind = PUBLIC if name not in old else GONE if name not in new else CHANGED
        text = "Sidan skriven för hand" if name.startswith("sidor/") else "Filen"
        yield Change(
            kind=kind,
            insats=name,
            field="",
            person=None,
            role=None,
            text=text,
            rule="sida",
            ground=None,
            terms=None,
            clause=None,
            until=None,
            file=f"{stored.shown}/{name}",
            line=1,
            channels=channels,
        )
