"""The tree of a YAML file: texts, lists and mappings, each with its line and column from 1.

Named tuples, because a record has some two hundred nodes and frozen dataclasses cost twice as much.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple, TypeAlias


class ScalarNode(NamedTuple):
    """A text as YAML reads it."""

    text: str
    line: int
    column: int


class ListNode(NamedTuple):
    """A list; empty items are not in it."""

    items: list[Node]
    line: int
    column: int


class MapNode(NamedTuple):
    """A mapping. `keys` has every key's place, also of keys without a value; `entries` the values.

    `blank` are the keys after which nothing is written, or an empty text; a written `null` says something.
    """

    entries: dict[str, Node]
    keys: dict[str, tuple[int, int]]
    blank: set[str]
    line: int
    column: int


Node: TypeAlias = ScalarNode | ListNode | MapNode
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"


def plain(node: Node) -> Plain:
    """The values alone, in NFC, for the schema. As deep as the tree, whose depth is limited."""
    if isinstance(node, ScalarNode):
        return node.text if node.text.isascii() else unicodedata.normalize("NFC", node.text)
    if isinstance(node, ListNode):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.entries.items()}
