"""The JSON Schema of a record, as editors' programs (YAML language servers) read it."""

from __future__ import annotations

from pydantic import JsonValue

from generator.records.record import Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def record_schema() -> dict[str, JsonValue]:
    """The schema of `content/insatser/<förbund>/<slug>.yml`, with Swedish descriptions.

    pydantic's own titles are our English class names and the keys once more, and its descriptions of
    mappings are our docstrings for developers: these are left out. A default of None means that a key
    may be absent.
    """
    schema = Record.model_json_schema(by_alias=True)
    cleaned = _cleaned(schema)
    if not isinstance(cleaned, dict):
        raise TypeError("a schema is an object")
    return {"$schema": DIALECT, "title": "Insats", **cleaned}


def _cleaned(value: JsonValue) -> JsonValue:
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if not isinstance(value, dict):
        return value
    is_mapping = value.get("type") == "object" and "properties" in value
    if "patternProperties" in value:
        value = {**value, "additionalProperties": False}
    return {
        key: _properties(item) if key in ("properties", "$defs") else _cleaned(item)
        for key, item in value.items()
        if not (key == "title" and (is_mapping or "description" in value))
        and not (key == "description" and is_mapping)
        and not (key == "default" and item is None)
    }


def _properties(value: JsonValue) -> JsonValue:
    """Here the keys are names, not words of JSON Schema."""
    return {key: _cleaned(item) for key, item in value.items()} if isinstance(value, dict) else value
