"""A text as a visitor sees it, word by word, with the way back to the places in the editor's file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from generator.words.swedish import fold, visible

_MARKUP = re.compile(r"\*\*(?P<bold>[^*\n]+)\*\*|\[(?P<label>[^\[\]\n]+)\]\((?P<href>[^()\s]+)\)")
_WORD = re.compile(r"[^\W\d_]+")
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
        return self.written[0].isupper()


class Reading:
    """A text without markup and invisible characters. The addresses of its links are `links`."""

    def __init__(self, text: str) -> None:
        self._original = text
        seen = visible(text)
        # Composing a letter or dropping an invisible one moves what follows.
        self._moved = len(seen) != len(text)
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
        """(line, column), both from 0, in the editor's text of what begins at `start` in `text`."""
        piece = bisect_right(self._starts, start) - 1
        return self.place_written(self._origins[piece] + start - self._starts[piece])

    def place_written(self, start: int) -> tuple[int, int]:
        """The same, for a place in the text with its markup (a link's address)."""
        if self._moved:
            seen = visible(self._original)
            return seen.count("\n", 0, start), 0
        line = self._original.count("\n", 0, start)
        return line, start - (self._original.rfind("\n", 0, start) + 1)

    def words(self) -> list[Word]:
        """Every word, in order."""
        return [Word(m.start(), m.end(), m[0], fold(m[0])) for m in _WORD.finditer(self.text)]

    def different_words(self) -> Iterator[Word]:
        """Each way in which some word is written, once; its place tells nothing."""
        return (Word(0, 0, written, fold(written)) for written in set(_WORD.findall(self.text)))

    def hosts(self) -> list[tuple[int, int]]:
        """Where internet domains stand."""
        return [match.span() for match in _HOST.finditer(self.text)]

    def opens_a_sentence(self, start: int) -> bool:
        """Whether a word here has its capital from being the first."""
        return _BEFORE_A_SENTENCE.search(self.text[max(0, start - 12) : start]) is not None or start == 0
