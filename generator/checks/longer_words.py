"""Longer words that begin with a name: Tuvalien, Lindebyarna, lindebyska, Lindebymodellen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.checks.known_words import is_another_word
from generator.checks.name_index import NameIndex, Part
from generator.checks.reading import Word
from generator.words.fornamn import surnames

_ENDINGS = frozenset({"n", "en", "ns", "ens"})
_OF_A_FAMILY = _ENDINGS | {
    "ar", "ars", "arna", "arnas", "are", "aren", "arens", "erna", "ernas", "sk", "ska", "skt",
}  # fmt: skip
_LONG_STEM = 6  # of a surname in a compound; without a capital one more
_SHORTEST_TAIL = 4


class Longer(NamedTuple):
    """A part of a sought name in a longer word; `sure` when it is inflected, not when it is in a compound."""

    part: Part
    sure: bool


def told_by(index: NameIndex, word: Word) -> Iterator[Longer]:
    """The names that the word begins with, unless it is a name or a word of its own."""
    if index.exact(word) or word.folded in surnames() or is_another_word(word.folded):
        return
    least = _LONG_STEM if word.capital else _LONG_STEM + 1
    for part, tail in index.stems(word):
        if word.capital and tail in (_OF_A_FAMILY if part.surname else _ENDINGS):
            yield Longer(part, sure=True)
        elif part.surname and len(part.folded) >= least and len(tail) >= _SHORTEST_TAIL:
            yield Longer(part, sure=False)
