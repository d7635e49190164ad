"""What a model has room for under a path: for messages about what an editor may write there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

Shape = tuple[object, tuple[object, ...]]  # what may stand there, and the marks on it


def _alternatives(annotation: object, marks: tuple[object, ...] = ()) -> tuple[Shape, ...]:
    """The members of a union, each with its metadata; anything else alone."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return _alternatives(inner, (*marks, *more))
    if origin in (Union, UnionType):
        return tuple(one for member in get_args(annotation) for one in _alternatives(member, marks))
    return ((annotation, marks),)


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


def _inside(shape: object, part: str | int) -> tuple[Shape, ...]:
    for model in models((shape,)):
        field = fields_by_key(model).get(str(part))
        return () if field is None else _alternatives(field.annotation, tuple(field.metadata))
    origin, members = get_origin(shape), get_args(shape)
    if origin is list:
        return _alternatives(members[0])
    if origin is dict:
        return _alternatives(members[1])
    return ()


def _at(model: type[BaseModel], path: Iterable[str | int]) -> tuple[Shape, ...]:
    here: tuple[Shape, ...] = ((model, ()),)
    for part in path:
        here = tuple(inner for shape, _ in here for inner in _inside(shape, part))
    return here


def shapes_at(model: type[BaseModel], path: Iterable[str | int]) -> tuple[object, ...]:
    """The shapes that may stand under a path of Swedish keys and numbers; () for an unknown path."""
    return tuple(shape for shape, _ in _at(model, path))


def marks_at(model: type[BaseModel], path: Iterable[str | int]) -> tuple[object, ...]:
    """What the types of a value say of it beside its shape, such as `CODE`."""
    return tuple(mark for _, marks in _at(model, path) for mark in marks)
