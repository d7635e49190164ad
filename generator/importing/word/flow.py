"""One running text of a Word document → blocks: paragraphs, tables in tables, boxes, tracked changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from generator.importing.document import Block, Story
from generator.importing.lines import Written, blocks, row
from generator.importing.links import hidden_address
from generator.importing.readers.interface import UnreadableError
from generator.importing.word.package import Part
from generator.importing.word.pieces import Piece, character, joined, sign_of
from generator.importing.word.styles import Styles, is_on, value
from generator.words.findings import Spot

_PAGE = 120  # characters: shorter lines are broken because their author meant it
_PROPERTIES = frozenset(
    {
        "pPr", "rPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr",
        "customXmlPr", "smartTagPr", "fldData", "rubyPr",
    }
)  # fmt: skip
_STRUCK = frozenset({"del", "moveFrom"})
_ELSEWHERE = frozenset({"altChunk", "subDoc"})
_MOST_COLUMNS = 63  # Word's own limit
_Place = Callable[[int], Spot]


@dataclass(frozen=True)
class _Paragraph:
    text: str
    number: int


class Flow:
    """What is read, in order; `aside` is what was struck out, and the prompts of empty fields.

    An element that is not known is passed through to what stands in it: new ones must not hide text.
    """

    def __init__(self, part: Part, styles: Styles, place: _Place, story: Story = Story.BODY) -> None:
        self.aside: list[Block] = []
        self._part, self._styles, self._place, self._story = part, styles, place, story
        self._sink: list[_Paragraph | Block] = []
        self._pieces: list[Piece] = []
        self._boxes: list[tuple[Element, Story]] = []
        self._item = self._goes_on = False
        self._sign = ""
        self._count = 0  # of paragraphs with text, as the editor's eye would

    def read(self, root: Element) -> tuple[Block, ...]:
        """The blocks of all that stands in the element."""
        self._children(root, Story.BODY)
        self._end_paragraph()
        return tuple(self._blocks(self._sink))

    def _children(self, element: Iterable[Element], mode: Story) -> None:
        for child in element:
            self._visit(child, mode)

    def _visit(self, element: Element, mode: Story) -> None:
        tag = element.tag
        if tag in _PROPERTIES:
            return
        if tag in _ELSEWHERE:
            raise UnreadableError(
                "Ett annat dokument ligger inuti det här. Öppna det i Word och spara om det."
            )
        mode = _mode(element, mode)
        if tag == "p":
            self._paragraph(element, mode)
        elif tag == "tbl":
            self._end_paragraph()
            for line, line_mode in self._each(element, "tr", mode):
                self._row(line, line_mode)
        elif tag == "txbxContent":
            self._boxes.append((element, mode))
        elif tag == "r":
            outer, self._sign = self._sign, sign_of(element)
            self._children(element, mode)
            self._sign = outer
        else:
            if text := element.text if tag in ("t", "delText") else character(element):
                self._pieces.append(Piece(text, self._sign, mode))
            before = len(self._pieces)
            self._children(_shown(element), mode)
            if tag == "hyperlink":
                self._address(element, "".join(one.text for one in self._pieces[before:]), mode)

    def _address(self, link: Element, text: str, mode: Story) -> None:
        """An address that the text hides is written after it."""
        found = self._part.links.get(link.get("id", ""))
        address = hidden_address(found.target, text) if found is not None else ""
        if address:
            self._pieces.append(Piece(f" ({address})" if text.strip() else address, self._sign, mode))

    def _paragraph(self, element: Element, mode: Story) -> None:
        if not self._goes_on:
            self._end_paragraph()
            self._item = self._styles.is_item(element.find("pPr"))
        self._children(element, mode)
        # A struck out end of a paragraph: the next one is the rest of it.
        self._goes_on = element.find("pPr/rPr/del") is not None
        if not self._goes_on:
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        pieces, self._pieces = self._pieces, []
        boxes, self._boxes = self._boxes, []
        text = joined(pieces, Story.BODY)
        if text.strip(" -*\t\n"):
            self._count += 1
            self._sink.append(_Paragraph(f"- {text}" if self._item else text, self._count))
        self._goes_on = self._item = False
        place = self._place(max(self._count, 1))
        for story, what in ((Story.STRUCK, "struken text"), (Story.PROMPT, "uppmaning")):
            beside = Spot(place.line, 2, f"{what} vid {place}")
            self.aside += self._lines(joined(pieces, story), beside, story)
        for box, mode in boxes:
            self._children(box, mode)
            self._end_paragraph()

    def _row(self, line: Element, mode: Story) -> None:
        if line.find("trPr/del") is not None:
            mode = Story.STRUCK
        outer, first = self._sink, self._count + 1
        cells: list[list[_Paragraph | Block]] = []
        spans: list[int] = []
        for cell, cell_mode in self._each(line, "tc", mode):
            self._sink = []
            self._children(cell, Story.STRUCK if cell.find("tcPr/cellDel") is not None else cell_mode)
            self._end_paragraph()
            cells.append(self._sink)
            spans.append(_span(cell))
        self._sink = outer
        if len(cells) > 1 and all(map(_is_figure, cells)) and self._story is not Story.MARGIN:
            texts = [
                text
                for cell, span in zip(cells, spans, strict=True)
                for text in (_line(cell), *[""] * (span - 1))
            ]
            made = row(texts, self._place(first))
            self._sink += [] if made is None else [replace(made, story=self._story)]
        else:  # a form's box: its cells hold paragraphs, or a table of their own
            self._sink += [one for cell in cells for one in cell]

    def _each(self, element: Element, wanted: str, mode: Story) -> Iterator[tuple[Element, Story]]:
        """The rows of a table, or the cells of a row, whatever stands around some of them."""
        for child in _shown(element):
            inner = _mode(child, mode)
            if child.tag == wanted:
                yield child, inner
            elif child.find(f".//{wanted}") is not None:
                yield from self._each(child, wanted, inner)
            else:
                self._visit(child, inner)

    def _blocks(self, sink: Iterable[_Paragraph | Block]) -> Iterator[Block]:
        for one in sink:
            if isinstance(one, Block):
                yield one
            else:
                yield from self._lines(one.text, self._place(one.number), self._story)

    def _lines(self, text: str, place: Spot, story: Story) -> list[Block]:
        """A paragraph; the lines that it is broken into are put together as those of a page."""
        margin = story is Story.MARGIN  # its tabs stand between things that have nothing to do with another
        lines = text.replace("\t", "\n" if margin else "  ").split("\n")
        made = blocks([Written(line, place, apart=margin) for line in lines], _PAGE)
        return [replace(block, story=story) for block in made]


def _is_figure(cell: Sequence[_Paragraph | Block]) -> bool:
    return len(cell) < 2 and not any(isinstance(one, Block) for one in cell)


def _line(cell: Iterable[_Paragraph | Block]) -> str:
    return " ".join(one.text.replace("\n", " ") for one in cell)


def _span(cell: Element) -> int:
    """Columns that the cell is wide; those after it keep their heads."""
    span = value(cell, "tcPr/gridSpan")
    return min(int(span), _MOST_COLUMNS) if span.isdecimal() else 1


def _mode(element: Element, mode: Story) -> Story:
    """In what stands inside a change that takes text away, or a field that shows its prompt, all is that."""
    if element.tag in _STRUCK:
        return Story.STRUCK
    if mode is Story.BODY and is_on(element.find("sdtPr"), "showingPlcHdr"):
        return Story.PROMPT
    return mode


def _shown(element: Element) -> Iterable[Element]:
    """What of an element is seen: of the same thing written twice, for newer programs and older, once."""
    if element.tag != "AlternateContent":
        return element
    return next((one for one in element if one.find(".//t") is not None), element[:1])
