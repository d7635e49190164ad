"""The rows that a form shows as a model of how to fill it in: they look like answers and are none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.importing.document import Block

_MARK = re.compile(r"\(?exempel\)?:?", re.IGNORECASE)


def example_rows(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """From where it says *Exempel* and nothing more to the end of the model; its figures are the form's own.

    The model ends with the last row that has italics, or, where italics are not told, before the row that
    begins as one of the model's own (its head once more) or holds no figure after one that did.
    """
    found: list[Block] = []
    model: list[Block] = []
    for block in blocks:
        if _MARK.fullmatch(_first(block)):
            model = [block]
        elif model and _goes_on(model, block):
            model.append(block)
        else:
            model = []
        found += model[-1:]
    return tuple(found)


def _goes_on(model: Sequence[Block], block: Block) -> bool:
    if block.kind != "row":
        return False
    if any(row.slanted for row in model):
        return block.slanted
    if any(_first(row) == _first(block) for row in model):
        return False
    return _has_figure(block) or not any(map(_has_figure, model[1:]))


def _first(block: Block) -> str:
    return next((cell for cell in block.cells if cell), "")


def _has_figure(block: Block) -> bool:
    return any(char.isdigit() for char in block.text)
