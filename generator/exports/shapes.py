"""What JSON values look like: the schemas that the fields are put together from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from generator.exports.interface import Json

Schema: TypeAlias = Mapping[str, Json]

TEXT: Schema = {"type": "string", "minLength": 1}
WHOLE: Schema = {"type": "integer", "minimum": 0}
KRONOR: Schema = {"type": "integer", "minimum": 0, "description": "Hela kronor."}
YES_NO: Schema = {"type": "boolean"}
ADDRESS: Schema = {"type": "string", "format": "uri"}
DATE: Schema = {
    "type": "string",
    "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$",
    "description": "År, månad eller dag: så noga som det är känt.",
}


def many(inner: Schema) -> Schema:
    """A list of at least one."""
    return {"type": "array", "items": inner, "minItems": 1}


def parts(required: Iterable[str], **properties: Schema) -> Schema:
    """An object with these keys and no others; `_` at a key's end is no part of it."""
    return {
        "type": "object",
        "properties": {key.rstrip("_"): schema for key, schema in properties.items()},
        "required": list(required),
        "additionalProperties": False,
    }


TERM = parts(("id", "namn"), id=TEXT, namn=TEXT)
PERIOD = parts((), start=DATE, slut=DATE)
PARTY = parts(("organisation",), organisation=TEXT, enhet=TEXT, roll=TEXT)
