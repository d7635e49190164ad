"""Values → YAML that reads back the same, here and in programs that take 0305 for a number."""

from __future__ import annotations

import json
import re

import yaml
from pydantic import JsonValue

from generator.storage import nodes
from generator.storage.tree import parse

_TEXT, _DATE = "tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp"
_LONGEST_ROW = 80
# Numbers of YAML 1.2 that are texts in 1.1, such as 0313900615.
_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+")


def _tag(text: str) -> str:
    """The tag that programs with YAML 1.1 or 1.2 give the text when it stands without quotation marks."""
    for tag, pattern in yaml.SafeLoader.yaml_implicit_resolvers.get(text[:1], ()):
        if pattern.match(text):
            return str(tag)
    return "tag:yaml.org,2002:float" if _NUMBER.fullmatch(text) else _TEXT


def is_text_elsewhere(text: str) -> bool:
    """Whether other programs take it for a text, and not for a number, a date, or yes or no."""
    return _tag(text) == _TEXT


def scalar(value: JsonValue, *, among_others: bool = False) -> str:
    """One value, within quotation marks where it would be read as something else. Dates stand without them.

    `among_others`: as it stands between brackets, where a comma counts.
    """
    if not isinstance(value, str):
        return json.dumps(value)
    reads_back = _tag(value) in (_TEXT, _DATE) and _read(f"[{value}]" if among_others else f"- {value}") == [
        value
    ]
    return value if reads_back else json.dumps(value, ensure_ascii=False)


def _read(text: str) -> nodes.Plain | None:
    root, refused = parse(text.encode("utf-8", "surrogatepass"), "")
    return None if root is None or refused else nodes.plain(root)


def row(value: JsonValue) -> str | None:
    """The value as it stands after its key or dash; None for what needs rows of its own."""
    if isinstance(value, dict):
        return None
    if not isinstance(value, list):
        return scalar(value)
    if any(isinstance(item, dict | list) for item in value):
        return None
    written = f"[{', '.join(scalar(item, among_others=True) for item in value)}]"
    return written if len(written) <= _LONGEST_ROW or not value else None
