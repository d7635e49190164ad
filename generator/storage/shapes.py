"""What a model has room for under a path: for messages about what an editor may write there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo


def alternatives(annotation: object) -> tuple[object, ...]:
    """The members of a union, without metadata; anything else alone."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return alternatives(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return tuple(one for member in get_args(annotation) for one in alternatives(member))
    return (annotation,)


@cache
def fields_by_key(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """The model's fields by the key that an editor writes."""
    return MappingProxyType({field.alias or name: field for name, field in model.model_fields.items()})


def models(shapes: Iterable[object]) -> Iterator[type[BaseModel]]:
    """The models among the shapes."""
    for shape in shapes:
        if isinstance(shape, type) and issubclass(shape, BaseModel):
            yield shape


def words(shapes: Iterable[object]) -> tuple[str, ...]:
    """The words that the Literals among the shapes allow."""
    return tuple(str(word) for shape in shapes if get_origin(shape) is Literal for word in get_args(shape))


def takes_list(shapes: Iterable[object]) -> bool:
    """Whether a list may stand here."""
    return any(get_origin(shape) is list for shape in shapes)


def takes_mapping(shapes: Iterable[object]) -> bool:
    """Whether keys with values may stand here."""
    shapes = tuple(shapes)
    return any(models(shapes)) or any(get_origin(shape) is dict for shape in shapes)


def _inside(shape: object, part: str | int) -> tuple[object, ...]:
    for model in models((shape,)):
        field = fields_by_key(model).get(str(part))
        return () if field is None else alternatives(field.annotation)
    origin, members = get_origin(shape), get_args(shape)
    if origin is list:
        return alternatives(members[0])
    if origin is dict:
        return alternatives(members[1])
    return ()


def shapes_at(model: type[BaseModel], path: Iterable[str | int]) -> tuple[object, ...]:
    """The shapes that may stand under a path of Swedish keys and numbers; () for an unknown path."""
    here: tuple[object, ...] = (model,)
    for part in path:
        here = tuple(inner for shape in here for inner in _inside(shape, part))
    return here
