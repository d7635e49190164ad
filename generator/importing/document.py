"""A document as it was read: its paragraphs, list items and table rows, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.words.findings import Position

Kind = Literal["text", "item", "row"]


@dataclass(frozen=True)
class Block:
    """One of them, on one line and without markup (of a row, its cells with tabs between).

    `strong` and `slanted` tell whether all of it is in bold or italics (of a row: whether a cell is in
    italics); `mark` is what the list item began with.
    """

    text: str
    place: Position
    kind: Kind = "text"
    strong: bool = False
    slanted: bool = False
    mark: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of a row; of everything else the text alone."""
        return tuple(self.text.split("\t")) if self.kind == "row" else (self.text,)


@dataclass(frozen=True)
class Document:
    """`file` is the document's name as the editor knows it."""

    file: str
    blocks: tuple[Block, ...]
