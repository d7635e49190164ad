"""Bytes of one file → a typed value with places, and findings. Pure: the caller opens the file."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel

from generator.storage.located import Located
from generator.storage.positions import Positions
from generator.storage.tree import parse
from generator.storage.validate import validate
from generator.words.findings import Finding, in_order

M = TypeVar("M", bound=BaseModel)


def read(data: bytes, model: type[M], file: str) -> tuple[Located[M] | None, tuple[Finding, ...]]:
    """The value and no findings, or None and everything that is wrong, in order. Total.

    A tree with refused parts is validated all the same, so that the editor sees all at once; where a
    part was refused, what the schema says about the same place is left out.
    """
    root, refused = parse(data, file)
    if root is None:
        return None, in_order(refused)
    value, wrong = validate(root, model, file)
    if value is not None and not refused:
        return Located(value, file, Positions(data)), ()
    places = {finding.position for finding in refused}
    return None, in_order((*refused, *(finding for finding in wrong if finding.position not in places)))
