"""Compares the working tree with a git revision: what each channel would show more, less or otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.answers.difference.differences import differences, gathered
from generator.answers.difference.rows import Difference
from generator.checks.interface import Subject, spaced
from generator.checks.look import check_pictures
from generator.publish.beside import hand_written_changes, settings_changes
from generator.publish.hand_written import read_hand_written, strange_folders
from generator.publish.judging import check, judge
from generator.publish.preparing import UnknownForbundError
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
_NEW_BROKEN = "{} i arbetskatalogen går inte att läsa och är inte med i jämförelsen."


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
    own = read_hand_written(content)
    pictures = check_pictures(configuration.forbund_files, own.media)
    folders = strange_folders(own, content, configuration.forbund)
    findings = [*wrong, *loaded.findings, *own.findings, *folders, *pictures]
    broken = {finding.file for finding in loaded.findings if finding.severity is Severity.ERROR}
    if broken:
        notes.append(_NEW_BROKEN.format("1 post" if len(broken) == 1 else f"{len(broken)} poster"))
    old = _old_version(stored, stored_config, configuration, loaded, alike, revision, notes)
    old = replace(old, records=tuple(one for one in old.records if one.file not in broken))
    new = _Version(configuration, loaded.records)
    same_terms = _files(config) == {name: blob.data for name, blob in stored_config.blobs.items()}
    touched = _touched(old, new, alike) if same_terms else None
    channels = _channels(channel, old, new)
    judged, found = {}, list[Finding]()
    for one in channels:
        ids = _ids_of(one, old, new) if touched is None else _ids_of(one, old, new) & touched
        judged[one.name] = tuple(_judged(version, one, day, ids) for version in (old, new))
        found += check(judged[one.name][1])
    rows = {
        name: differences(_by_id(was), _by_id(now), _unsound(now, found))
        for name, (was, now) in judged.items()
    }
    findings += [finding for finding in found if finding.severity is Severity.ERROR]
    if has_errors(findings):
        notes.append(_STOPS)
    difference = Difference(
        revision=revision,
        day=day,
        channels=tuple(one.name for one in channels),
        changes=(
            *gathered(rows),
            *hand_written_changes(own, stored, channels),
            *settings_changes(stored_config.shown, old.configuration, configuration, channels),
        ),
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

    Those that changed, those that have a relation to them, and what both kinds have relations to. And those
    that the title of a changed one names, since it is not quoted when such a title is hidden.
    """
    both = (*old.records, *new.records)
    changed = {one.value.id for one in both if _file(one) not in alike}
    near = {one.value.id for one in both if any(link.target in changed for link in one.value.relations)}
    linked = {link.target for one in both if one.value.id in changed | near for link in one.value.relations}
    titles = [spaced(one.value.name) for one in new.records if one.value.id in changed]
    rest = (one.value for one in new.records if one.value.id not in changed)
    named = {
        one.id
        for one in rest
        if any(spaced(name) in title for title in titles for name in (one.name, *one.other_names))
    }
    return frozenset(changed | near | linked | named)


def _ids_of(channel: Channel, old: _Version, new: _Version) -> frozenset[str]:
    """The records that a channel may have had or may get: on a förbund's own web only its own."""
    both = (*old.records, *new.records)
    return frozenset(one.value.id for one in both if channel.forbund in (None, one.folder))


def _judged(version: _Version, channel: Channel, day: date, only: Set[str]) -> tuple[Subject, ...]:
    if version.configuration is None:
        return ()
    chosen = (one for one in version.records if one.value.id in only)
    return judge(chosen, version.configuration, channel, day)


def _by_id(judged: Iterable[Subject]) -> Mapping[str, Subject]:
    return {one.located.value.id: one for one in judged}


def _unsound(judged: Iterable[Subject], found: Iterable[Finding]) -> frozenset[str]:
    """The ids of records with an error, or with any doubt about the title: it may tell what is withheld."""
    files = {finding.file for finding in found if finding.severity is Severity.ERROR}
    lines = {(finding.file, finding.position.line) for finding in found}
    return frozenset(
        one.located.value.id
        for one in judged
        if one.located.file in files or (one.located.file, one.located.at("namn").line) in lines
    )
