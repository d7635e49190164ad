"""A document as it was read: its paragraphs, list items and table rows, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Literal

from generator.words.findings import Position

Kind = Literal["text", "item", "row"]


class Story(Enum):
    """Where in a document a block belongs. Only what stands on the page or in its margins is an answer."""

    BODY = auto()
    MARGIN = auto()  # a header or a footer
    NOTE = auto()  # a footnote, an endnote, a comment
    STRUCK = auto()  # deleted, and kept in the file as a tracked change
    PROMPT = auto()  # what a field that nobody has filled in asks for
    SIGNED = auto()  # a digital signature


@dataclass(frozen=True)
class Block:
    """One of them, on one line and without markup (of a row, its cells with tabs between).

    `strong` and `slanted` tell whether all of it is in bold or italics (of a row: whether a cell is in
    italics); `mark` is what the list item began with. Outside the body, `place` says which margin or note.
    """

    text: str
    place: Position
    kind: Kind = "text"
    strong: bool = False
    slanted: bool = False
    mark: str = ""
    story: Story = Story.BODY

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of a row; of everything else the text alone."""
        return tuple(self.text.split("\t")) if self.kind == "row" else (self.text,)


@dataclass(frozen=True)
class Document:
    """`file` is the document's name as the editor knows it."""

    file: str
    blocks: tuple[Block, ...]
