"""The draft → the record's file, with its doubts as comments where they belong."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from generator.importing.draft import NOWHERE, Draft, Paragraph, Path
from generator.records.description import Description
from generator.records.for_editors import Source
from generator.records.model import Written
from generator.records.parts import Budget, Period
from generator.records.paths import spelled
from generator.records.record import Record
from generator.words.findings import Position

_WIDTH = 96
# What Markdown or YAML would take for something else when it begins a line.
_MARKUP = re.compile(r"[-*+#>|]|\d+[.)]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MODELS: dict[str, type[Written]] = {
    "beskrivning": Description,
    "budget": Budget,
    "period": Period,
    "källa": Source,
}
_LISTED = frozenset({("källa", "anmärkningar"), ("källa", "bilagor")})


@dataclass(frozen=True)
class WrittenDraft:
    """The file's text, and for each text value the place in the document of each of its lines."""

    text: str
    lines: dict[Path, tuple[Position, ...]]


def write(draft: Draft, document: str) -> WrittenDraft:
    """YAML as an editor would write it."""
    lines: dict[Path, tuple[Position, ...]] = {}
    values: dict[str, object] = dict(draft.values)
    if draft.persons:
        values["personer"] = draft.persons
    for path, paragraphs in draft.texts.items():
        if paragraphs:
            _put(values, path, paragraphs, lines)
    if draft.doubts or draft.hints:
        _inner(values, "källa")["tveksamt"] = list(_doubts(draft))
    root = _mapping(values, _keys(Record), (), draft)
    head = [
        f"Utkast ur {document}, läst av insats import. Inget är beslutat och ingenting syns.",
        "Raderna som börjar med Tveksamt säger vad du ska se efter. De står också under källa.tveksamt.",
        "När du har sett efter tar du bort dem på båda ställena.",
        *draft.notes.get((), ()),
    ]
    root.yaml_set_start_comment("\n".join(line for text in head for line in textwrap.wrap(text, _WIDTH)))
    stream = StringIO()
    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 4096
    yaml.dump(root, stream)
    return WrittenDraft(stream.getvalue(), lines)


def _put(
    values: dict[str, object],
    path: Path,
    paragraphs: Sequence[Paragraph],
    lines: dict[Path, tuple[Position, ...]],
) -> None:
    *outer, last = map(str, path)
    inner = values
    for key in outer:
        inner = _inner(inner, key)
    if path in _LISTED:
        inner[last] = [one.text for one in paragraphs]
        for number, one in enumerate(paragraphs):
            lines[*path, number] = (one.place,)
        return
    written = list(_lines(paragraphs))
    inner[last] = LiteralScalarString("\n".join(text for text, _ in written) + "\n")
    lines[path] = tuple(place for _, place in written)


def _inner(values: dict[str, object], key: str) -> dict[str, object]:
    """The mapping under the key, as a copy that may be changed."""
    found = values.get(key)
    copied: dict[str, object] = dict(found) if isinstance(found, dict) else {}
    values[key] = copied
    return copied


def _doubts(draft: Draft) -> Iterator[str]:
    """Each doubt with the key that it is about: the comment beside the key is lost in the form."""
    for path, found in draft.doubts:
        key = spelled(path) or "ansökan"
        place = "" if found.position == NOWHERE else f" ({found.position})"
        yield f"{key}{place}: {found.message} {found.advice}"
    for path, note in draft.hints.items():
        yield f"{spelled(path)}: {note}"


def _lines(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[str, Position]]:
    before = ""
    for one in paragraphs:
        together = one.kind == before and one.kind in ("item", "line")
        if before and not together:
            yield "", one.place
        for piece in one.text.split("\n"):
            for line in _wrapped(piece, one.kind):
                yield line, one.place
        before = one.kind


def _wrapped(text: str, kind: str) -> list[str]:
    if kind == "line":
        return [text]
    if kind == "strong":
        return [f"**{text.rstrip(':').strip('*')}**"]
    first = "- " if kind == "item" else ""
    lines = textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )
    if any(_MARKUP.match(line.strip()) for line in lines[1:]):
        return [first + text]
    return lines


def _keys(model: type[Written]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _mapping(values: dict[str, object], order: Sequence[str], path: Path, draft: Draft) -> CommentedMap:
    made = CommentedMap()
    for key in sorted(values, key=lambda key: order.index(key) if key in order else len(order)):
        inner = _keys(_MODELS[key]) if key in _MODELS else []
        made[key] = _value(values[key], inner, (*path, key), draft)
        notes = draft.notes.get((*path, key))
        if notes:
            _comment(made, key, notes, 2 * len(path))
    return made


def _value(value: object, order: Sequence[str], path: Path, draft: Draft) -> object:
    if isinstance(value, dict):
        return _mapping(value, order, path, draft)
    if isinstance(value, list):
        made = CommentedSeq()
        for number, item in enumerate(value):
            made.append(_value(item, (), (*path, number), draft))
            notes = draft.notes.get((*path, number))
            if notes:
                _comment(made, number, notes, 4 * (len(path) - 1) + 2)
        if path == ("kommuner",) or (len(path) == 1 and not any(isinstance(i, dict) for i in value)):
            made.fa.set_flow_style()
        return made
    if isinstance(value, str) and not isinstance(value, LiteralScalarString):
        return _scalar(value, path)
    return value


def _scalar(value: str, path: Path) -> str | date:
    """A whole date stands bare, a kommun's code does not: its leading zero counts."""
    if path[:1] == ("kommuner",):
        quoted: str = DoubleQuotedScalarString(value)
        return quoted
    return date.fromisoformat(value) if _DAY.fullmatch(value) else value


def _comment(made: CommentedMap | CommentedSeq, key: str | int, notes: Sequence[str], indent: int) -> None:
    wrapped = [line for note in notes for line in textwrap.wrap(note, _WIDTH)]
    made.yaml_set_comment_before_after_key(key, before="\n".join(wrapped), indent=indent)
