"""A text as a visitor sees it, word by word, with the way back to the places in the editor's file."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from generator.words.swedish import fold, visible

_MARKUP = re.compile(r"\*\*(?P<bold>[^*\n]+)\*\*|\[(?P<label>[^\[\]\n]+)\]\((?P<href>[^()\s]+)\)")
# Letters, also with digits that a scanner took for letters; and l e t t e r s set apart, as for emphasis.
_WORD = re.compile(
    r"(?<![^\W_])[^\W\d_](?: [^\W\d_]){3,}(?![^\W_])"
    r"|(?:(?<![^\W_])[0156])?[^\W\d_]+(?:[0156][^\W\d_]+)*"
)
_PLAIN = re.compile("[a-z]+")
# What a reader takes for Latin letters: a scanner's digits; Cyrillic; Greek, small, as it looks when capital.
_LOOKALIKES = str.maketrans(
    "0156аеорсухіјѕктмнвԁһαβεζηικμνορτυχ",
    "olsoaeopcyxijsktmhbdhabezhikmnoptyx",
)
# Where nobody writes a capital but for the name of an organisation.
_HOST = re.compile(
    r"(?<=@)[\w.-]+|(?<=://)[\w.:-]+"
    r"|(?<![\w.-])(?:[\w-]{1,63}\.){1,8}(?:se|nu|eu|com|org|net|info|example)\b"
)
_BEFORE_A_SENTENCE = re.compile(r"(?:^|[.!?\n\u2022\u00a7])[^\w\n]*(?:\d+[.)]\s*)?[^\w\n]*\Z")


class Word(NamedTuple):
    """A word, where it begins and ends in the text read, and how it was written."""

    start: int
    end: int
    written: str
    folded: str

    @property
    def capital(self) -> bool:
        """Whether it is written as a name."""
        return self.written[0].isupper() or self.written[0].isdigit()


def _word(start: int, end: int, written: str) -> Word:
    letters = written.replace(" ", "")
    folded = fold(letters)
    return Word(start, end, letters, folded if _PLAIN.fullmatch(folded) else folded.translate(_LOOKALIKES))


class Reading:
    """A text without markup and invisible characters. The addresses of its links are `links`."""

    def __init__(self, text: str) -> None:
        self._written = unicodedata.normalize("NFC", text)
        seen = visible(self._written)
        # Where each character that is seen was written, when some are not.
        self._kept = (
            [place for place, char in enumerate(self._written) if visible(char)]
            if len(seen) != len(self._written)
            else None
        )
        self._starts, self._origins = [0], [0]
        self.links: list[tuple[int, str]] = []
        self.text = self._plain(seen) if "**" in seen or "](" in seen else seen

    def _plain(self, seen: str) -> str:
        kept: list[str] = []
        length = end = 0

        def keep(start: int, stop: int) -> None:
            nonlocal length
            self._starts.append(length)
            self._origins.append(start)
            kept.append(seen[start:stop])
            length += stop - start

        for match in _MARKUP.finditer(seen):
            keep(end, match.start())
            keep(*match.span("bold" if match["bold"] is not None else "label"))
            if match["href"] is not None:
                self.links.append((match.start("href"), match["href"]))
            end = match.end()
        keep(end, len(seen))
        return "".join(kept)

    def place(self, start: int) -> tuple[int, int]:
        """(line, column), both from 0, in the editor's text (NFC) of what begins at `start` in `text`."""
        piece = bisect_right(self._starts, start) - 1
        return self.place_written(self._origins[piece] + start - self._starts[piece])

    def place_written(self, start: int) -> tuple[int, int]:
        """The same, for a place in the text with its markup (a link's address)."""
        place = start if self._kept is None else self._kept[start]
        return self._written.count("\n", 0, place), place - (self._written.rfind("\n", 0, place) + 1)

    def words(self) -> list[Word]:
        """Every word, in order."""
        return [_word(m.start(), m.end(), m[0]) for m in _WORD.finditer(self.text)]

    def different_words(self) -> Iterator[Word]:
        """Each way in which some word is written, once; its place tells nothing."""
        return (_word(0, 0, written) for written in set(_WORD.findall(self.text)))

    def hosts(self) -> list[tuple[int, int]]:
        """Where internet domains stand."""
        return [match.span() for match in _HOST.finditer(self.text)]

    def opens_a_sentence(self, start: int) -> bool:
        """Whether a word here has its capital from being the first."""
        return _BEFORE_A_SENTENCE.search(self.text[max(0, start - 12) : start]) is not None or start == 0
