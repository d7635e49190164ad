"""Finds every needle in one pass over a folded text (Aho-Corasick), then looks closer at what it found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from ahocorasick_rs import BytesAhoCorasick

from generator.audit.folding import digits, fold
from generator.audit.forms import (
    SHORTEST_PHONE,
    amount_forms,
    amount_pattern,
    disguised_forms,
    exact_pattern,
    has_phone,
    national_digits,
    packed_forms,
    word_forms,
)
from generator.audit.interface import Kind, Needle, Reading
from generator.words.numbers import spelled_out

_PIECE = 131_072  # characters: what fits in the processor's cache is folded twice as fast
_OVERLAP = 4_096  # no pattern is longer
_SHORTEST_IN_NOISE = 8  # letters and digits: shorter ones stand in every picture


class Sought:
    """All needles of one audit, made ready once."""

    def __init__(self, needles: Sequence[Needle], opened: Iterable[str] = ()) -> None:
        """`opened` are e-mail addresses that may be shown: a name inside one of them is no leak."""
        self._words = _Automaton()
        self._numbers = _Automaton()
        self._packed: set[bytes] = set()
        told: set[str] = set()
        for needle in needles:
            packed, forms = packed_forms(needle), set[bytes]()
            self._packed |= packed
            if needle.kind is Kind.PHONE:
                core = national_digits(needle.value)
                if len(core) >= SHORTEST_PHONE - 1:
                    self._numbers.add(core, needle)
            elif needle.kind is Kind.AMOUNT:
                forms = amount_forms(needle.value)
            else:
                forms = word_forms(needle)
            if needle.kind in (Kind.NAME, Kind.EMAIL) or (
                needle.kind is Kind.TEXT and needle.label not in told  # of one in pieces the first is enough
            ):
                forms |= disguised_forms(needle)
            told.add(needle.label)
            for form in packed | forms:
                if len(form) < _OVERLAP // 4:
                    self._words.add(form, needle)
        self._opened = sorted({fold(address).strip() for address in opened})

    def found_in(self, reading: Reading) -> set[Needle]:
        """The needles that stand in the text."""
        words: set[Needle] = set()
        numbers: set[bytes] = set()
        sure: set[bytes] = set()  # many needles may have the same form, and a text the same words again
        text = reading.text
        for start in range(0, max(len(text), 1), _PIECE):
            piece = text[start : start + _PIECE + _OVERLAP]
            folded = fold(piece)
            as_it_lies: dict[Needle, bool] = {}
            for form, begin in self._words.matches(folded):
                if form in sure or (reading.noisy and _is_short(form)):
                    continue
                found = {
                    needle
                    for needle in self._words.needles[form]
                    if self._stands(needle, form, folded, begin)
                    and (form in self._packed or _lies(needle, piece, as_it_lies))
                }
                words |= found
                if len(found) == len(self._words.needles[form]):
                    sure.add(form)
            numbers.update(self._numbers_in(folded, numbers))
        return words.union(*(self._numbers.needles[core] for core in numbers))

    def _stands(self, needle: Needle, form: bytes, folded: bytes, start: int) -> bool:
        end = start + len(form)
        if needle.kind is Kind.AMOUNT and form not in self._packed:
            return True  # a currency may be glued to it
        return _is_whole(folded, end) and not self._in_opened(needle, folded, start, end)

    def _numbers_in(self, folded: bytes, known: set[bytes]) -> set[bytes]:
        cores = {core for core, _ in self._numbers.matches(digits(folded))} - known
        return {core for core in cores if has_phone(core, folded)}

    def _in_opened(self, needle: Needle, folded: bytes, start: int, end: int) -> bool:
        if needle.kind not in (Kind.NAME, Kind.TEXT):
            return False
        form = folded[start + 1 : end]
        for address in self._opened:
            place = address.find(form)
            if place >= 0 and folded[start + 1 - place :].startswith(address):
                return True
        return False


class _Automaton:
    """Patterns and their needles; made when it is first searched with."""

    def __init__(self) -> None:
        self.needles: dict[bytes, list[Needle]] = defaultdict(list)

    def add(self, pattern: bytes, needle: Needle) -> None:
        self.needles[pattern].append(needle)

    @cached_property
    def _patterns(self) -> list[bytes]:
        return sorted(self.needles)

    @cached_property
    def _built(self) -> BytesAhoCorasick:
        return BytesAhoCorasick(self._patterns)

    def matches(self, text: bytes) -> Iterator[tuple[bytes, int]]:
        """(pattern, start) of each match, overlapping ones too."""
        if self.needles:
            for which, start, _ in self._built.find_matches_as_indexes(text, overlapping=True):
                yield self._patterns[which], start


def _lies(needle: Needle, text: str, known: dict[Needle, bool]) -> bool:
    """Whether an id or an amount stands there unfolded too. `known` is what was found out of this text."""
    if needle.kind not in (Kind.EXACT, Kind.AMOUNT):
        return True
    if needle not in known:
        exact = needle.kind is Kind.EXACT
        pattern = exact_pattern(needle.value) if exact else amount_pattern(needle.value)
        known[needle] = pattern.search(text if exact else spelled_out(text)) is not None
    return known[needle]


def _is_short(form: bytes) -> bool:
    return len(form) - form.count(b" ") < _SHORTEST_IN_NOISE


def _is_whole(folded: bytes, end: int) -> bool:
    """Whether the word ends there: `ek` in `effekt` is no leak. The genitive's s may follow."""
    after = folded[end : end + 2]
    return after[:1] in (b"", b" ") or (after[:1] == b"s" and after[1:] in (b"", b" "))
