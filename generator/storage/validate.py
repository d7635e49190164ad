"""Tree + model → the model's object, or everything that is wrong with it in plain Swedish.

No finding quotes what was written, neither keys nor values: either may be what secrecy or a missing
consent withholds. The position says which one it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.records.model import NARROWS, QUOTED
from generator.storage.limits import MOST_FINDINGS
from generator.storage.near import guess, lacks_space
from generator.storage.nodes import ListNode, MapNode, Node, ScalarNode, plain
from generator.storage.positions import Path, follow, key_position
from generator.storage.shapes import fields_by_key, models, shapes_at
from generator.storage.wrong_shape import fits, wrong_shape
from generator.words.findings import Finding, Position, in_order

M = TypeVar("M", bound=BaseModel)

_SHAPE_ERRORS = frozenset(
    {"literal_error", "enum", "list_type", "model_type", "model_attributes_type", "dict_type"}
    | {"string_type", "int_type", "bool_type", "tuple_type", "set_type", "none_required"}
)


@dataclass(frozen=True)
class _Error:
    """One of pydantic's errors, placed in the tree."""

    kind: str
    loc: Path
    path: Path
    node: Node
    position: Position
    context: dict[str, object]


def _placed(root: Node, error: ErrorDetails) -> _Error:
    loc, kind = error["loc"], error["type"]
    path, node, left = follow(root, loc)
    at_key = kind in ("missing", "extra_forbidden") or left[-1:] == ("[key]",)
    if at_key:
        position = key_position(root, (*path, loc[-1]) if kind == "missing" else path)
    else:
        position = Position(node.line, node.column)
    return _Error(kind, loc, path, node, position, dict(error.get("ctx", {})))


def _unknown_key(key: str, known: tuple[str, ...]) -> tuple[str, str, str]:
    if lacks_space(key):
        return "nyckel-okand", "Nyckeln finns inte här.", "Det kan saknas ett mellanslag efter kolon."
    if key.isdecimal():
        advice = "Inom {} skiljer komma nycklarna åt: skriv belopp i hela kronor, utan komma."
        return "nyckel-okand", "Ett tal står där en nyckel ska stå.", advice
    meant = guess(key, known)
    return "nyckel-okand", "Nyckeln finns inte här.", meant or "Ta bort den eller se hur den stavas."


def _explained(advice: str, model: type[BaseModel], around: Path, key: str) -> str:
    """The advice with the schema's own words about the key."""
    meant = [fields_by_key(one).get(key) for one in models(shapes_at(model, around))]
    help_text = " ".join(field.description for field in meant if field and field.description)
    return f"{advice} Förklaring: {help_text}" if help_text else advice


def _missing_key(error: _Error, model: type[BaseModel]) -> tuple[str, str, str]:
    key = str(error.loc[-1])
    advice = _explained("Lägg till den.", model, error.path, key)
    return "nyckel-saknas", f'Nyckeln "{key}" saknas eller har inget värde.', advice


def _too_short(error: _Error, model: type[BaseModel]) -> tuple[str, str, str]:
    """Never says to take the key away: an empty list may be meant to restrict."""
    least = error.context.get("min_length", 1)
    if error.kind == "string_too_short":
        message, advice = "Texten är för kort.", f"Skriv minst {least} tecken."
    elif isinstance(error.node, ListNode) and not error.node.items:
        message, advice = "Listan är tom.", "Skriv minst ett värde."
    else:
        message, advice = "Listan är för kort.", f"Skriv minst {least} värden."
    return "varde-for-kort", message, _explained(advice, model, error.path[:-1], str(error.path[-1]))


def _told(error: _Error, model: type[BaseModel]) -> tuple[str, str, str]:
    """Rule, message and advice."""
    if error.kind == "swedish":
        return "varde-fel-form", str(error.context["message"]), str(error.context["advice"])
    if error.kind == "extra_forbidden":
        around = models(shapes_at(model, error.path[:-1]))
        known = tuple(key for one in around for key in fields_by_key(one))
        return _unknown_key(str(error.loc[-1]), known)
    if error.kind == "missing":
        return _missing_key(error, model)
    if error.kind in _SHAPE_ERRORS:
        return wrong_shape(error.node, shapes_at(model, error.path))
    if error.kind in ("too_short", "string_too_short"):
        return _too_short(error, model)
    if error.kind in ("too_long", "string_too_long"):
        return "varde-for-langt", "Här står för mycket.", f"Högst {error.context.get('max_length')} får stå."
    return (
        "varde-okant-fel",
        "Värdet godtas inte, men programmet kan inte säga varför.",
        f"Det är ett fel i programmet: berätta för dess förvaltare att {error.kind!r} saknar förklaring.",
    )


def _worth_telling(errors: list[_Error], model: type[BaseModel]) -> Iterator[_Error]:
    """All but the errors of shape where another member of the union fits the shape."""
    for error in errors:
        if error.kind not in _SHAPE_ERRORS or not fits(error.node, shapes_at(model, error.path)):
            yield error


def _empty_keys(node: Node, path: Path = ()) -> Iterator[tuple[Path, str, bool]]:
    """Each key without a value, the path of its mapping, and whether nothing at all was written."""
    if isinstance(node, ListNode):
        for number, item in enumerate(node.items):
            if not isinstance(item, ScalarNode):
                yield from _empty_keys(item, (*path, number))
    elif isinstance(node, MapNode):
        if len(node.keys) > len(node.entries):
            yield from ((path, key, key in node.blank) for key in node.keys if key not in node.entries)
        for key, value in node.entries.items():
            if not isinstance(value, ScalarNode):
                yield from _empty_keys(value, (*path, key))


def _empty(root: Node, model: type[BaseModel], file: str) -> Iterator[Finding]:
    """Keys without a value that the schema never sees, though the editor meant something by them."""
    for path, key, blank in _empty_keys(root):
        fields = [fields_by_key(one) for one in models(shapes_at(model, path))]
        known = tuple(name for one in fields for name in one)
        position = key_position(root, (*path, key))
        if known and key not in known:
            yield Finding(file, position, *_unknown_key(key, known))
        elif blank and any(NARROWS in one[key].metadata for one in fields if key in one):
            message = f'Nyckeln "{key}" står utan värde. Då gäller den inte.'
            yield Finding(
                file, position, "nyckel-utan-varde", message, "Skriv värdet, eller ta bort nyckeln."
            )
        elif blank and any(QUOTED in one[key].metadata for one in fields if key in one):
            message = f'Nyckeln "{key}" står utan värde: ett # utan citattecken börjar en kommentar.'
            advice = "Skriv värdet inom citattecken, eller ta bort nyckeln."
            yield Finding(file, position, "nyckel-utan-varde", message, advice)


def _findings(failure: ValidationError, root: Node, model: type[BaseModel], file: str) -> Iterator[Finding]:
    errors = [_placed(root, error) for error in failure.errors(include_url=False, include_input=False)]
    errors.sort(key=lambda error: (error.position.line, error.position.column))
    told = list(_worth_telling(errors, model)) or errors
    for error in told[:MOST_FINDINGS]:
        yield Finding(file, error.position, *_told(error, model))
    if len(told) > MOST_FINDINGS:
        message = f"Filen har {len(told)} fel. Bara de {MOST_FINDINGS} första visas."
        position = told[MOST_FINDINGS].position
        yield Finding(file, position, "fil-for-manga-fel", message, "Rätta de första och kör igen.")


def validate(root: Node, model: type[M], file: str) -> tuple[M | None, tuple[Finding, ...]]:
    """The object and no findings, or None and the findings in order."""
    findings = list(islice(_empty(root, model, file), MOST_FINDINGS))
    value = None
    try:
        value = model.model_validate(plain(root))
    except ValidationError as failure:
        findings.extend(_findings(failure, root, model, file))
    return (None if findings else value), in_order(findings)
