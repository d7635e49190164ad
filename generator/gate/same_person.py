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
    found = [person]
    left = [entry for entry in persons if entry is not person]
    while joined := [entry for entry in left if any(same(entry, other) for other in found)]:
        found += joined
        left = [entry for entry in left if entry not in joined]
    return found


def is_called(person: Person, asked: str) -> bool:
    """Whether `asked` is the person's whole name, address or number, however written."""
    probe = Person.model_construct(role="", name=asked, email=asked, phone=asked)
    return not marks(person).isdisjoint(marks(probe))


def same(one: Person, other: Person) -> bool:
    """Whether the two entries, of one record or of two, are about the same person."""
    return not marks(one).isdisjoint(marks(other)) or _longer_name(one, other)


def _longer_name(one: Person, other: Person) -> bool:
    """Tova Maria Lindeby is Tova Lindeby: of two readings the one that withholds more."""
    fewer, more = sorted((_words(one), _words(other)), key=len)
    return len(fewer) > 1 and set(fewer) <= set(more)


def _words(person: Person) -> list[str]:
    return sorted(_WORD.findall(fold(spelled_out(person.name or ""))))  # Lindeby, Tova


def marks(person: Person) -> frozenset[tuple[str, str]]:
    """What tells who an entry is about, in one spelling."""
    found = (
        ("namn", " ".join(_words(person))),
        ("e-post", fold(person.email or "")),
        ("telefon", national(person.phone or "")),
    )
    return frozenset(mark for mark in found if mark[1])
