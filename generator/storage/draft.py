"""The text of a new record: what is known of it, and every other key as a comment with an example."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

from pydantic import JsonValue

from generator.records.schema import Choices, Object, schema
from generator.storage.writing import row
from generator.words.swedish import listed

_WIDEST = 100
_FEW = 8  # words that a line has room for
_HEAD = (
    "# Insatsen är pausad: den syns inte förrän styrelsen har beslutat och läget är publicera.",
    "# Rader som börjar med # läses inte. Ta bort # framför de nycklar som du vill använda, byt exemplet mot",
    "# det som gäller och ta bort resten. Kör sedan: insats check",
)


def schema_line(path: str) -> str:
    """The first line of a record, by which editors' programs find its schema at the path from its folder."""
    return f"# yaml-language-server: $schema={path}"


def draft(values: Mapping[str, JsonValue], choices: Choices, schema_path: str) -> str:
    """The file of a record with these values by key; `schema_path` leads there from the file's folder.

    A line of explanation begins with `# `, a key that is not used with `#` alone.
    """
    whole = schema("insats", choices)
    lines = [schema_line(schema_path), *_HEAD]
    properties = whole["properties"]
    for key, about in properties.items() if isinstance(properties, dict) else ():
        lines.append("")
        if key in values:
            lines += _keyed(key, values[key], about, whole)
        else:
            lines += (
                line if line.startswith("#") else f"#{line}"
                for line in _keyed(key, _example_of(about), about, whole)
            )
    return "\n".join(lines) + "\n"


def _example_of(about: JsonValue) -> JsonValue:
    examples = about.get("examples") if isinstance(about, dict) else None
    return examples[0] if isinstance(examples, list) else None


def _keyed(key: str, value: JsonValue, about: JsonValue, whole: Object) -> Iterator[str]:
    """What the key is for, then the key and its value, on as many rows as that takes."""
    yield from _help(about)
    one = row(value)
    if one is not None:
        yield f"{key}: {one}"
        return
    yield f"{key}:"
    yield from (f"  {line}" for line in _rows(value, _inside(about, whole), whole))


def _rows(value: JsonValue, about: Object, whole: Object) -> Iterator[str]:
    if isinstance(value, dict):
        properties = about.get("properties")
        known = properties if isinstance(properties, dict) else {}
        for key, item in value.items():
            yield from _keyed(key, item, known.get(key), whole)
    elif isinstance(value, list):
        for item in value:
            one = row(item)
            rows = [one] if one is not None else [*_rows(item, _inside(about.get("items"), whole), whole)]
            first = next(number for number, line in enumerate(rows) if not line.startswith("#"))
            for number, line in enumerate(rows):
                yield line if number < first else f"- {line}" if number == first else f"  {line}"


def _inside(about: JsonValue, whole: Object) -> Object:
    """The part of the schema that tells of the value's keys or items."""
    if not isinstance(about, dict):
        return {}
    if isinstance(reference := about.get("$ref"), str):
        definitions = whole["$defs"]
        return (
            _inside(definitions[reference.removeprefix("#/$defs/")], whole)
            if isinstance(definitions, dict)
            else {}
        )
    if isinstance(either := about.get("anyOf"), list):
        return _inside(either[0], whole)
    return about


def _help(about: JsonValue) -> Iterator[str]:
    if not isinstance(about, dict):
        return
    text = str(about["description"])
    enum = about.get("enum")
    words = [str(word) for word in enum] if isinstance(enum, list) and True not in enum else []
    if 1 < len(words) <= _FEW and "enumDescriptions" not in about and not all(word in text for word in words):
        text += f" Välj {listed(words, 'eller')}."
    yield from (f"# {line}" for line in textwrap.wrap(text, _WIDEST, break_on_hyphens=False))
