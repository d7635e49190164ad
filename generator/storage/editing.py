"""Takes persons out of a record's file and leaves every other byte as it was.

ruamel.yaml tells where the entries stand; its own writing is not used, for it lays out the whole file anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from io import StringIO

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from generator.storage.decode import decode
from generator.words.findings import Finding

_KEY = "personer"
_BOM = b"\xef\xbb\xbf"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_COMMA = re.compile(r"\s*,[ \t]*")
_REST_OF_LINE = re.compile(r"[ \t]*,?[ \t]*(?:#.*)?")

Cut = tuple[int, int]


class EditRefusedError(Exception):
    """The file is written so that the entries cannot be taken out alone. Says nothing of its values."""

    def __init__(self) -> None:
        super().__init__("the entries cannot be taken out alone")


def without_persons(data: bytes, indexes: AbstractSet[int]) -> bytes:
    """The file without these entries, counted from 0, of the list `personer`.

    A comment right above an entry and indented like it goes with it; the last entry takes the key along.
    Raises EditRefusedError unless what is read from the result is the record minus just those entries.
    """
    if not indexes:
        return data
    text = decode(data, "")
    if isinstance(text, Finding):
        raise EditRefusedError
    try:
        edited = _cut(text, _cuts(text, indexes))
        proven = _data(edited) == _minus(_data(text), indexes)
    except (YAMLError, ValueError, IndexError, RecursionError):
        raise EditRefusedError from None
    if not proven:
        raise EditRefusedError
    return (_BOM if data.startswith(_BOM) else b"") + edited.encode()


def _data(text: str) -> object:
    loaded: object = YAML(typ="safe", pure=True).load(text)
    return loaded


def _minus(record: object, indexes: AbstractSet[int]) -> dict[object, object]:
    entries = record.get(_KEY) if isinstance(record, dict) else None
    if not isinstance(record, dict) or not isinstance(entries, list) or not indexes <= {*range(len(entries))}:
        raise EditRefusedError
    left = [entry for index, entry in enumerate(entries) if index not in indexes]
    return {key: left if key == _KEY else value for key, value in record.items() if key != _KEY or left}


def _cut(text: str, cuts: Iterable[Cut]) -> str:
    kept, at = [], 0
    for start, end in sorted(cuts):
        kept.append(text[at : max(at, start)])
        at = max(at, end)
    return "".join((*kept, text[at:]))


def _cuts(text: str, indexes: AbstractSet[int]) -> list[Cut]:
    root: object = YAML().compose(StringIO(text, newline=""))
    if not isinstance(root, MappingNode):
        raise EditRefusedError
    pairs: list[tuple[Node, Node]] = root.value
    number = next((n for n, (key, _) in enumerate(pairs) if key.value == _KEY), None)
    if number is None:
        raise EditRefusedError
    key, entries = pairs[number]
    if not isinstance(entries, SequenceNode):
        raise EditRefusedError
    items: list[Node] = entries.value
    lines = _Lines(text)
    if len(indexes) == len(items):
        if root.flow_style:
            return _from_flow(lines, [(_start(a), _end(b)) for a, b in pairs], {number})
        return [lines.span(key.start_mark.line, lines.last(entries, key.start_mark.column))]
    if entries.flow_style:
        return _from_flow(lines, [(_start(item), _end(item)) for item in items], indexes)
    return _from_block(lines, key.start_mark.line + 1, items, indexes)


def _start(node: Node) -> int:
    place: int = node.start_mark.index
    return place


def _end(node: Node) -> int:
    place: int = node.end_mark.index
    return place


class _Lines:
    """The text's lines, counted from 0."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.all = _LINE.findall(text)
        self._starts = [0]
        for line in self.all:
            self._starts.append(self._starts[-1] + len(line))

    def span(self, first: int, last: int) -> Cut:
        """Where lines `first` to `last`, both included, stand in the text."""
        return self._starts[first], self._starts[last + 1]

    def indent(self, number: int) -> int:
        line = self.all[number]
        return len(line) - len(line.lstrip(" "))

    def is_blank(self, number: int) -> bool:
        return not self.all[number].strip()

    def with_comments(self, first: int, column: int) -> int:
        """The first of the comment lines that stand right above line `first` in that column."""
        while first and self.indent(first - 1) == column and self.all[first - 1].startswith("#", column):
            first -= 1
        return first

    def last(self, node: Node, column: int) -> int:
        """The last line of a node: also what is indented deeper than `column`, as texts and comments are."""
        last = ahead = max(_last_known(node))
        while (ahead := ahead + 1) < len(self.all):
            if not self.is_blank(ahead):
                if self.indent(ahead) <= column:
                    break
                last = ahead
        return last


def _last_known(node: Node) -> Iterable[int]:
    """Lines on which parts of the node stand for sure. The end of what has no bracket is not told."""
    yield node.start_mark.line
    if isinstance(node, ScalarNode) and node.style not in ("|", ">"):
        yield node.end_mark.line
    elif isinstance(node, CollectionNode):
        if node.flow_style:
            yield node.end_mark.line
        for part in node.value:
            for inner in part if isinstance(part, tuple) else (part,):
                yield from _last_known(inner)


def _from_block(lines: _Lines, first: int, items: Sequence[Node], indexes: AbstractSet[int]) -> list[Cut]:
    cuts = []
    for index, item in enumerate(items):
        while not lines.all[first].lstrip(" ").startswith("-"):
            first += 1
        column = lines.indent(first)
        last = lines.last(item, column)
        if index in indexes:
            cuts.append(lines.span(lines.with_comments(first, column), last))
        first = last + 1
    return cuts


def _from_flow(lines: _Lines, spans: Sequence[Cut], indexes: AbstractSet[int]) -> list[Cut]:
    """Whole lines where the entry has them for itself; otherwise the entry and one comma."""
    text = lines.text
    cuts = []
    for index in sorted(indexes):
        start, end = spans[index]
        first, last = _line_of(text, start), _line_of(text, end)
        whole = lines.span(first, last)
        comma = _COMMA.match(text, end)
        before, after = text[whole[0] : start], text[end : whole[1]].rstrip("\r\n")
        if not before.strip(" ") and _REST_OF_LINE.fullmatch(after):
            cuts.append((lines.span(lines.with_comments(first, len(before)), first)[0], whole[1]))
        elif comma is not None:
            cuts.append((start, comma.end()))
        else:
            before_it = [number for number in range(index) if number not in indexes]
            near = before_it[-1] if before_it else index
            gaps = (text[spans[number][1] : spans[number + 1][0]] for number in range(near, index))
            # A comment in between is the other entry's; a comma may stand last in a list.
            joined = near < index and not any("#" in gap for gap in gaps)
            cuts.append((spans[near][1] if joined else start, end))
    return cuts


def _line_of(text: str, place: int) -> int:
    return len(re.findall(r"\r\n|\n|\r", text[:place]))
