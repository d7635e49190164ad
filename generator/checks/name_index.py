"""The parts of the sought persons' names, by each form in which they may be written."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.checks.reading import Word
from generator.words.fornamn import names_that_are_words
from generator.words.swedish import fold, visible

_PART = re.compile(r"[^\W\d_]+")
_PARTICLES = frozenset(
    {"af", "av", "von", "van", "de", "der", "den", "la", "le", "du", "di", "da", "el", "al"}
)
_SHORTEST_FUZZY = 4
SHORTEST_GLUED = 4
_SHORTEST_STEM = 5  # of a name that something is hung on
_LETTERS_OF_AN_ACCOUNT = 3  # tovlin


@dataclass(frozen=True)
class Part:
    """One part of the name of `person`; `surname` when it is not of the first word of the name."""

    person: int
    folded: str
    plain: str
    surname: bool

    @property
    def word(self) -> bool:
        """Whether it is also a word of the language: a Sten, and sten på sten."""
        return self.folded in names_that_are_words()

    def accents_agree(self, word: Word) -> bool:
        """Nordén is not norden."""
        return word.written.casefold() in (self.plain, f"{self.plain}s", f"{self.plain}es")

    def slipped(self, word: Word) -> bool:
        """Whether a letter is missing, too many or out of place.

        With another letter in its place it may be another name: Lindberg, Lundberg.
        """
        return any(
            not with_one_less(form).isdisjoint(with_one_less(word.folded))
            and (len(form) != len(word.folded) or sorted(form) == sorted(word.folded))
            for form in (self.folded, f"{self.folded}s")
        )


class NameIndex:
    """`names` are (person, name)."""

    def __init__(self, names: Iterable[tuple[int, str]]) -> None:
        self._exact: dict[str, set[Part]] = defaultdict(set)
        self._near: dict[str, set[Part]] = defaultdict(set)
        self._ends: set[str] = set()
        self._stems: dict[str, set[Part]] = defaultdict(set)
        self.glued: dict[str, set[int]] = defaultdict(set)
        self.initials: dict[str, set[Part]] = defaultdict(set)
        for person, name in names:
            parts = list(_parts(person, name))
            for part in parts:
                self._add(part)
            for form in _glued([part.folded for part in parts]):
                self.glued[form].add(person)
            for joined, halves in _joined_halves(name):
                self._exact[joined].update(part for part in parts if part.folded in halves)

    def _add(self, part: Part) -> None:
        self.initials[part.folded[0]].add(part)
        if len(part.folded) >= _SHORTEST_STEM and not part.word:
            self._stems[part.folded].add(part)
        for form in (part.folded, f"{part.folded}s", f"{part.folded}es"):
            self._exact[form].add(part)
            self._ends |= {form[:2], form[-2:]}
            if len(part.folded) >= _SHORTEST_FUZZY:
                for shorter in with_one_less(form):
                    self._near[shorter].add(part)

    def exact(self, word: Word) -> set[Part]:
        """The parts that the word is, perhaps in the genitive."""
        return self._exact.get(word.folded, _NONE)

    def stems(self, word: Word) -> Iterator[tuple[Part, str]]:
        """The parts that the word begins with, and what is hung on them: Lindeby, `modellen`."""
        for length in range(_SHORTEST_STEM, len(word.folded)):
            for part in self._stems.get(word.folded[:length], ()):
                yield part, word.folded[length:]

    def near(self, word: Word) -> set[Part]:
        """The parts that the word is but for at most one letter."""
        if len(word.folded) < _SHORTEST_FUZZY - 1:
            return self.exact(word)
        close = (self._near.get(shorter, _NONE) for shorter in with_one_less(word.folded))
        return self.exact(word).union(*close)

    def may_be_near(self, word: Word) -> bool:
        """Quick and rough: one slip leaves the beginning or the end of a long word as it was."""
        return word.folded[:2] in self._ends or word.folded[-2:] in self._ends


_NONE: set[Part] = set()


def name_words(name: str) -> list[str]:
    """The folded parts of a name that tell somebody; not the particles of `von` and `af`."""
    return [part.folded for part in _parts(0, name)]


def _parts(person: int, name: str) -> Iterator[Part]:
    found = [
        Part(person, fold(match[0]), match[0].casefold(), surname=number > 0)
        for number, group in enumerate(visible(name).split())
        for match in _PART.finditer(group)
    ]
    telling = [part for part in found if part.folded not in _PARTICLES]
    yield from telling or found


def _glued(parts: list[str]) -> Iterator[str]:
    """The first name and each other part in one word: tovalindeby, lindebytova, tlindeby, tovlin."""
    for first, other in ((a, b) for a in parts[:1] for b in parts[1:]):
        cut = _LETTERS_OF_AN_ACCOUNT
        yield from (
            first + other,
            other + first,
            first[0] + other,
            other + first[0],
            first[:cut] + other[:cut],
        )


def _joined_halves(name: str) -> Iterator[tuple[str, list[str]]]:
    """Anna-Lena is written Annalena too."""
    for group in visible(name).split():
        halves = [fold(match[0]) for match in _PART.finditer(group)]
        if len(halves) > 1:
            yield "".join(halves), halves


def with_one_less(word: str) -> set[str]:
    """The word and each form that lacks one letter: two words one edit apart share such a form."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}
