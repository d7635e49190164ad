"""Compares the working tree with a git revision: what each channel would show more, less or otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.answers.difference.differences import differences, gathered
from generator.answers.difference.rows import Difference
from generator.checks.interface import Subject
from generator.checks.look import check_pictures
from generator.publish.beside import hand_written_changes, settings_changes
from generator.publish.following import follow
from generator.publish.hand_written import read_hand_written, strange_folders
from generator.publish.judging import check
from generator.publish.reading import read_configuration
from generator.publish.revision import read_revision
from generator.publish.versions import Version, Versions, old_version, same_bytes
from generator.storage.load import load_records
from generator.words.channels import Channel
from generator.words.findings import Finding, Severity, has_errors, in_order

_ALL_NEW = "Mappen {} fanns inte i {}. Allt i den räknas som nytt."
_STOPS = "Bygget stoppas av felen. Inget av det här publiceras förrän de är rättade."
_NEW_BROKEN = "{} i arbetskatalogen går inte att läsa och är inte med i jämförelsen."


@dataclass(frozen=True)
class Compared:
    """`difference` is None when the working tree's configuration cannot be read."""

    difference: Difference | None
    findings: tuple[Finding, ...]


def compare(content: Path, config: Path, revision: str, channel: Channel | None, day: date) -> Compared:
    """`channel` None compares every channel. Raises RevisionError, UnknownForbundError."""
    stored, stored_config = read_revision(content, revision), read_revision(config, revision)
    configuration, wrong = read_configuration(config)
    loaded = load_records(content)
    if configuration is None:
        return Compared(None, in_order((*wrong, *loaded.findings)))
    notes = [_ALL_NEW.format(one.shown, revision) for one in (stored, stored_config) if not one.blobs]
    alike = same_bytes(content, stored)
    own = read_hand_written(content)
    pictures = check_pictures(configuration.forbund_files, own.media)
    folders = strange_folders(own, content, configuration.forbund)
    findings = [*wrong, *loaded.findings, *own.findings, *folders, *pictures]
    broken = {finding.file for finding in loaded.findings if finding.severity is Severity.ERROR}
    if broken:
        notes.append(_NEW_BROKEN.format("1 post" if len(broken) == 1 else f"{len(broken)} poster"))
    old = old_version(stored, stored_config, configuration, loaded, alike, revision, notes)
    old = replace(old, records=tuple(one for one in old.records if one.file not in broken))
    versions = Versions(old, Version(configuration, loaded.records), alike)
    channels = versions.channels(channel)
    rows, found = {}, list[Finding]()
    for one in channels:
        ids = versions.ids_on(one) & versions.touched
        was, now = (version.judged(ids, one, day) for version in (versions.old, versions.new))
        wrong_now = check(now)
        rows[one.name] = differences(_by_id(was), _by_id(now), _unsound(now, wrong_now))
        found += wrong_now
    followed = follow(versions, channels, day)
    notes += followed.notes
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
        later=followed.rows,
    )
    return Compared(difference, in_order(findings))


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
