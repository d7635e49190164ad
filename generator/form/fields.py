"""The record's schema → the form's fields, one for each key: a key without a field would be lost on saving.

A path names a key as the handbook does, lists passed through: `personer.roll`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pydantic import JsonValue

Node = Mapping[str, JsonValue]
Field = dict[str, JsonValue]
_SEVERAL_LINES = "contentMediaType"
_NULL: Node = {"type": "null"}


class UnknownShapeError(Exception):
    """The schema has something at this path that the form has no field for."""


@dataclass(frozen=True)
class Choices:
    """(value, label) of all that may be chosen, and the hint that stands below them."""

    options: tuple[tuple[str, str], ...]
    hint: str


@dataclass(frozen=True)
class Fields:
    """Makes the fields of `schema`. `choices` and `others` (whole fields) have the paths of their keys."""

    schema: Node
    choices: Mapping[str, Choices]
    others: Mapping[str, Field]

    def all(self) -> list[JsonValue]:
        """The fields of the record, in the schema's order."""
        return list(self._of_mapping(self.schema, ""))

    def _of_mapping(self, node: Node, prefix: str) -> Iterator[Field]:
        required = _items(node.get("required", []))
        for key, inner in _mapping(node["properties"]).items():
            path, written = f"{prefix}{key}", _mapping(inner)
            chosen = self.choices.get(path)
            hint = chosen.hint if chosen is not None else written.get("description")
            yield {
                "name": key,
                "label": written.get("title") or label(key),
                **({"hint": hint} if hint else {}),
                "required": key in required,
                **self._kind(self._resolved(written), path),
            }

    def _resolved(self, node: Node) -> Node:
        """What the node refers to, without the null that says that a key may be absent."""
        if "anyOf" in node:
            kinds = [one for one in _items(node["anyOf"]) if one != _NULL]
            if len(kinds) > 1:
                return {**node, "anyOf": kinds}
            node = _mapping(kinds[0])
        if isinstance(reference := node.get("$ref"), str):
            return _mapping(_mapping(self.schema["$defs"])[reference.rpartition("/")[2]])
        return node

    def _kind(self, node: Node, path: str) -> Field:
        if path in self.others:
            return self.others[path]
        if path in self.choices:
            options: list[JsonValue] = [
                {"value": value, "label": shown} for value, shown in self.choices[path].options
            ]
            lists = (node, *(_mapping(one) for one in _items(node.get("anyOf", []))))
            several = next((one for one in lists if one.get("type") == "array"), None)
            return _select(options) if several is None else _select_several(options, several)
        if node.get("type") == "array":
            return self._list(node, path)
        if "properties" in node:
            fields: list[JsonValue] = list(self._of_mapping(node, f"{path}."))
            return {"widget": "object", "collapsed": "auto", "fields": fields}
        return _scalar(node, path)

    def _list(self, node: Node, path: str) -> Field:
        item = self._resolved(_mapping(node["items"]))
        if "enum" in item:
            return _select_several(_items(item["enum"]), node)
        shown: Field = {"widget": "list", "collapsed": "auto", **_least(node)}
        if "properties" in item:
            first = next(iter(_mapping(item["properties"])))
            fields: list[JsonValue] = list(self._of_mapping(item, f"{path}."))
            return {**shown, "fields": fields, "summary": f"{{{{fields.{first}}}}}"}
        return {**shown, "field": {"name": "rad", "label": "Rad", **_scalar(item, path)}}


def label(key: str) -> str:
    """`sista_intag` → `Sista intag`."""
    words = key.replace("_", " ")
    return f"{words[:1].upper()}{words[1:]}"


def _scalar(node: Node, path: str) -> Field:
    if "enum" in node:
        options = _items(node["enum"])
        return {"widget": "boolean"} if True in options else _select(options)
    kinds = [_mapping(one) for one in _items(node.get("anyOf", [dict(node)]))]
    types = {one for kind in kinds for one in _types(kind)}
    if "integer" in types and all("pattern" not in kind or _is_digits(kind) for kind in kinds):
        return _whole_number(node, kinds)
    if not types or not types <= {"string", "integer", "number"}:
        raise UnknownShapeError(path)
    if _SEVERAL_LINES in node:
        return {"widget": "text"}
    checked: Field = {}
    if "pattern" in node:
        checked["pattern"] = [node["pattern"], _advice(node, path)]
    for bound, name in (("minLength", "minlength"), ("maxLength", "maxlength")):
        if bound in node:
            checked[name] = node[bound]
    return {"widget": "string", "use_emoji_autocomplete": False, **checked}


def _whole_number(node: Node, kinds: Sequence[Node]) -> Field:
    """A line of digits, which may have spaces between them: a field for numbers makes 36 of `3 222 836`.

    `heltal` is for our own format, which saves it as a number.
    """
    shape = next((str(kind["pattern"]) for kind in kinds if "pattern" in kind), "")
    pattern = shape if shape and " " not in shape else r"^[\d\s]+$"
    example = next(iter(_items(node.get("examples", []))), 40)
    advice = f"Skriv bara siffror, till exempel {example}."
    return {"widget": "string", "use_emoji_autocomplete": False, "heltal": True, "pattern": [pattern, advice]}


def _is_digits(kind: Node) -> bool:
    return "pattern" in kind and ("minimum" in kind or str(kind["pattern"]).startswith(r"^[\d"))


def _advice(node: Node, path: str) -> str:
    examples = [str(one) for one in _items(node.get("examples", []))]
    if not examples:
        raise UnknownShapeError(path)  # whoever is refused is to be told what to write
    return f"Skriv till exempel {' eller '.join(examples)}."


def _select(options: Sequence[JsonValue]) -> Field:
    return {"widget": "select", "options": list(options)}


def _select_several(options: Sequence[JsonValue], node: Node) -> Field:
    return {**_select(options), "multiple": True, **_least(node)}


def _least(node: Node) -> Field:
    return {"min": node["minItems"]} if "minItems" in node else {}


def _types(node: Node) -> list[JsonValue]:
    found = node.get("type")
    return list(found) if isinstance(found, list) else [found]


def _mapping(value: JsonValue) -> Node:
    if not isinstance(value, dict):
        raise TypeError("the schema has no mapping here")
    return value


def _items(value: JsonValue) -> list[JsonValue]:
    if not isinstance(value, list):
        raise TypeError("the schema has no list here")
    return value
