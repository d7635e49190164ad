"""A page as text: front matter, then Markdown.

The front matter is YAML that every reader takes alike: block mappings and lists, ASCII keys
(MiniJinja knows no others), and each text double-quoted on one line, so that `0980`, `ja`, a date
or a line of three hyphens stays the text it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Meta: TypeAlias = "str | int | Sequence[Meta] | Mapping[str, Meta]"
Facts: TypeAlias = Mapping[str, Meta]

_KEY = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_encode = json.JSONEncoder(ensure_ascii=False).encode
# YAML 1.1 § 5.1 wants these escaped: other readers refuse the page or fold a line there.
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def _escaped(match: re.Match[str]) -> str:
    return "\\ufffd" if "\ud800" <= match[0] <= "\udfff" else f"\\u{ord(match[0]):04x}"


# MkDocs reads front matter as YAML 1.1, where these keys are no text.
_YAML_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


def quoted(text: str) -> str:
    """A double-quoted YAML scalar on one line; half a surrogate pair becomes U+FFFD."""
    return _UNPRINTABLE.sub(_escaped, _encode(text))


def present(**facts: Meta | None) -> dict[str, Meta]:
    """The facts that there are: None, "" and empty lists are left out, so a template asks `is defined`."""
    return {key: value for key, value in facts.items() if value is not None and value not in ("", [], (), {})}


def _lines(value: Sequence[Meta] | Mapping[str, Meta], indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if _KEY.fullmatch(key) is None or key.lower() in _YAML_WORDS:
                raise ValueError(f"front matter key {key!r} is not ASCII, or means something else in YAML")
            if isinstance(inner, str | int):
                yield f"{indent}{key}: {_scalar(inner)}"
            else:
                yield f"{indent}{key}:"
                yield from _lines(inner, indent + "  ")
        return
    for inner in value:
        if isinstance(inner, str | int):
            yield f"{indent}- {_scalar(inner)}"
        else:
            first, *rest = _lines(inner, indent + "  ")
            yield f"{indent}- {first.strip()}"
            yield from rest


def _scalar(value: str | int) -> str:
    if isinstance(value, str):
        return quoted(value)
    return str(value).lower()  # true and false


def page(facts: Facts, body: str = "") -> str:
    """Front matter and body → the text of one page, ending in one newline.

    Raises ValueError for a key that is not ASCII, and for an empty list or mapping (see `present`).
    """
    lines = "\n".join(_lines(facts, ""))
    text = body.strip("\n")
    return f"---\n{lines}\n---\n" + (f"\n{text}\n" if text else "")
