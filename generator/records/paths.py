"""The names of a record's fields, as an editor writes them: `beskrivning.bakgrund`, `personer.e-post`.

Lists are passed through: `personer.e-post` is the e-mail of every person.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Union, get_args, get_origin

from generator.records.model import Written
from generator.records.record import Record

Path = tuple[str | int, ...]


def _models_in(annotation: object) -> Iterator[type[Written]]:
    if isinstance(annotation, type) and issubclass(annotation, Written):
        yield annotation
    elif get_origin(annotation) in (list, Union, types.UnionType, Annotated):
        for part in get_args(annotation):
            yield from _models_in(part)


def _paths(model: type[Written], prefix: str) -> Iterator[str]:
    for name, info in model.model_fields.items():
        path = f"{prefix}{info.alias or name}"
        yield path
        for inner in _models_in(info.annotation):
            yield from _paths(inner, f"{path}.")


def keys_of(model: type[Written]) -> frozenset[str]:
    """Every key that an editor can write in a file of that model, at any depth."""
    return frozenset(key for path in _paths(model, "") for key in path.split("."))


def written(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Every single value below `value` with its path, in the schema's order; what is None is not written.

    A path's words are the file's keys, its numbers count list items from 0 or are a budget's years.
    """
    if isinstance(value, Written):
        for name, info in type(value).model_fields.items():
            yield from written(getattr(value, name), (*path, info.alias or name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from written(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from written(item, (*path, key))
    elif value is not None:
        yield path, value


def field_of(path: Path) -> str:
    """The path without list indexes: `samverkansparter.roll`."""
    return ".".join(part for part in path if isinstance(part, str))


def spelled(path: Path) -> str:
    """The path as it is shown: `personer[0].e-post`."""
    shown = ""
    for part in path:
        shown += f"[{part}]" if isinstance(part, int) else f".{part}" if shown else part
    return shown


@cache
def known_paths() -> frozenset[str]:
    """Every path of the record's schema, whole sections and single fields alike."""
    return frozenset(_paths(Record, ""))


def covers(covering: str, path: str) -> bool:
    """Whether `covering` is `path` itself or a section that holds it."""
    return path == covering or path.startswith(f"{covering}.")
