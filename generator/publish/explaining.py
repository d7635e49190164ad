"""Finds the record that somebody asks about, judges it on each channel, and has it explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.answers.explain.explanation import Explanation, explain
from generator.checks.interface import Subject
from generator.gate.same_person import is_called
from generator.publish.judging import check, judge
from generator.publish.preparing import UnknownForbundError
from generator.publish.reading import Configuration, read_inputs
from generator.storage.located import LocatedRecord
from generator.words.channels import Channel, every_channel
from generator.words.findings import Finding, Severity, in_order
from generator.words.swedish import did_you_mean, fold


class NoSuchRecordError(Exception):
    """No record answers to the name; `near` is one that is called almost so."""

    def __init__(self, near: str | None) -> None:
        self.near = near
        super().__init__("no such record")


class NoSuchPersonError(Exception):
    """Nobody in the record answers to the name, role or number."""


@dataclass(frozen=True)
class Explained:
    """`explanation` is None when the record or the configuration cannot be read: see `findings`.

    With an explanation `findings` are the record's errors, for which a build would stop. `elsewhere` counts
    the errors in other files. `sentences` says each rule in words.
    """

    explanation: Explanation | None
    findings: tuple[Finding, ...]
    elsewhere: int
    sentences: Mapping[str, str]


@dataclass(frozen=True)
class Question:
    """Which record: its file, `förbund/slug`, address or id. `person`: a number, role, name, address.

    `channel` None asks for every channel.
    """

    record: str
    person: str | None
    channel: Channel | None
    day: date


def answer(content: Path, config: Path, question: Question) -> Explained:
    """Raises NoSuchRecordError, NoSuchPersonError, UnknownForbundError."""
    inputs = read_inputs(content, config)
    name = _name(question.record)
    # A record may stand in a folder that cannot be read.
    own = tuple(f for f in inputs.findings if _stem(f.file) == name or f.rule == "mapp-saknas")
    located = next((one for one in inputs.records if name in _names(one)), None)
    if located is None and not own:
        near = did_you_mean(name, [f"{one.folder}/{one.slug}" for one in inputs.records])
        raise NoSuchRecordError(near)
    configuration = inputs.configuration
    if located is None or configuration is None:
        broken = own if located is None else inputs.findings
        return Explained(None, broken, len(inputs.findings) - len(broken), {})
    channels = _channels(question.channel, located, configuration)
    related = with_relations(located, inputs.records)
    judged = [judge(related, configuration, channel, question.day) for channel in channels]
    subjects = [among[0] for among in judged]
    found = {finding for among in judged for finding in check(among)}
    errors = [f for f in found if f.file == located.file and f.severity is Severity.ERROR]
    persons = _persons(subjects[0], question.person) if question.person is not None else None
    explanation = explain(subjects, persons)
    return Explained(explanation, in_order(errors), len(inputs.findings), sentences_of(configuration))


_DENY = "Det som ingen regel öppnar visas inte."


def sentences_of(configuration: Configuration) -> dict[str, str]:
    """Each rule in words, by name."""
    rulebook = configuration.rulebook
    rules = (*rulebook.whole, *rulebook.fields, *rulebook.grounds, *rulebook.bars)
    return {rule.name: rule.sentence for rule in rules} | {"neka": _DENY}


def _name(asked: str) -> str:
    """`content/insatser/a/b.yml`, `/insatser/a/b/` and `a/b` → `a/b`; an id stands as it is."""
    parts = [part for part in asked.replace("\\", "/").split("/") if part]
    return "/".join(parts[-2:]).removesuffix(".yml")


def _stem(file: str) -> str:
    return _name(file) if file.endswith(".yml") else ""


def _names(located: LocatedRecord) -> tuple[str, str]:
    return f"{located.folder}/{located.slug}", located.value.id


def _channels(
    asked: Channel | None, located: LocatedRecord, configuration: Configuration
) -> Sequence[Channel]:
    if asked is None:
        return channels_of(located)
    if asked.forbund is not None and asked.forbund not in configuration.forbund:
        raise UnknownForbundError(asked.forbund)
    return (asked,)


def channels_of(located: LocatedRecord) -> Sequence[Channel]:
    """Every channel that the record may be on."""
    return every_channel((located.value.forbund,))


def with_relations(located: LocatedRecord, records: Sequence[LocatedRecord]) -> list[LocatedRecord]:
    """The record first, then those that it names: whether they are public decides the link."""
    targets = {relation.target for relation in located.value.relations}
    return [located, *(one for one in records if one.value.id in targets and one is not located)]


def _persons(subject: Subject, asked: str) -> list[int]:
    people = subject.case.record.persons
    found = [
        index
        for index, person in enumerate(people)
        if asked == str(index + 1) or fold(asked) == fold(person.role) or is_called(person, asked)
    ]
    if not found:
        raise NoSuchPersonError
    return found
