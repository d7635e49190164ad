"""Opens the gate, the only place that does, and runs the checks over what it said."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.checks.interface import Register, Subject
from generator.checks.run import run_checks
from generator.gate.door import open_doors
from generator.gate.interface import Case
from generator.publish.reading import Configuration
from generator.storage.located import LocatedRecord
from generator.words.channels import Channel
from generator.words.findings import Finding, in_order


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


def check(judged: Iterable[Subject], among: Iterable[Subject] | None = None) -> tuple[Finding, ...]:
    """Every finding of every check, in order; of all, or of those `among` them that are asked for."""
    return in_order(run_checks(Register(tuple(judged)), among))
