"""Which entries of a record are about the same person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.records.persons import Person
from generator.words.numbers import national, spelled_out
from generator.words.swedish import fold

_WORD = re.compile(r"[^\W_]+")


def entries_of(person: Person, persons: Sequence[Person]) -> list[Person]:
    """Somebody with two roles stands twice in the record, and withdraws once.

    Two entries with the same name, address or number, however written, are one person's; so are
    two that a third one joins.
    """
    found, marks = [person], _marks(person)
    left = [entry for entry in persons if entry is not person]
    while joined := [entry for entry in left if not marks.isdisjoint(_marks(entry))]:
        found += joined
        marks = marks.union(*map(_marks, joined))
        left = [entry for entry in left if entry not in joined]
    return found


def is_called(person: Person, asked: str) -> bool:
    """Whether `asked` is the person's whole name, address or number, however written."""
    probe = Person.model_construct(role="", name=asked, email=asked, phone=asked)
    return not _marks(person).isdisjoint(_marks(probe))


def _marks(person: Person) -> frozenset[tuple[str, str]]:
    """What tells who an entry is about, in one spelling."""
    words = sorted(_WORD.findall(fold(spelled_out(person.name or ""))))  # Lindeby, Tova
    marks = (
        ("namn", " ".join(words)),
        ("e-post", fold(person.email or "")),
        ("telefon", national(person.phone or "")),
    )
    return frozenset(mark for mark in marks if mark[1])
