"""Judges each word of a text: is it a sought person's name for sure, perhaps, or somebody else's?"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from sys import maxsize

from generator.checks.known_words import is_another_word, is_anothers, is_author, is_place
from generator.checks.longer_words import told_by
from generator.checks.name_index import SHORTEST_GLUED, NameIndex, Part, name_words
from generator.checks.reading import Reading, Word
from generator.words.fornamn import surnames

_SHORTEST = 3  # a name of two letters would be found in every text
_SHORTEST_LOWER_CASE = 5  # without a capital; a shorter name is a word of some language
_SHORTEST_IN_ADDRESS = 4
_SHORTEST_MISSPELT = 6  # a lone surname
_SHORTEST_GLUED_IN_PROSE = 7
_HANDLE = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}(?=@)")


@dataclass(frozen=True)
class _Seen:
    """A word in its surroundings."""

    word: Word
    parts: set[Part]
    opens: bool
    address: bool
    host: bool
    whole_handle: bool
    place: bool
    author: bool
    before_surname: bool
    after_first_name: bool

    def is_somebody_else(self, part: Part) -> bool:
        """Whether what stands beside it says so. A rare surname tells the family all the same."""
        if not part.surname:
            return self.before_surname
        return part.folded in surnames() and (self.author or self.after_first_name)


class NameSearch:
    """`names` are (person, name), `shown` the names that may stand in the text.

    Unless they are `listed`, names of persons, only the whole name is sure, with capitals or in an address:
    somebody may ask for an "Ingen Alls", and *ingen* stands in every text.
    """

    def __init__(self, names: tuple[tuple[int, str], ...], shown: tuple[str, ...], *, listed: bool) -> None:
        self._listed = listed
        self._index = NameIndex(names)
        self._shared = frozenset(part for name in shown for part in name_words(name))
        self._empty = not names

    def in_words(
        self, reading: Reading, lower_case: bool, organisation: bool
    ) -> Iterator[tuple[int, int, bool]]:
        """(start, person, sure) of each hit, some more than once."""
        if self._empty:
            return
        different = {word.written: word for word in reading.different_words()}
        parts = {written: self._parts(word) for written, word in different.items()}
        longer = {
            written: [one for one in told_by(self._index, word) if one.part.folded not in self._shared]
            for written, word in different.items()
        }
        known = any(parts.values()) or any(longer.values())
        if not known and not any(w.folded in self._index.glued for w in different.values()):
            return
        words = reading.words()
        near = [parts[word.written] for word in words]
        handles = [match.span() for match in _HANDLE.finditer(reading.text)]
        hosts = reading.hosts()
        for place, word in enumerate(words):
            yield from (
                (word.start, one.part.person, one.sure and self._listed) for one in longer[word.written]
            )
            if not near[place] and word.folded not in self._index.glued:
                continue
            handle = _around(handles, word)
            address = lower_case or handle is not None
            seen = _Seen(
                word,
                near[place],
                opens=not organisation and reading.opens_a_sentence(word.start),
                address=address,
                host=_around(hosts, word) is not None,
                whole_handle=handle == (word.start, word.end),
                place=is_place(words, place),
                author=is_author(reading, word),
                # Beside another whom we seek, both are meant.
                before_surname=not any(near[place + 1 : place + 2])
                and is_anothers(reading, words, place, surname=False, address=address),
                after_first_name=not any(near[max(0, place - 1) : place])
                and is_anothers(reading, words, place, surname=True, address=address),
            )
            yield from ((word.start, *told) for told in self._glued(seen))
            yield from ((word.start, *told) for told in self._alone(seen))
            yield from ((word.start, *told) for told in self._pair(reading, words, near, place, seen))

    def _parts(self, word: Word) -> set[Part]:
        """What the word may be.

        Without a capital "steg för steg" would be Stig Sten: only long surnames are sought misspelt there.
        """
        index = self._index
        if word.capital:
            return index.near(word)
        exact = index.exact(word)
        if exact or len(word.folded) < _SHORTEST_MISSPELT or not index.may_be_near(word):
            return exact
        if is_another_word(word.folded):
            return exact  # "per person" is not Per Persson
        return {part for part in index.near(word) if part.surname and len(part.folded) > _SHORTEST_MISSPELT}

    def _glued(self, seen: _Seen) -> Iterator[tuple[int, bool]]:
        shortest = SHORTEST_GLUED if seen.address else _SHORTEST_GLUED_IN_PROSE
        if len(seen.word.folded) >= shortest:
            for person in self._index.glued.get(seen.word.folded, ()):
                yield person, self._listed or seen.whole_handle

    def _alone(self, seen: _Seen) -> Iterator[tuple[int, bool]]:
        exact = self._index.exact(seen.word)
        for part in seen.parts:
            if part.folded in self._shared:
                continue
            sure = self._told_alone(seen, part) if part in exact else self._told_misspelt(seen, part)
            if sure is not None:
                yield part.person, sure and self._listed

    @staticmethod
    def _told_alone(seen: _Seen, part: Part) -> bool | None:
        """Whether the part by itself tells the person for sure, perhaps (False), or not at all."""
        length, agrees = len(part.folded), part.accents_agree(seen.word)
        if seen.whole_handle and length >= _SHORTEST:
            return True
        if seen.address and length >= _SHORTEST_IN_ADDRESS:
            return not part.word and not seen.is_somebody_else(part)
        if seen.word.capital:
            unsure = part.word and (seen.opens or not agrees)
            return not (unsure or seen.place or seen.is_somebody_else(part)) if length >= _SHORTEST else None
        if seen.host or part.word or length < _SHORTEST_LOWER_CASE or seen.place:
            return None
        return agrees

    @staticmethod
    def _told_misspelt(seen: _Seen, part: Part) -> bool | None:
        if not part.surname or part.word or len(part.folded) < _SHORTEST_MISSPELT or seen.host:
            return None
        if is_another_word(seen.word.folded):
            return None
        known = seen.word.folded in surnames() or seen.word.folded.removesuffix("s") in surnames()
        # SMAIL and SMAILs are a method, and nobody Ismail.
        return seen.word.written.istitle() and not seen.opens and not known and part.slipped(seen.word)

    def _pair(
        self, reading: Reading, words: list[Word], near: list[set[Part]], place: int, seen: _Seen
    ) -> Iterator[tuple[int, bool]]:
        """Two different parts side by side however they are written (tova.lindeby), or an initial.

        Parts with capitals may have other names between them.
        """
        word = words[place]
        reach = range(place + 1, min(place + 4, len(words)))
        for other in reach:
            if other > place + 1 and not (word.capital and words[other].capital):
                continue
            for part in near[place]:
                for second in near[other]:
                    if part.person == second.person and part.folded != second.folded:
                        capital = (word.capital and not seen.opens) or (
                            words[other].capital and not reading.opens_a_sentence(words[other].start)
                        )
                        telling = self._tells(word, part) or self._tells(words[other], second)
                        whole = word.capital and words[other].capital
                        sure = capital or telling if self._listed else whole
                        yield part.person, seen.address or sure
        for step in (-1, 1):
            beside = place + step
            if 0 <= beside < len(words) and len(words[beside].folded) == 1:
                yield from self._initial(reading, word, words[beside])

    def _tells(self, word: Word, part: Part) -> bool:
        """Whether the word is no word but a name, and written so."""
        return not part.word and (word.capital or part in self._index.exact(word))

    def _initial(self, reading: Reading, word: Word, initial: Word) -> Iterator[tuple[int, bool]]:
        first, second = (word, initial) if word.start < initial.start else (initial, word)
        between = reading.text[first.end : second.start]
        if between in (".", "_"):
            # t.lindeby, tova.l
            pass
        elif (
            not (word.capital and initial.capital) or "\n" in between or between.strip() not in ("", ".", ",")
        ):
            return
        elif first is word and "." in between:
            return  # the end of one sentence and the beginning of another
        for part in self._index.exact(word):
            others = self._index.initials.get(initial.folded, ())
            if any(other.person == part.person and other.folded != part.folded for other in others):
                yield part.person, self._listed


def _around(spans: list[tuple[int, int]], word: Word) -> tuple[int, int] | None:
    """The span, of those in order, that the word stands in."""
    at = bisect_right(spans, (word.start, maxsize)) - 1
    return spans[at] if at >= 0 and word.start < spans[at][1] else None
