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


@cache
def known_paths() -> frozenset[str]:
    """Every path of the record's schema, whole sections and single fields alike."""
    return frozenset(_paths(Record, ""))


def covers(covering: str, path: str) -> bool:
    """Whether `covering` is `path` itself or a section that holds it."""
    return path == covering or path.startswith(f"{covering}.")
