"""Finds a person's name, e-mail address or phone number in running text.

Names are compared folded (case, accents, hyphens, invisible characters), part by part, in any
order and in the genitive. A full name is found with one letter wrong in each part, too, when those
parts have capitals. Nicknames, descriptions and a lone misspelt surname are not found: free text
cannot be proven free of people.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.records.persons import PersonField
from generator.words.numbers import national
from generator.words.swedish import fold, visible

_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\+?\d(?:[\s()/.\u2010-\u2015-]*\d){5,}")
_SHORTEST = 3  # a name of two letters would be found in every text
_SHORTEST_FUZZY = 4
_SHORTEST_PHONE = 6  # digits; shorter runs stand in every budget


@dataclass(frozen=True)
class Sought:
    """What must not be found: `field` is `namn`, `e-post` or `telefon`; `person` its index."""

    person: int
    field: PersonField
    value: str


@dataclass(frozen=True)
class _Word:
    folded: str
    capital: bool
    line: int


_Part = tuple[int, str]  # a person and one folded part of the person's name


def find_in(
    text: str, sought: Sequence[Sought], shown: Sequence[str] = (), *, lower_case: bool = False
) -> Iterator[tuple[int, int]]:
    """(line from 0, person) for each line and person found; each pair once, in order.

    `lower_case` for what is written without capitals (addresses, search words): there one part of a
    name tells somebody in small letters too.

    `shown` are names that may stand in the text. A part that a sought name shares with one of them
    (a surname, say) tells nobody by itself.
    """
    seen = visible(text)
    names = tuple(item for item in sought if item.field == "namn")
    shared = frozenset(word.folded for name in shown for word in _words(name))
    found = set(_names(seen, _index(names), shared)) if names else set()
    if lower_case and names:
        found.update(_lone(seen, _index(names), shared))
    for item in sought:
        if item.field == "e-post":
            found.update((line, item.person) for line in _emails(seen, item.value))
        elif item.field == "telefon":
            found.update((line, item.person) for line in _phones(seen, item.value))
    yield from sorted(found)


def _words(text: str) -> list[_Word]:
    return [
        _Word(fold(match[0]), match[0][0].isupper(), number)
        for number, line in enumerate(text.split("\n"))
        for match in _WORD.finditer(line)
    ]


class _Index:
    """The name parts of the sought persons, by each form in which they may be written."""

    def __init__(self, names: Sequence[Sought]) -> None:
        self._exact: dict[str, set[_Part]] = defaultdict(set)
        self._near: dict[str, set[_Part]] = defaultdict(set)
        for item in names:
            for word in _words(item.value):
                part = (item.person, word.folded)
                for form in (word.folded, f"{word.folded}s", f"{word.folded}es"):
                    self._exact[form].add(part)
                    if len(word.folded) >= _SHORTEST_FUZZY:
                        for shorter in _with_one_less(form):
                            self._near[shorter].add(part)

    def exact(self, word: _Word) -> set[_Part]:
        """The parts that the word is, perhaps in the genitive."""
        return self._exact.get(word.folded, set())

    def near(self, word: _Word) -> set[_Part]:
        """The parts that the word is or, when it is written as a name, is but for one letter."""
        # Without a capital "steg för steg" would be Stig Sten, and "egen hand" Hans Gren.
        if not word.capital or len(word.folded) < _SHORTEST_FUZZY - 1:
            return self.exact(word)
        close = (self._near.get(shorter, set()) for shorter in _with_one_less(word.folded))
        return self.exact(word).union(*close)


@lru_cache(maxsize=8)
def _index(names: tuple[Sought, ...]) -> _Index:
    return _Index(names)


def _names(text: str, index: _Index, shared: frozenset[str]) -> Iterator[tuple[int, int]]:
    words = _words(text)
    near = [index.near(word) for word in words]
    for place, word in enumerate(words):
        # One part alone, written as a name.
        if word.capital:
            alone = (who for who, part in index.exact(word) if len(part) >= _SHORTEST and part not in shared)
            yield from ((word.line, who) for who in alone)
        # Two different parts: side by side however they are written (tova.lindeby), or with other
        # names between them. "Var och en på hans egen gren" is not Hans Gren.
        reach = range(place + 2, min(place + 4, len(words))) if word.capital else range(0)
        further = (near[other] for other in reach if words[other].capital)
        following = set().union(*near[place + 1 : place + 2], *further)
        for who, part in near[place]:
            if any(other_who == who and other != part for other_who, other in following):
                yield word.line, who


def _lone(text: str, index: _Index, shared: frozenset[str]) -> Iterator[tuple[int, int]]:
    """One part of a name, however written. Short ones are words too: `per`, `ek`."""
    for word in _words(text):
        for who, part in index.exact(word):
            if len(part) >= _SHORTEST_FUZZY and part not in shared:
                yield word.line, who


def _with_one_less(word: str) -> set[str]:
    """The word and each form that lacks one letter: two words one edit apart share such a form."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _emails(text: str, email: str) -> Iterator[int]:
    needle = fold(email)
    return (number for number, line in enumerate(text.split("\n")) if needle in fold(line))


def _phones(text: str, phone: str) -> Iterator[int]:
    wanted = national(phone)
    if len(wanted) < _SHORTEST_PHONE:
        return
    forms = (wanted, f"46{wanted[1:]}") if wanted[0] == "0" else (wanted,)
    # A number may go on in the next line: the page joins the lines of a paragraph.
    for match in _DIGITS.finditer(text):
        places = [place for place in range(*match.span()) if text[place].isdigit()]
        digits = "".join(text[place] for place in places)
        # 390 06 15, as it is dialled in its own town.
        if len(digits) >= _SHORTEST_PHONE and wanted.endswith(digits):
            yield text.count("\n", 0, places[0])
        for form in forms:
            for found in re.finditer(form, digits):
                yield text.count("\n", 0, places[found.start()])
