"""Word documents, by mammoth: with content controls and text boxes, without headers, footers and pictures."""

from __future__ import annotations

import io
import zipfile
from html.parser import HTMLParser

from generator.importing.document import Block
from generator.importing.lines import Written, blocks, row
from generator.importing.readers.interface import LARGEST, Reader, UnreadableError
from generator.words.findings import Spot

_PARAGRAPHS = frozenset({"p", "li", "h1", "h2", "h3", "h4", "h5", "h6"})
_PAGE = 120  # characters: shorter lines are broken because their author meant it
_SIGNS = {"strong": "**", "b": "**", "em": "*", "i": "*"}


class _Html(HTMLParser):
    """mammoth's HTML → blocks. `paragraph` counts those with text, as the editor's eye would."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._paragraph = 0
        self._text = ""
        self._item = ""
        self._cells: list[list[str]] | None = None
        self._depth = 0
        self._first = 0

    def handle_starttag(self, tag: str, _attributes: list[tuple[str, str | None]]) -> None:
        """Markup of the text is kept as asterisks."""
        if tag in _PARAGRAPHS:
            self._end_paragraph()
            self._item = "- " if tag == "li" else ""
        elif tag in _SIGNS:
            self._text += _SIGNS[tag]
        elif tag == "br":
            self._text += "\n"
        elif tag == "tr":
            self._depth += 1
            if self._depth == 1:
                self._end_paragraph()
                self._cells, self._first = [], self._paragraph + 1
        elif tag in ("td", "th") and self._cells is not None and self._depth == 1:
            self._cells.append([])

    def handle_endtag(self, tag: str) -> None:
        """The end of a row tells whether it was one."""
        if tag in _SIGNS:
            self._text += _SIGNS[tag]
        elif tag in _PARAGRAPHS or tag in ("td", "th"):
            self._end_paragraph()
        elif tag == "tr":
            self._end_paragraph()
            self._depth -= 1
            if self._depth == 0:
                self._end_row()

    def handle_data(self, data: str) -> None:
        """Text of the paragraph that is open."""
        self._text += data

    def close(self) -> None:
        """What stood last."""
        super().close()
        self._end_paragraph()

    def _end_paragraph(self) -> None:
        text, self._text = f"{self._item}{self._text.replace('****', '')}", ""
        self._item = ""
        if not text.strip(" -*\t\n"):
            return
        self._paragraph += 1
        if self._cells:
            self._cells[-1].append(text)
        else:
            self._add(text, self._paragraph)

    def _add(self, text: str, paragraph: int) -> None:
        """A paragraph; the lines that it is broken into are put together as those of a page."""
        lines = text.replace("\t", "  ").split("\n")
        self.blocks += blocks([Written(line, _place(paragraph)) for line in lines], _PAGE)

    def _end_row(self) -> None:
        cells, self._cells = self._cells or [], None
        if len(cells) > 1 and all(len(cell) <= 1 for cell in cells):
            block = row([cell[0].replace("\n", " ") if cell else "" for cell in cells], _place(self._first))
            if block is not None:
                self.blocks.append(block)
            return
        # A form's box: its cells hold paragraphs, not figures.
        paragraph = self._first
        for cell in cells:
            for text in cell:
                self._add(text, paragraph)
                paragraph += 1


def _place(paragraph: int) -> Spot:
    return Spot(paragraph, 1, f"stycke {paragraph}")


def _read(data: bytes) -> tuple[Block, ...]:
    import mammoth  # here, for it is slow to load and other verbs do without it

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(member.file_size for member in archive.infolist())
        if len(data) > LARGEST or size > 5 * LARGEST:
            raise UnreadableError("Filen är för stor.")
        no_pictures = mammoth.images.img_element(lambda _picture: {"src": ""})
        html: str = mammoth.convert_to_html(io.BytesIO(data), convert_image=no_pictures).value
    except UnreadableError:
        raise
    except Exception as error:  # a damaged file fails in as many ways as there are parts in it
        raise UnreadableError(
            "Filen går inte att läsa som ett Word-dokument. Spara om den som .docx."
        ) from error
    parser = _Html()
    parser.feed(html)
    parser.close()
    return tuple(parser.blocks)


READER = Reader((".docx",), _read)
