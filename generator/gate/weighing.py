"""Each permit for a person's datum, weighed against every bar."""

from __future__ import annotations

from collections.abc import Iterator

from generator.gate.interface import Case, Permit, Reason
from generator.gate.rulebook import Rulebook
from generator.records.persons import Person, PersonField


def weighed(
    case: Case, rulebook: Rulebook, person: Person, field: PersonField
) -> Iterator[tuple[Permit, Reason | None]]:
    """Each permit, and the first reason that takes it back: None when it stands."""
    for ground in rulebook.grounds:
        for permit in ground.permits(case, person, field):
            reasons = (bar.judge(case, person, field, permit) for bar in rulebook.bars)
            yield permit, next((reason for reason in reasons if reason is not None), None)
