"""Each permit for a person's datum, weighed against every bar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from generator.gate.interface import Case, Permit, Reason
from generator.gate.rulebook import Rulebook
from generator.gate.withdrawals import withdrawals
from generator.records.persons import Person, PersonField


def weighed(
    case: Case, rulebook: Rulebook, person: Person, field: PersonField
) -> Iterator[tuple[Permit, Reason | None]]:
    """Each permit, and the first reason that takes it back: None when it stands."""
    for ground in rulebook.grounds:
        for permit in ground.permits(case, person, field):
            reasons = (bar.judge(case, person, field, permit) for bar in rulebook.bars)
            reason = next((reason for reason in reasons if reason is not None), None)
            yield (_until_taken_back(case, person, permit) if reason is None else permit), reason


def _until_taken_back(case: Case, person: Person, permit: Permit) -> Permit:
    """A word against publication that is written for a later day ends the permit the day before."""
    ends = [one.first_day - timedelta(days=1) for one in withdrawals(case, person, permit)]
    if not ends:
        return permit
    return replace(permit, until=min(ends if permit.until is None else [*ends, permit.until]))
