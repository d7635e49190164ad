"""PDF with text in it, by pdfplumber: lines by their place on the page, tables by their rules."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from generator.importing.document import Block
from generator.importing.lines import Written, blocks, join
from generator.importing.readers.interface import LARGEST, Reader, UnreadableError
from generator.words.findings import Spot

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.table import Table

_MOST_PAGES = 200
_FULL = 0.75  # of the page's width, margin included: a line that ends before it was not broken by the page
_APART = 1.35  # of the usual distance between two lines
_REPEATED = 3  # pages on which a line stands first or last: a page's head or foot
_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+|https?://\S+")
_BOLD = re.compile("bold|black|heavy", re.IGNORECASE)
_ITALIC = re.compile("italic|oblique", re.IGNORECASE)


@dataclass(frozen=True)
class _Line:
    top: float
    right: float
    text: str
    row: bool = False


def _read(data: bytes) -> tuple[Block, ...]:
    import pdfplumber  # here, for it is slow to load and other verbs do without it

    if len(data) > LARGEST:
        raise UnreadableError("Filen är för stor.")
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            if len(document.pages) > _MOST_PAGES:
                raise UnreadableError(f"Filen har fler än {_MOST_PAGES} sidor.")
            pages = [_page(page) for page in document.pages]
            widths = [float(page.width) for page in document.pages]
    except UnreadableError:
        raise
    except Exception as error:  # a damaged file fails in as many ways as there are parts in it
        raise UnreadableError("Filen går inte att läsa som PDF.") from error
    if not any(pages):
        raise UnreadableError("Filen har ingen text, bara bilder. Tolka den med OCR först.")
    numbered = enumerate(zip(_bodies(pages), widths, strict=True), 1)
    return blocks([line for number, (page, width) in numbered for line in _written(page, number, width)])


def _page(page: Page) -> list[_Line]:
    """The page's lines from the top down; a row of a table is one."""
    tables = [table for table in page.find_tables() if _columns(table) > 1]
    free = page
    for table in tables:
        free = free.outside_bbox(table.bbox)
    lines = [*_text_lines(free)]
    for table in tables:
        lines += _rows(page, table)
    return sorted(lines, key=lambda line: line.top)


def _columns(table: Table) -> int:
    return max(sum(cell is not None for cell in row.cells) for row in table.rows)


def _text_lines(page: Page) -> Iterator[_Line]:
    words = page.extract_words(extra_attrs=["fontname"], keep_blank_chars=False, use_text_flow=False)
    line: list[dict[str, object]] = []
    for word in sorted(words, key=lambda word: (round(word["bottom"]), word["x0"])):
        if line and abs(float(str(word["bottom"])) - float(str(line[0]["bottom"]))) > 3:
            yield _line(line)
            line = []
        line.append(word)
    if line:
        yield _line(line)


def _line(words: Sequence[dict[str, object]]) -> _Line:
    fonts = [str(word["fontname"]) for word in words]
    text = " ".join(str(word["text"]) for word in words)
    if all(map(_BOLD.search, fonts)):
        text = f"**{text}**"
    elif all(map(_ITALIC.search, fonts)):
        text = f"*{text}*"
    return _Line(float(str(words[0]["top"])), float(str(words[-1]["x1"])), text)


def _rows(page: Page, table: Table) -> Iterator[_Line]:
    for cells in table.rows:
        texts = [_cell(page, cell) for cell in cells.cells]
        if any(texts):
            yield _Line(cells.bbox[1], cells.bbox[2], "\t".join(texts), row=True)


def _cell(page: Page, box: tuple[float, float, float, float] | None) -> str:
    if box is None:
        return ""
    lines = [line.text for line in _text_lines(page.crop(box))]
    if _ADDRESS.fullmatch(whole := "".join(lines)):  # a column may be narrower than an address
        return whole
    text = ""
    for line in lines:
        text = join(text, line) if text else line
    return text.replace("** **", " ").replace("* *", " ")


def _bodies(pages: Sequence[list[_Line]]) -> list[list[_Line]]:
    """The pages without what stands first or last on several of them, whatever its number."""
    ends = Counter(_masked(line) for page in pages for line in {*page[:1], *page[-1:]})
    repeated = {text for text, count in ends.items() if count >= _REPEATED}
    return [[line for line in page if line.row or _masked(line) not in repeated] for page in pages]


def _masked(line: _Line) -> str:
    return re.sub(r"\d+", "0", line.text)


def _written(page: Sequence[_Line], number: int, width: float) -> Iterator[Written]:
    usual = _usual_distance(page)
    above: _Line | None = None
    for count, line in enumerate(page, 1):
        place = Spot(number * 1000 + count, 1, f"sida {number} rad {count}")
        apart = above is not None and (above.row != line.row or line.top - above.top > usual * _APART)
        full = line.right >= width * _FULL
        yield Written(line.text, place, apart=apart, row=line.row, full=full)
        above = line
    yield Written("", Spot(number * 1000 + 999, 1, f"sida {number}"))


def _usual_distance(page: Iterable[_Line]) -> float:
    tops = [line.top for line in page if not line.row]
    steps = [after - before for before, after in pairwise(tops)]
    small = sorted(step for step in steps if step > 0)
    return median(small[: max(1, len(small) // 2)]) if small else 12.0


READER = Reader((".pdf",), _read)
