"""What can be mended without knowing what was meant: where it stands, and what is to stand there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel

from generator.records.ends import End
from generator.records.model import CODE, WordFrom
from generator.storage.nodes import ListNode, MapNode, Node, ScalarNode
from generator.storage.positions import Path
from generator.storage.shapes import marks_at, shapes_at
from generator.storage.writing import is_text_elsewhere
from generator.words.dates import PartialDate, as_iso
from generator.words.kommuner import kommuner, lan

BLANKS = re.compile(r"[ \t]+$", re.MULTILINE)
BLANKS_GO = "Blanksteg sist på raden tas bort."
_CODES: Mapping[str, Callable[[], Mapping[str, str]]] = {"kommuner": kommuner, "län": lan}


@dataclass(frozen=True)
class Edit:
    """`text[start:end]` becomes `new`; then the value under `path`, if any, is `value`."""

    start: int
    end: int
    new: str
    path: Path | None = None
    value: str = ""


@dataclass(frozen=True)
class Mending:
    """A kind of fault. `edits` finds it in a text and its tree.

    `same` makes those values equal that differ in it only. `message` says what is done; with `each` it is
    told at each place, else once for the file.
    """

    name: str
    message: str
    edits: Callable[[str, Node, type[BaseModel]], Iterator[Edit]]
    same: Callable[[str], str] = str
    each: bool = False


def scalars(node: Node, path: Path = ()) -> Iterator[tuple[Path, ScalarNode]]:
    """Every text of a tree with its path."""
    if isinstance(node, ScalarNode):
        yield path, node
    elif isinstance(node, ListNode):
        for index, item in enumerate(node.items):
            yield from scalars(item, (*path, index))
    else:
        for key, item in node.entries.items():
            yield from scalars(item, (*path, key))


def shape(node: Node) -> object:
    """The tree without its texts."""
    if isinstance(node, ListNode):
        return [shape(item) for item in node.items]
    if isinstance(node, MapNode):
        return dict.fromkeys(node.keys) | {key: shape(item) for key, item in node.entries.items()}
    return ""


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _lines_in_pieces(text: str, _root: Node, _model: type[BaseModel]) -> Iterator[Edit]:
    at = 0
    for line in text.splitlines(keepends=True):
        if not unicodedata.is_normalized("NFC", line):
            yield Edit(at, at + len(line), _nfc(line))
        at += len(line)


def _blanks(text: str, _root: Node, _model: type[BaseModel]) -> Iterator[Edit]:
    yield from (Edit(*found.span(), "") for found in BLANKS.finditer(text))


def _without_blanks(text: str) -> str:
    """YAML may fold a line's end, with the blanks before it, into the middle of a text."""
    return BLANKS.sub("", re.sub(r"[ \t]+", " ", text))


def _tabs(text: str, _root: Node, _model: type[BaseModel]) -> Iterator[Edit]:
    yield from (Edit(*found.span(), " " * len(found[0])) for found in re.finditer(r"\t+", text))


def _without_tabs(text: str) -> str:
    return text.replace("\t", " ")


def _codes(text: str, root: Node, model: type[BaseModel]) -> Iterator[Edit]:
    for path, node, start, quoted in _on_one_line(text, root):
        marks = _marks(model, _any_item(path))
        if CODE in marks:
            whole = next((_whole(node.text, mark) for mark in marks if isinstance(mark, WordFrom)), node.text)
            if whole != node.text or not (quoted or is_text_elsewhere(whole)):
                new = whole if quoted else f'"{whole}"'
                yield Edit(start, start + len(node.text), new, path, whole)


def _whole(code: str, words: WordFrom) -> str:
    """The SCB code with the zero that it has lost."""
    table = _CODES[words.name]() if words.name in _CODES else {}
    longer = code.zfill(len(next(iter(table), "")))
    return longer if code.isascii() and code.isdigit() and longer in table else code


def _dates(text: str, root: Node, model: type[BaseModel]) -> Iterator[Edit]:
    for path, node, start, _ in _on_one_line(text, root):
        if _takes_date(model, _any_item(path)) and (iso := as_iso(node.text)) is not None:
            yield Edit(start, start + len(node.text), iso, path, iso)


def _on_one_line(text: str, root: Node) -> Iterator[tuple[Path, ScalarNode, int, bool]]:
    """Each text that stands in the file just as it is read, where, and whether within quotation marks."""
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    for path, node in scalars(root):
        at = starts[node.line - 1] + node.column - 1
        quoted = text[at : at + 1] in ("'", '"')
        begins = at + quoted
        ends = begins + len(node.text)
        if "\n" in node.text or text[begins:ends] != node.text:
            continue
        if not quoted or text[ends] == text[at]:
            yield path, node, begins, quoted


def _any_item(path: Path) -> Path:
    return tuple(0 if isinstance(part, int) else part for part in path)


@lru_cache(maxsize=1024)
def _marks(model: type[BaseModel], path: Path) -> tuple[object, ...]:
    return marks_at(model, path)


@lru_cache(maxsize=1024)
def _takes_date(model: type[BaseModel], path: Path) -> bool:
    return any(shape in (PartialDate, End) for shape in shapes_at(model, path))


# In the order that they are mended: what is left of a line when its end is gone may still hold tabs.
MENDINGS = (
    Mending("nfc", "Bokstäver i två delar (å, ä, ö …) skrivs i en.", _lines_in_pieces, _nfc),
    Mending("blanksteg", BLANKS_GO, _blanks, _without_blanks),
    Mending("tabb", "Tabb byts mot mellanslag.", _tabs, _without_tabs),
    Mending(
        "kod", "Koden skrivs hel och inom citattecken, så att ingen nolla faller bort.", _codes, each=True
    ),
    Mending("datum", "Datumet skrivs som 2025-09-01.", _dates, each=True),
)
