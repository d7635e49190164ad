"""Finds all that the register holds about the person that somebody asks about, and has it told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from generator.answers.explain.explanation import explain
from generator.answers.person.holdings import Held, Holding, Holdings, held
from generator.answers.person.mentions import Mention, mentions, sought_of
from generator.answers.person.remembered import holder, summed
from generator.answers.person.who import Entry, find_person
from generator.checks.interface import Subject
from generator.gate.account import account
from generator.publish.elsewhere import read_elsewhere
from generator.publish.explaining import channels_of, sentences_of, with_relations
from generator.publish.judging import judge
from generator.publish.reading import Configuration, read_inputs
from generator.publish.recollection import recall
from generator.storage.located import LocatedRecord
from generator.words.findings import Finding


@dataclass(frozen=True)
class HoldingAnswer:
    """`holdings` is None when the configuration cannot be read. `findings` are of the files left out."""

    holdings: Holdings | None
    findings: tuple[Finding, ...]


def holdings_of(content: Path, config: Path, asked: str, day: date) -> HoldingAnswer:
    """`asked` is a whole name, address or number, however written. Nobody found is an answer too."""
    inputs = read_inputs(content, config)
    configuration = inputs.configuration
    if configuration is None:
        return HoldingAnswer(None, inputs.findings)
    found = find_person(inputs.records, asked)
    elsewhere = read_elsewhere(content, config, inputs.records)
    where = _Published(inputs.records, configuration, day)

    def holding(entries: Sequence[Entry]) -> Holding:
        sought = sought_of(entries, asked)
        memory = recall(content, holder(sought)) if sought else None
        return Holding(
            held=tuple(_held(entry, inputs.records, configuration, day) for entry in entries),
            mentions=tuple(map(where.told, mentions(inputs.records, sought, elsewhere, entries))),
            history=summed(memory) if memory is not None else None,
            history_whole=memory is None or memory.whole,
        )

    possible = [(entry.located.file, entry.line) for entry in found.possible]
    persons = [holding(entries) for entries in found.persons or [()]]
    if not any(map(_tells, persons)):
        possible += [(one.file, one.line) for person in persons for one in person.mentions]
    holdings = Holdings(
        day=day,
        longest=configuration.settings.contact_end.longest.text,
        persons=tuple(filter(_tells, persons)),
        possible=tuple(dict.fromkeys(possible)),
        sentences=sentences_of(configuration),
    )
    return HoldingAnswer(holdings, inputs.findings)


def _tells(person: Holding) -> bool:
    """Whether the register has anything that is the person's for sure."""
    return bool(person.held or person.history or any(one.sure for one in person.mentions))


class _Published:
    """Where the fields of the records are public; each record is judged when it is first asked about."""

    def __init__(self, records: Sequence[LocatedRecord], configuration: Configuration, day: date) -> None:
        self._by_file = {located.file: located for located in records}
        self._judged = cache(lambda file: _judged(self._by_file[file], records, configuration, day))

    def told(self, mention: Mention) -> Mention:
        """The same, with the channels where it is public."""
        if mention.file not in self._by_file:
            return mention
        verdicts = [
            (subject.case.channel, one.verdict)
            for subject in self._judged(mention.file)
            for one in account(subject.case, subject.outcome)
            if one.verdict.path == mention.field
        ]
        channels = tuple(channel for channel, verdict in verdicts if verdict.public)
        return replace(mention, channels=channels) if verdicts else mention


def _held(entry: Entry, records: Sequence[LocatedRecord], configuration: Configuration, day: date) -> Held:
    return held(entry, explain(_judged(entry.located, records, configuration, day), [entry.index]))


def _judged(
    located: LocatedRecord, records: Sequence[LocatedRecord], configuration: Configuration, day: date
) -> list[Subject]:
    """The record on each of its channels."""
    related = with_relations(located, records)
    return [judge(related, configuration, channel, day)[0] for channel in channels_of(located)]
