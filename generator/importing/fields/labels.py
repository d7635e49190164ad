"""Answers inside a section, each after its label: `Organisation: … Kontaktperson: … E-post: …`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.importing.document import Block
from generator.importing.draft import Context
from generator.words.findings import Position

KINDS = ("organisation", "enhet", "kontaktperson", "telefon", "e-post", "resurs")
_NUMBERING = re.compile(r"^\s*\d{1,2}(?:\.\d{1,2})*\.?\s+(?=\D)")


@dataclass(frozen=True)
class Answer:
    """`kind` is None for what stands under no label of its own."""

    kind: str | None
    value: str
    block: Block

    @property
    def place(self) -> Position:
        """Where it was read."""
        return self.block.place


def answers(blocks: Iterable[Block], context: Context) -> list[Answer]:
    """Every answer in order. A label that stands alone takes the paragraph below it."""
    pattern, kinds = _pattern(context)
    found: list[Answer] = []
    for block in blocks:
        for cell in block.cells:
            for kind, value in _split(cell, pattern, kinds):
                if kind is None and found and found[-1].kind is not None and not found[-1].value:
                    kind = found.pop().kind
                if kind is not None or value:
                    found.append(Answer(kind, value, block))
    return found


def _pattern(context: Context) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    kinds = {word.casefold(): kind for kind in KINDS for word in context.labels(kind)}
    if not kinds:
        return None, {}
    words = "|".join(re.escape(word) for word in sorted(kinds, key=len, reverse=True))
    # After a colon anywhere; without one only first in its cell.
    return re.compile(
        rf"(?<!\S)(?P<label>{words})\s*\*?\s*:|^(?P<first>{words})(?=\s|$)", re.IGNORECASE
    ), kinds


def _split(
    cell: str, pattern: re.Pattern[str] | None, kinds: dict[str, str]
) -> Iterator[tuple[str | None, str]]:
    text = _NUMBERING.sub("", cell).strip()
    if pattern is None:
        yield None, text
        return
    kind: str | None = None
    end = 0
    for match in pattern.finditer(text):
        if match.start() > end or kind is not None:
            yield kind, text[end : match.start()].strip()
        kind, end = kinds[(match["label"] or match["first"]).casefold()], match.end()
    if end < len(text) or kind is not None:
        yield kind, text[end:].strip()
