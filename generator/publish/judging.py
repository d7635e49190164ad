"""Opens the gate, the only place that does, and runs the checks over what it said."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.audit.scan import Needle
from generator.checks.interface import Register, Subject
from generator.checks.run import run_checks
from generator.gate.door import open_doors
from generator.gate.interface import Case
from generator.gate.outcome import Opened
from generator.publish.reading import Configuration
from generator.records.persons import FIELDS, datum
from generator.storage.located import LocatedRecord
from generator.words.channels import Channel
from generator.words.findings import Finding, in_order

# What tells who somebody is. Titles and organisations stand in the texts with good reason.
_TELLING = frozenset({"namn", "e-post", "telefon"})


def judge(
    records: Iterable[LocatedRecord], configuration: Configuration, channel: Channel, day: date
) -> tuple[Subject, ...]:
    """Every record through the gate, in the records' order."""
    found = tuple(records)
    cases = [
        Case(
            record=located.value,
            slug=located.slug,
            terms=configuration.terms.get(located.value.terms),
            settings=configuration.settings,
            channel=channel,
            day=day,
        )
        for located in found
    ]
    outcomes = open_doors(cases, configuration.rulebook)
    return tuple(map(Subject, found, cases, outcomes))


def check(judged: Iterable[Subject]) -> tuple[Finding, ...]:
    """Every finding of every check, in order."""
    return in_order(run_checks(Register(tuple(judged))))


def withheld(judged: tuple[Subject, ...]) -> tuple[Needle, ...]:
    """What the finished site must not tell: data of persons, and the ids of whole records.

    A value that the same site shows on another ground (the same person, in another role or another
    insats) is not withheld.
    """
    values: list[tuple[str, str, bool]] = []
    needles: list[Needle] = []
    for one in judged:
        public = {verdict.path for verdict in one.outcome.verdicts if verdict.public}
        for index, person in enumerate(one.case.record.persons):
            for field in FIELDS:
                value = datum(person, field)
                if value is not None and field in _TELLING:
                    path = f"personer[{index}].{field}"
                    values.append((f"{one.located.file}, {path}", value, path in public))
        if not isinstance(one.outcome, Opened):
            needles.append(Needle(f"{one.located.file}, id", one.case.record.id, exact=True))
            if one.outcome.tombstone is None:
                address = f"insatser/{one.case.record.forbund}/{one.case.slug}"
                needles.append(Needle(f"{one.located.file}, adress", address, exact=True))
    shown = {value.casefold() for _, value, public in values if public}
    needles += [Needle(label, value) for label, value, _ in values if value.casefold() not in shown]
    return tuple(needles)
