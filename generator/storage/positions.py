"""From a path such as `("personer", 0, "e-post")` to the place in the file.

A path's words are the file's own keys (Swedish), its numbers count list items from 0. It may be
pydantic's `loc`, which also names union members and `[key]`: what the tree lacks is passed over.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from generator.storage.decode import decode
from generator.storage.nodes import ListNode, MapNode, Node, ScalarNode
from generator.storage.text_places import place_of
from generator.storage.tree import parse
from generator.words.findings import Finding, Position

Path = tuple[str | int, ...]
_START = Position(1, 1)


def step(node: Node, part: str | int) -> Node | None:
    """The value under one key or number; None when there is none."""
    if isinstance(node, MapNode):
        return node.entries.get(str(part))
    if isinstance(node, ListNode) and isinstance(part, int) and 0 <= part < len(node.items):
        return node.items[part]
    return None


def follow(root: Node, loc: Iterable[str | int]) -> tuple[Path, Node, Path]:
    """The part of `loc` that is in the tree, the node it leads to, and the parts passed over."""
    here, taken, left = root, [], []
    for part in loc:
        inside = step(here, part)
        if inside is None:
            left.append(part)
        else:
            here = inside
            taken.append(part)
    return tuple(taken), here, tuple(left)


def value_position(root: Node, loc: Iterable[str | int]) -> Position:
    """The value's place, or that of the nearest value around it."""
    node = follow(root, loc)[1]
    return Position(node.line, node.column)


def key_position(root: Node, loc: Path) -> Position:
    """The place of the key at the end of `loc`; that of its mapping when the key is not written."""
    if not loc:
        return Position(root.line, root.column)
    _, parent, left = follow(root, loc[:-1])
    if isinstance(parent, MapNode) and not left:
        return Position(*parent.keys.get(str(loc[-1]), (parent.line, parent.column)))
    return Position(parent.line, parent.column)


@lru_cache(maxsize=32)
def _tree(source: bytes) -> Node | None:
    return parse(source, "")[0]


class Positions:
    """Places in one file. Keeps its bytes and reads them again when somebody asks.

    The trees of 10,000 records would take ten times the memory of their files, and few are asked for.
    """

    def __init__(self, source: bytes) -> None:
        self._source = source

    def at(self, *path: str | int) -> Position:
        """The value's place, or that of the nearest value around it. Total."""
        root = _tree(self._source)
        return _START if root is None else value_position(root, path)

    def key(self, *path: str | int) -> Position:
        """The place of the key itself, or of the mapping that lacks it. Total."""
        root = _tree(self._source)
        return _START if root is None else key_position(root, path)

    def in_text(self, path: Path, line: int, column: int = 0) -> Position:
        """The place of a line and column, from 0, of a text as the model has it (NFC, stripped). Total.

        The text's own place when the file does not have it letter for letter.
        """
        root = _tree(self._source)
        if root is None:
            return _START
        _, node, left = follow(root, path)
        whole = Position(node.line, node.column)
        source = decode(self._source, "")
        if left or not isinstance(node, ScalarNode) or isinstance(source, Finding):
            return whole
        value = unicodedata.normalize("NFC", node.text).strip()
        lines = value.split("\n")
        if not 0 <= line < len(lines):
            return whole
        offset = sum(len(before) + 1 for before in lines[:line]) + column
        place = place_of(source, (node.line, node.column), value, offset)
        return whole if place is None else Position(*place)
