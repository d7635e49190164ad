"""PDF with text in it, by pdfplumber: lines by their place on the page, tables by their rules.

And what pdfplumber does not see: fields that are filled in, remarks, digital signatures.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from generator.importing.document import Block, Story
from generator.importing.lines import Written, blocks
from generator.importing.margins import without_page_number
from generator.importing.pdf.annotations import Annotation, annotations_of
from generator.importing.pdf.bounds import Bounds, refuse_swelling
from generator.importing.pdf.lines import Line, lines_of, words_of
from generator.importing.readers.interface import LARGEST, TOO_LARGE, Reader, UnreadableError
from generator.words.findings import Spot

if TYPE_CHECKING:
    from pdfplumber.page import Page

_MOST_PAGES = 200
_FULL = 0.75  # of the page's width, margin included: a line that ends before it was not broken by the page
_APART = 1.35  # of the usual distance between two lines
_REPEATED = 3  # pages on which a line stands first or last: a page's head or foot
_MOST_LINES = 4  # of a head or a foot
_AFTER = 1_000_000  # all that is no line of a page comes after them
_HEAD, _FOOT = Spot(_AFTER + 1, 1, "sidhuvud"), Spot(_AFTER + 2, 1, "sidfot")
_NUMBER = re.compile(r"\d+")
_ENDS = {_HEAD: 0, _FOOT: -1}


@dataclass(frozen=True)
class _Page:
    number: int
    width: float
    lines: Sequence[Line]
    beside: Sequence[Annotation]

    def keys(self, place: Spot, outermost: bool) -> Sequence[tuple[Spot, str]]:
        """What may be the same at that end of each page: the text without the page's number.

        A bare number is one when it is as much above this page's as above the others' on theirs.
        """
        line = self.lines[_ENDS[place]] if self.lines else None
        if line is None or line.row or line.filled:
            return ()
        bare = without_page_number(line.text)
        if not bare and (number := _NUMBER.search(line.text)):
            bare = f"{int(number[0]) - self.number:+}"
        own = re.sub(rf"(?<!\d){self.number}(?!\d)", "#", line.text)
        return ((place, bare), *([(place, own)] if outermost else []))


def _read(data: bytes) -> tuple[Block, ...]:
    import pdfplumber  # here, for it is slow to load and other verbs do without it

    if len(data) > LARGEST:
        raise UnreadableError(TOO_LARGE)
    refuse_swelling(data)
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            if len(document.pages) > _MOST_PAGES:
                raise UnreadableError(f"Filen har fler än {_MOST_PAGES} sidor.")
            bounds = Bounds()
            for page in document.pages:
                bounds.refuse_endless(page)
            pages = [_page(number, page, bounds) for number, page in enumerate(document.pages, 1)]
    except UnreadableError:
        raise
    except Exception as error:  # a damaged file fails in as many ways as there are parts in it
        raise UnreadableError("Filen går inte att läsa som PDF.") from error
    if not any(page.lines for page in pages):
        raise UnreadableError("Filen har ingen text, bara bilder. Tolka den med OCR först.")
    bodies, margins = _parted(pages)
    body = blocks([line for page in bodies for line in _written(page)])
    return (*body, *margins, *_beside(pages))


def _page(number: int, page: Page, bounds: Bounds) -> _Page:
    words = words_of(page)
    every = [*annotations_of(page, "".join(word.text for word in words))]
    filled = [one for one in every if one.kind in ("answer", "mark")]
    beside = [one for one in every if one not in filled]
    lines = lines_of(page, words, filled, with_tables=bounds.allow_tables(page))
    return _Page(number, float(page.width), lines, beside)


def _parted(pages: Sequence[_Page]) -> tuple[Sequence[_Page], list[Block]]:
    """The pages without their heads and feet, and what those say: once, but for the page's number."""
    said: dict[tuple[Spot, str], Written] = {}
    for outermost in (True, *[False] * (_MOST_LINES - 1)):
        ends = [key for page in pages for key in {*page.keys(_HEAD, outermost), *page.keys(_FOOT, outermost)}]
        repeated = {key for key, count in Counter(ends).items() if count >= _REPEATED}
        if not repeated:
            break
        pages = [_without(page, repeated, said, outermost) for page in pages]
    return pages, [replace(block, story=Story.MARGIN) for block in blocks([*said.values()])]


def _without(
    page: _Page, repeated: Container[tuple[Spot, str]], said: dict[tuple[Spot, str], Written], outermost: bool
) -> _Page:
    for place, end in _ENDS.items():
        keys = page.keys(place, outermost)
        if any(key in repeated for key in keys):
            lines = [*page.lines]
            line = lines.pop(end)
            said.setdefault(keys[0], Written(line.text, place, apart=True))
            page = replace(page, lines=lines)
    return page


def _written(page: _Page) -> Iterator[Written]:
    usual = _usual_distance(page.lines)
    above: Line | None = None
    for count, line in enumerate(page.lines, 1):
        place = Spot(page.number * 1000 + count, 1, f"sida {page.number} rad {count}")
        apart = above is not None and (
            above.row != line.row or above.filled or line.filled or line.top - above.top > usual * _APART
        )
        full = line.right >= page.width * _FULL
        yield Written(line.text, place, apart=apart, row=line.row, full=full)
        above = line
    yield Written("", Spot(page.number * 1000 + 999, 1, f"sida {page.number}"))


def _usual_distance(page: Iterable[Line]) -> float:
    tops = [line.top for line in page if not line.row and not line.filled]
    steps = [after - before for before, after in pairwise(tops)]
    small = sorted(step for step in steps if step > 0)
    return median(small[: max(1, len(small) // 2)]) if small else 12.0


def _beside(pages: Iterable[_Page]) -> Iterator[Block]:
    remarks = 0
    for page in pages:
        for one in page.beside:
            if one.kind == "remark":
                remarks += 1
                place, story = Spot(_AFTER + 2 + remarks, 1, f"kommentar {remarks}"), Story.NOTE
            else:
                place, story = Spot(page.number * 1000 + 999, 1, f"sida {page.number}"), Story.SIGNED
            made = blocks([Written(text, place) for text in one.text.split("\n")])
            yield from (replace(block, story=story) for block in made)


READER = Reader((".pdf",), _read)
