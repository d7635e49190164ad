"""Takes a person out of every record's file. All files are written, or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.answers.person.forgotten import Forgotten, taken, unnamed
from generator.answers.person.mentions import mentions, sought_of
from generator.answers.person.remembered import holder
from generator.answers.person.who import Entry, find_person
from generator.gate.same_person import entries_of, is_called
from generator.publish.elsewhere import path_of, read_elsewhere
from generator.publish.recollection import recall
from generator.publish.rewriting import Rewritten, discard_leftovers, write_all
from generator.publish.swap import alone
from generator.records.persons import Person
from generator.storage.editing import EditRefusedError, without_persons
from generator.storage.folders import YamlFile
from generator.storage.load import load_config, load_records, read_record
from generator.storage.located import LocatedRecord
from generator.words.findings import Finding, Position


class SeveralPersonsError(Exception):
    """The name is that of several persons; `places` are (file, line) of the first entry of each."""

    def __init__(self, places: Sequence[tuple[str, int]]) -> None:
        self.places = tuple(places)
        super().__init__("several persons")


@dataclass(frozen=True)
class ForgetAnswer:
    """`forgotten` is None, and nothing was written, when there are findings."""

    forgotten: Forgotten | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class _Edit:
    """One file, and the record that is read from it afterwards."""

    rewritten: Rewritten
    record: LocatedRecord


def forget(content: Path, config: Path, asked: str, *, write: bool) -> ForgetAnswer:
    """Without `write` nothing is changed and the answer is the same.

    Raises SeveralPersonsError when the name does not tell whom, OSError when a file cannot be written.
    """
    with alone(content.resolve()):
        if write:
            discard_leftovers(content / "insatser")
        loaded = load_records(content)
        if loaded.findings:
            return ForgetAnswer(None, loaded.findings)
        found = find_person(loaded.records, asked)
        if len(found.persons) > 1:
            raise SeveralPersonsError(
                [(entries[0].located.file, entries[0].line) for entries in found.persons]
            )
        entries = found.persons[0] if found.persons else ()
        sought = sought_of(entries, asked)
        edits, refused = _edits(content, entries)
        if refused:
            hidden = (replace(finding, file=unnamed(finding.file, sought)) for finding in refused)
            return ForgetAnswer(None, tuple(hidden))
        left = [edits[one.file].record if one.file in edits else one for one in loaded.records]
        possible = [_moved(entry, entries, edits) for entry in found.possible]
        elsewhere = read_elsewhere(content, config, left)
        edited = {file: edit.rewritten.after.decode("utf-8-sig") for file, edit in edits.items()}
        roles = load_config(config).vocabularies.get("roller")
        forgotten = Forgotten(
            taken=tuple(taken(entry, roles) for entry in entries),
            mentions=mentions(left, sought, elsewhere.with_sources(edited)),
            possible=tuple((entry.located.file, entry.line) for entry in possible),
            history=recall(content, holder(sought)) if sought else None,
            written=write,
            searched=bool(sought),
        )
        if write:
            # Those that answer to the name go last: a run that is killed can be run again by the same name.
            answering = {one.located.file for one in entries if is_called(one.person, asked.strip())}
            last = sorted(edits, key=lambda file: file in answering)
            write_all([edits[file].rewritten for file in last])
    return ForgetAnswer(forgotten.without_names(sought), ())


def _edits(content: Path, entries: Sequence[Entry]) -> tuple[dict[str, _Edit], list[Finding]]:
    """Each file's edit by its name, and a finding for each file that must be edited by hand."""
    edits: dict[str, _Edit] = {}
    refused: list[Finding] = []
    for located in {entry.located.file: entry.located for entry in entries}.values():
        own = [entry for entry in entries if entry.located is located]
        edit = _uncovered(located, own) or _edit(path_of(content, located), located, own)
        if isinstance(edit, Finding):
            refused.append(edit)
        else:
            edits[located.file] = edit
    return edits, refused


def _uncovered(located: LocatedRecord, gone: Sequence[Entry]) -> Finding | None:
    """An entry that would be shown when the others are gone.

    The gate withholds all entries that may be about one person when one of them has withdrawn; here they may
    be two, and one stays.
    """
    persons = located.value.persons
    left = [person for index, person in enumerate(persons) if index not in {one.index for one in gone}]
    for index, person in enumerate(persons):
        if any(one is person for one in left) and not _no(person, persons) <= _no(person, left):
            place = located.at("personer", index)
            message = (
                "Personen kan vara samma som den som ska tas ut och döljs bara av dennes nej eller sekretess."
            )
            advice = (
                "Inget är ändrat i någon fil. Skriv samma återkallat, invändning eller sekretess här, eller "
                "ta bort personen för hand, och kör kommandot igen."
            )
            return Finding(located.file, Position(place.line, place.column), "glom-person", message, advice)
    return None


def _no(person: Person, persons: Sequence[Person]) -> set[tuple[str, object]]:
    """What withholds the person, of those in the record whom the gate takes for the same."""
    return {
        (key, value)
        for one in entries_of(person, persons)
        for key, value in (("å", one.withdrawn), ("i", one.objection), ("s", one.secrecy))
        if value is not None
    }


def _moved(entry: Entry, gone: Sequence[Entry], edits: Mapping[str, _Edit]) -> Entry:
    """An entry that stays, as it stands without those before it."""
    file = entry.located.file
    if file not in edits:
        return entry
    before = sum(one.located.file == file and one.index < entry.index for one in gone)
    return Entry(edits[file].record, entry.index - before)


def _edit(path: Path, located: LocatedRecord, entries: Sequence[Entry]) -> _Edit | Finding:
    indexes = {entry.index for entry in entries}
    record = located.value
    left = [person for index, person in enumerate(record.persons) if index not in indexes]
    try:
        before = path.read_bytes()
        after = without_persons(before, indexes)
    except (OSError, EditRefusedError):
        return _refused(located, entries[0])
    reads_as_before, reads_as_after = (
        read_record(YamlFile(located.file, located.slug, located.folder, data))[0] for data in (before, after)
    )
    if reads_as_before is None or reads_as_after is None:
        return _refused(located, entries[0])
    expected = record.model_copy(update={"persons": left})
    if reads_as_before.value != record or reads_as_after.value != expected:
        return _refused(located, entries[0])
    return _Edit(Rewritten(path, before, after), reads_as_after)


def _refused(located: LocatedRecord, entry: Entry) -> Finding:
    place = located.at("personer", entry.index)
    message = "Personen går inte att ta ut härifrån utan att något annat ändras."
    advice = "Inget är ändrat i någon fil. Ta bort personen för hand här och kör kommandot igen."
    return Finding(located.file, Position(place.line, place.column), "glom-person", message, advice)
