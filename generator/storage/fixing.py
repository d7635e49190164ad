"""Mends a file's mechanical faults. What cannot be proven to mean the same is not touched."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import BaseModel

from generator.storage.decode import decode, position_of
from generator.storage.fixes import BLANKS, BLANKS_GO, MENDINGS, Edit, Mending, scalars, shape
from generator.storage.nodes import Node
from generator.storage.positions import Path
from generator.storage.tree import parse
from generator.words.findings import Finding, Position

_BOM = b"\xef\xbb\xbf"
_OTHER_BREAK = re.compile(r"\r\n?")
_SPACE_TAB = re.compile(r"^ +\t", re.MULTILINE)
_UNREADABLE: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str], str, str], ...] = (
    (BLANKS, lambda _: "", "blanksteg", BLANKS_GO),
    (
        re.compile(r"^\t+(?= *\S)", re.MULTILINE),
        lambda tabs: "  " * len(tabs[0]),
        "indrag",
        "Indrag med tabb byts mot två mellanslag för varje tabb. Se efter att raderna hör ihop rätt.",
    ),
)
_START = Position(1, 1)


@dataclass(frozen=True)
class Fix:
    """One thing that was mended, or one kind of thing in `count` places of which this is the first."""

    position: Position
    rule: str
    message: str
    count: int = 1


@dataclass(frozen=True)
class Fixed:
    """The file as it is to be. With findings nothing was mended: it cannot be read."""

    data: bytes = field(repr=False)
    fixes: tuple[Fix, ...] = ()
    findings: tuple[Finding, ...] = ()


def fixed(data: bytes, model: type[BaseModel], file: str) -> Fixed:
    """Total, and mends nothing the second time. No message quotes the file."""
    text = decode(data, file)
    if isinstance(text, Finding):
        return Fixed(data, findings=(text,))
    fixes: list[Fix] = []
    if data.startswith(_BOM):
        fixes.append(Fix(_START, "bom", "Märket för byteordning först i filen tas bort."))
    if breaks := [*_OTHER_BREAK.finditer(text)]:
        message = "Radslut från andra system (CRLF) byts mot LF."
        fixes.append(Fix(position_of(text, breaks[0].start()), "radslut", message, len(breaks)))
        text = _OTHER_BREAK.sub("\n", text)
    root, refused = parse(text.encode(), file)
    if root is None and (readable := _readable(text)) is not None:
        text, root, made = readable
        fixes += made
    if root is None:
        return Fixed(data, findings=refused)
    text, more = _all_mended(text, root, model)
    fixes = sorted((*fixes, *more), key=lambda fix: (fix.position.line, fix.position.column))
    return Fixed(text.encode(), tuple(fixes))


def _readable(text: str) -> tuple[str, Node, list[Fix]] | None:
    """Without the blanks that no reader sees and the tabs that YAML refuses, when the file can be read then.

    Not when spaces stand before a tab: how far such a line is indented is anybody's guess.
    """
    fixes = []
    for pattern, new, rule, message in _UNREADABLE:
        if (first := pattern.search(text)) is not None:
            place = position_of(text, first.start())
            text, count = pattern.subn(new, text)
            fixes.append(Fix(place, rule, message, count))
    root, refused = parse(text.encode(), "")
    return None if root is None or refused or _SPACE_TAB.search(text) else (text, root, fixes)


def _all_mended(text: str, root: Node, model: type[BaseModel]) -> tuple[str, list[Fix]]:
    """Again and again until nothing is left, for what is mended may let more be mended."""
    fixes: list[Fix] = []
    while True:
        before = text
        for mending in MENDINGS:
            after, made = _mended(text, root, mending, model)
            if after != text:
                text, fixes = after, [*fixes, *made]
                root = parse(text.encode(), "")[0] or root
        if text == before:
            return text, fixes


def _mended(text: str, root: Node, mending: Mending, model: type[BaseModel]) -> tuple[str, list[Fix]]:
    edits = [*mending.edits(text, root, model)]
    if not edits:
        return text, []
    after, made = _as_many(text, edits, mending)
    places = [position_of(text, edit.start) for edit in made]
    if mending.each:
        return after, [Fix(place, mending.name, mending.message) for place in places]
    return after, [Fix(places[0], mending.name, mending.message, len(made))] if made else []


def _as_many(text: str, edits: Sequence[Edit], mending: Mending) -> tuple[str, Sequence[Edit]]:
    """The text with all edits that can be proven. The last go first: those before stay where they stand."""
    if (after := _proven(text, edits, mending)) is not None:
        return after, edits
    if len(edits) == 1:
        return text, []
    middle = len(edits) // 2
    text, late = _as_many(text, edits[middle:], mending)
    text, early = _as_many(text, edits[:middle], mending)
    return text, [*early, *late]


def _proven(text: str, edits: Sequence[Edit], mending: Mending) -> str | None:
    """The text with the edits; None when it does not read as before but for them."""
    after = text
    for edit in reversed(edits):
        after = after[: edit.start] + edit.new + after[edit.end :]
    changed = {edit.path: edit.value for edit in edits if edit.path is not None}
    return after if _meaning(after, mending.same) == _meaning(text, mending.same, changed) else None


def _meaning(
    text: str, same: Callable[[str], str], changed: Mapping[Path, str] | None = None
) -> tuple[object, Mapping[Path, str], list[str]] | None:
    """The tree's shape, its values, what is refused in it."""
    root: Node | None
    root, refused = parse(text.encode(), "")
    if root is None:
        return None
    values = {path: same(node.text) for path, node in scalars(root)}
    return shape(root), {**values, **(changed or {})}, [finding.rule for finding in refused]
