"""Words that look like names and mean something else, or somebody else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from generator.checks.reading import Reading, Word
from generator.words.fornamn import first_names, names_that_are_words, surnames
from generator.words.kommuner import kommuner
from generator.words.swedish import fold

_PLACE_BEFORE = frozenset({"i", "från", "till", "vid", "runt", "kring", "utanför"})
_PLACE_AFTER = frozenset({"kommun", "kommuns", "kommunen", "stad", "stads", "län", "centralort"})
# Svensson et al., 2009; Brulin och Svensson, 2011; Svensson (2009). A date is no year.
_CITATION = re.compile(
    r"(?: et\.? al\.?| m\.? ?fl\.?| (?:och|&) [^\W\d_]+)?(?:, ?| ?\()(?:19|20)\d\d[a-z]?\b(?![-/.]\d)"
)
_BESIDE, _BESIDE_IN_ADDRESS = frozenset(" \u00a0\n"), frozenset("._-")


@cache
def places_in_words() -> frozenset[str]:
    """Every word of the kommuner's names, folded."""
    return frozenset(fold(word) for name in kommuner().values() for word in name.split())


@cache
def _first_names() -> frozenset[str]:
    return frozenset(fold(name) for name in first_names())


@cache
def _other_words() -> frozenset[str]:
    return names_that_are_words() | places_in_words() | _first_names()


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


def is_author(reading: Reading, word: Word) -> bool:
    """Whether a year follows, as after the author of a book."""
    return _CITATION.match(reading.text, word.end) is not None


def is_anothers(reading: Reading, words: Sequence[Word], place: int, *, surname: bool, address: bool) -> bool:
    """Whether the name beside it makes it somebody else's: Karin Andersson, for Karin Lindeby."""
    first, second = (place - 1, place) if surname else (place, place + 1)
    if first < 0 or second >= len(words):
        return False
    between = reading.text[words[first].end : words[second].start]
    if reading.text.startswith("-", words[second].end) and not address:
        return False  # only half a name
    name = words[first if surname else second]
    if between not in (_BESIDE_IN_ADDRESS if address else _BESIDE) or not (address or name.capital):
        return False
    if surname:
        return name.folded in _first_names()
    return name.folded in surnames() or name.folded.removesuffix("s") in surnames()
