"""JSON Schemas of what editors write, as their programs (YAML language servers) read them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import JsonValue
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from generator.records.config import ForbundConfig, SearchWordsFile, SiteConfig, VocabularyFile
from generator.records.forms import FormLayout
from generator.records.model import WORD_FROM, Written
from generator.records.paths import known_paths
from generator.records.record import Record
from generator.records.terms import Terms
from generator.words.kommuner import kommuner, lan

DIALECT = "https://json-schema.org/draft/2020-12/schema"

# What YAML language servers and VS Code say in the place of all the words, in English.
_NOT_THERE = "Det finns inte i listan. Välj något av det som redigeraren föreslår (Ctrl + mellanslag)."
_OTHERS_TERMS = "Villkoren hör till ett annat förbund."
# Of the types of JSON Schema, those that hold others.
_SHAPES: Mapping[str, type] = {"array": list, "object": dict}

Object = dict[str, JsonValue]


@dataclass(frozen=True)
class Kind:
    """A kind of file: what it is called in an editor, and what it holds."""

    title: str
    model: type[Written]


KINDS: Mapping[str, Kind] = {
    "insats": Kind("Insats", Record),
    "forbund": Kind("Förbund", ForbundConfig),
    "villkor": Kind("Villkor", Terms),
    "formular": Kind("Blankett", FormLayout),
    "begrepp": Kind("Ordlista", VocabularyFile),
    "sokord": Kind("Sökord", SearchWordsFile),
    "site": Kind("Webbplatsen", SiteConfig),
}


@dataclass(frozen=True)
class Choices:
    """What an editor may choose among: list → word → what it means; förbund → ids of its terms.

    The lists are those that `WordFrom` names. Those that do not depend on `site_config/` need not be here.
    `kommuner_of`: förbund → its members.
    """

    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    terms_of: Mapping[str, Sequence[str]] = field(default_factory=dict)
    kommuner_of: Mapping[str, Sequence[str]] = field(default_factory=dict)


def schema(kind: str, choices: Choices | None = None) -> Object:
    """The schema of a kind of file, with Swedish titles, descriptions and examples.

    pydantic's titles of mappings are our English class names, and its descriptions of them our docstrings
    for developers: these are left out. A default of None means that a key may be absent.
    """
    known = choices or Choices()
    model = KINDS[kind].model
    written = model.model_json_schema(by_alias=True, schema_generator=_InOrder)
    made = _Maker({**_everywhere(), **known.words}).cleaned(written)
    if not isinstance(made, dict):
        raise TypeError("a schema is an object")
    _add_examples(made)
    found: Object = {"$schema": DIALECT, "title": KINDS[kind].title, **made}
    if model is Record and known.terms_of:
        found["allOf"] = [_own_terms(forbund, terms) for forbund, terms in known.terms_of.items() if terms]
    return found


def word_lists() -> dict[str, str]:
    """Path of a record's key, lists passed through (`personer.roll`) → the list that its words are from."""
    whole = Record.model_json_schema(by_alias=True)
    return dict(_words_of(whole, whole.get("$defs", {}), ""))


def _words_of(node: JsonValue, defs: Object, path: str) -> Iterator[tuple[str, str]]:
    if not isinstance(node, dict):
        return
    if WORD_FROM in node:
        yield path, str(node[WORD_FROM])
    if isinstance(reference := node.get("$ref"), str):
        yield from _words_of(defs[reference.removeprefix("#/$defs/")], defs, path)
    either = node.get("anyOf")
    for inner in (node.get("items"), *(either if isinstance(either, list) else ())):
        yield from _words_of(inner, defs, path)
    for key, inner in _properties_of(node).items():
        yield from _words_of(inner, defs, f"{path}.{key}".removeprefix("."))


class _InOrder(GenerateJsonSchema):
    """pydantic would sort the keys of the examples by the alphabet."""

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:  # noqa: ARG002 - pydantic's
        return value


def _everywhere() -> Mapping[str, Mapping[str, str]]:
    return {"kommuner": kommuner(), "län": lan(), "fält": dict.fromkeys(sorted(known_paths()), "")}


def _own_terms(forbund: str, terms: Sequence[str]) -> JsonValue:
    return {
        "if": {"properties": {"förbund": {"const": forbund}}, "required": ["förbund"]},
        "then": {"properties": {"villkor": {"enum": [*terms], "errorMessage": _OTHERS_TERMS}}},
    }


@dataclass(frozen=True)
class _Maker:
    words: Mapping[str, Mapping[str, str]]

    def cleaned(self, value: JsonValue) -> JsonValue:
        if isinstance(value, list):
            return [self.cleaned(item) for item in value]
        if not isinstance(value, dict):
            return value
        is_mapping = value.get("type") == "object" and "properties" in value
        if "patternProperties" in value:
            value = {**value, "additionalProperties": False}
        return self._offered(
            {
                key: self._properties(item) if key in ("properties", "$defs") else self.cleaned(item)
                for key, item in value.items()
                if not (key in ("title", "description") and is_mapping)
                and not (key == "default" and item is None)
            }
        )

    def _properties(self, value: JsonValue) -> JsonValue:
        """Here the keys are names, not words of JSON Schema."""
        return {key: self.cleaned(item) for key, item in value.items()} if isinstance(value, dict) else value

    def _offered(self, value: Object) -> Object:
        """With the words of the list that the value must come from."""
        if WORD_FROM not in value:
            return value
        known = self.words.get(str(value[WORD_FROM]), {})
        kept = {key: item for key, item in value.items() if key != WORD_FROM}
        if not known:
            return kept
        fixed = kept.get("enum")
        offered = [str(word) for word in fixed] if isinstance(fixed, list) else [*known]
        for narrower in ("pattern", "maxLength"):
            kept.pop(narrower, None)
        if any(known.values()):
            kept["enumDescriptions"] = [known.get(word, "") for word in offered]
        return {**kept, "enum": [*offered], "errorMessage": _NOT_THERE}


def _add_examples(whole: Object) -> None:
    """Every property gets the examples of its field, else of its type, else one made of its parts'."""
    definitions = whole.get("$defs")
    defs = definitions if isinstance(definitions, dict) else {}
    for mapping in (whole, *defs.values()):
        for value in _properties_of(mapping).values():
            if isinstance(value, dict):
                value["examples"] = _examples(value, defs)


def _properties_of(value: JsonValue) -> Object:
    found = value.get("properties") if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def _examples(value: Object, defs: Object) -> list[JsonValue]:
    own = value.get("examples")
    return [_fitting(one, value, defs) for one in own] if isinstance(own, list) else [_example(value, defs)]


def _fitting(example: JsonValue, about: JsonValue, defs: Object) -> JsonValue:
    """The example with words that may be chosen in the place of those that may not."""
    about = _resolved(about, defs, type(example))
    if isinstance(example, list):
        return [_fitting(item, about.get("items"), defs) for item in example]
    if isinstance(example, dict):
        known = _properties_of(about)
        return {key: _fitting(item, known.get(key), defs) for key, item in example.items()}
    enum = about.get("enum")
    return enum[0] if isinstance(enum, list) and example not in enum else example


def _example(about: JsonValue, defs: Object) -> JsonValue:
    """One example: of an either-or its first, of a mapping what it requires, or all when that is nothing."""
    own, about = about, _resolved(about, defs)
    for found in (own, about):
        if isinstance(found, dict) and isinstance(known := found.get("examples"), list):
            return _fitting(known[0], found, defs)
    if isinstance(enum := about.get("enum"), list):
        return enum[0]
    if about.get("type") == "array":
        return [_example(about.get("items"), defs)]
    properties, required = _properties_of(about), about.get("required")
    names = required if isinstance(required, list) else [*properties]
    return {str(name): _example(properties[str(name)], defs) for name in names} or None


def _resolved(about: JsonValue, defs: Object, shape: type | None = None) -> Object:
    """The definition that is meant; of an either-or the first that has room for the shape."""
    if not isinstance(about, dict):
        return {}
    if isinstance(reference := about.get("$ref"), str):
        return _resolved(defs[reference.removeprefix("#/$defs/")], defs, shape)
    if isinstance(either := about.get("anyOf"), list):
        ways = [_resolved(one, defs, shape) for one in either]
        fit = (way for way in ways if shape is None or _SHAPES.get(str(way.get("type")), str) is shape)
        return next(fit, ways[0])
    return about
