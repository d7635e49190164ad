"""Words that look like names and mean something else."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from generator.checks.reading import Word
from generator.words.fornamn import first_names, names_that_are_words
from generator.words.kommuner import kommuner
from generator.words.swedish import fold

_PLACE_BEFORE = frozenset({"i", "från", "till", "vid", "runt", "kring", "utanför"})
_PLACE_AFTER = frozenset({"kommun", "kommuns", "kommunen", "stad", "stads", "län", "centralort"})


@cache
def places_in_words() -> frozenset[str]:
    """Every word of the kommuner's names, folded."""
    return frozenset(fold(word) for name in kommuner().values() for word in name.split())


@cache
def _other_words() -> frozenset[str]:
    return names_that_are_words() | places_in_words() | frozenset(fold(name) for name in first_names())


def is_another_word(folded: str) -> bool:
    """Whether the word is one that we know, so that nobody need have misspelt a name."""
    return folded in _other_words() or folded.removesuffix("s") in _other_words()


def is_place(words: Sequence[Word], place: int) -> bool:
    """Whether the name of a kommun stands as one: i Lund, Lunds kommun."""
    folded = words[place].folded
    if folded not in places_in_words() and folded.removesuffix("s") not in places_in_words():
        return False
    before = words[place - 1].written.casefold() if place else ""
    after = words[place + 1].written.casefold() if place + 1 < len(words) else ""
    return before in _PLACE_BEFORE or after in _PLACE_AFTER
