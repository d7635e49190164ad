"""What a version history holds of a person, as the answers tell it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.checks.name_index import name_words
from generator.checks.names import Sought, find_in
from generator.words.numbers import national, spelled_out
from generator.words.swedish import fold


@dataclass(frozen=True)
class Remembered:
    """One commit (its short name) that wrote the person's data into one file."""

    commit: str
    day: date
    file: str


@dataclass(frozen=True)
class Memory:
    """`rows` oldest first; `whole` is False in a shallow clone, which has not everything."""

    rows: tuple[Remembered, ...]
    whole: bool


@dataclass(frozen=True)
class Summed:
    """One file: how many commits wrote the data into it, the first and the last of them."""

    file: str
    commits: int
    first: date
    last: date


def summed(memory: Memory) -> tuple[Summed, ...]:
    """By file."""
    files: dict[str, list[date]] = {}
    for row in memory.rows:
        files.setdefault(row.file, []).append(row.day)
    return tuple(Summed(file, len(days), min(days), max(days)) for file, days in sorted(files.items()))


def holder(sought: Sequence[Sought]) -> Callable[[str], bool]:
    """Tells of any text whether it names the person for sure. Most texts are answered by a quick look."""
    names = [name_words(item.value) for item in sought if item.field == "namn"]
    emails = [fold(item.value) for item in sought if item.field == "e-post"]
    phones = [national(item.value)[1:] for item in sought if item.field == "telefon"]

    def may(text: str) -> bool:
        folded = fold(spelled_out(text))
        digits = re.sub(r"\D", "", folded) if phones else ""
        return (
            any(all(word in folded for word in words) for words in names)
            or any(email in folded for email in emails)
            or any(phone in digits for phone in phones)
        )

    def holds(text: str) -> bool:
        return may(text) and any(hit.sure for hit in find_in(text, sought))

    return holds
