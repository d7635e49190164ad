"""Rule 4: withdrawn consent and objection beat the terms and every earlier consent."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.gate.interface import BarRule, Case, Permit, Reason
from generator.records.persons import Person, PersonField
from generator.words.numbers import national, spelled_out
from generator.words.swedish import fold

_WORD = re.compile(r"[^\W_]+")


def _judge(case: Case, person: Person, _field: PersonField, permit: Permit) -> Reason | None:
    for entry in _entries_of(person, case.record.persons):
        for when, text in (
            (entry.withdrawn, "Personen har tagit tillbaka sitt samtycke."),
            (entry.objection, "Personen har invänt mot publicering."),
        ):
            # A consent given after that day is a new one and stands.
            if (
                when is not None
                and when.first_day <= case.day
                and (permit.given is None or permit.given <= when.last_day)
            ):
                return Reason(RULE.name, text)
    return None


def _entries_of(person: Person, persons: Sequence[Person]) -> list[Person]:
    """Somebody with two roles stands twice in the record, and withdraws once.

    Two entries with the same name, address or number, however written, are one person's; so are
    two that a third one joins.
    """
    if all(entry.withdrawn is None and entry.objection is None for entry in persons):
        return []
    found, marks = [person], _marks(person)
    left = [entry for entry in persons if entry is not person]
    while joined := [entry for entry in left if not marks.isdisjoint(_marks(entry))]:
        found += joined
        marks = marks.union(*map(_marks, joined))
        left = [entry for entry in left if entry not in joined]
    return found


def _marks(person: Person) -> frozenset[tuple[str, str]]:
    """What tells who an entry is about, in one spelling."""
    words = sorted(_WORD.findall(fold(spelled_out(person.name or ""))))  # Lindeby, Tova
    marks = (
        ("namn", " ".join(words)),
        ("e-post", fold(person.email or "")),
        ("telefon", national(person.phone or "")),
    )
    return frozenset(mark for mark in marks if mark[1])


RULE = BarRule(
    name="aterkallat",
    sentence="Återkallat samtycke och invändning går före villkor och tidigare samtycken.",
    judge=_judge,
)
