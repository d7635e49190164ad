"""A page → its lines from the top down, what was filled in among them; a row of a table is one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from generator.importing.lines import join
from generator.importing.pdf.annotations import Annotation

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.table import Table

_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+|https?://\S+")
_BOLD = re.compile("bold|black|heavy", re.IGNORECASE)
_ITALIC = re.compile("italic|oblique", re.IGNORECASE)
_APART = 3  # points between the feet of two lines, at the least
_Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True)
class Line:
    """`filled` when it is an answer in a field, which no line of the page goes on into."""

    top: float
    right: float
    text: str
    row: bool = False
    filled: bool = False


@dataclass(frozen=True)
class Word:
    """A printed word, or what was filled in: an answer with all its lines."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    font: str = ""
    filled: bool = False

    def is_in(self, box: _Box) -> bool:
        """Whether the middle of its first letter's side is inside the box."""
        middle = (self.top + self.bottom) / 2
        return box[0] <= self.left <= box[2] and box[1] <= middle <= box[3]


def lines_of(
    page: Page, words: Sequence[Word], filled: Sequence[Annotation], *, with_tables: bool
) -> list[Line]:
    """The page's lines. `words` are all of its own, `filled` its answers and marks."""
    if not words:
        return list(_labelled(filled))
    said = [one for one in _beside(filled, words) if not _is_printed(one, words)]
    found = page.find_tables() if with_tables else []
    tables = [table for table in found if _columns(table) > 1]
    free = page
    for table in tables:
        free = free.outside_bbox(table.bbox)
    outside = [one for one in said if not any(one.is_in(table.bbox) for table in tables)]
    lines = [*_text_lines([*words_of(free), *outside])]
    for table in tables:
        lines += _rows(page, table, said)
    return sorted(lines, key=lambda line: line.top)


def words_of(page: Page) -> list[Word]:
    """The printed words of a page, or of a part of one."""
    found = page.extract_words(extra_attrs=["fontname"], keep_blank_chars=False, use_text_flow=False)
    return [
        Word(
            str(one["text"]),
            float(one["x0"]),
            float(one["top"]),
            float(one["x1"]),
            float(one["bottom"]),
            str(one["fontname"]),
        )
        for one in found
    ]


def _labelled(filled: Iterable[Annotation]) -> Iterator[Line]:
    """A page that is a picture: there the fields' own names are the only labels that can be read."""
    for one in sorted(filled, key=lambda one: (one.top, one.left)):
        if one.kind == "mark":
            yield Line(one.top, 0, f"{one.text} {one.label}", filled=True)
            continue
        for text in (one.label, *one.text.split("\n")):
            yield Line(one.top, 0, text, filled=True)


def _beside(filled: Iterable[Annotation], words: Sequence[Word]) -> Iterator[Word]:
    """Each as a word on the same line as the printed words that stand beside its box, or its first line."""
    for one in filled:
        middles = [(word, (word.top + word.bottom) / 2) for word in words]
        feet = [word.bottom for word, middle in middles if one.top <= middle <= one.bottom]
        foot = min(feet, default=one.line)
        yield Word(one.text, one.left, one.top, one.right, foot, filled=one.kind == "answer")


def _is_printed(answer: Word, words: Sequence[Word]) -> bool:
    """Whether the page says it already, in the same place: a program may have drawn it there too."""
    box = (answer.left, answer.top, answer.right, answer.bottom + _APART)
    inside = "".join(word.text for word in words if word.is_in(box))
    return answer.filled and "".join(answer.text.split()) in inside


def _columns(table: Table) -> int:
    return max(sum(cell is not None for cell in row.cells) for row in table.rows)


def _text_lines(words: Iterable[Word]) -> Iterator[Line]:
    line: list[Word] = []
    for word in sorted(words, key=lambda word: (round(word.bottom), word.left)):
        if line and abs(word.bottom - line[0].bottom) > _APART:
            yield from _pieces(line)
            line = []
        line.append(word)
    if line:
        yield from _pieces(line)


def _pieces(words: Sequence[Word]) -> Iterator[Line]:
    """What is printed on one line, and each answer on lines of its own after its label.

    A label beside an answer does not go on below, however far to the right it stands.
    """
    labels = any(word.filled for word in words)
    for filled, group in groupby(words, key=lambda word: word.filled):
        if not filled:
            line = replace(_printed([*group]), top=words[0].top)
            yield replace(line, right=0) if labels else line
            continue
        for word in group:
            yield from (Line(words[0].top, 0, text, filled=True) for text in word.text.split("\n"))


def _printed(words: Sequence[Word]) -> Line:
    text = " ".join(word.text for word in words)
    if all(_BOLD.search(word.font) for word in words):
        text = f"**{text}**"
    elif all(_ITALIC.search(word.font) for word in words):
        text = f"*{text}*"
    return Line(words[0].top, words[-1].right, text)


def _rows(page: Page, table: Table, said: Sequence[Word]) -> Iterator[Line]:
    for cells in table.rows:
        texts = [_cell(page, cell, said) for cell in cells.cells]
        if any(texts):
            yield Line(cells.bbox[1], cells.bbox[2], "\t".join(texts), row=True)


def _cell(page: Page, box: _Box | None, said: Sequence[Word]) -> str:
    if box is None:
        return ""
    lines = [*_text_lines([*words_of(page.crop(box)), *(one for one in said if one.is_in(box))])]
    if _ADDRESS.fullmatch(whole := "".join(line.text for line in lines)):
        return whole  # a column may be narrower than an address
    text, before = "", ""
    for line in lines:
        label = line.filled and before and not before.endswith((":", "?"))
        text = f"{text}: {line.text}" if label else join(text, line.text) if text else line.text
        before = "" if line.filled else line.text
    return text.replace("** **", " ").replace("* *", " ")
