"""Every text of a record, with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.records.model import Written
from generator.records.record import Record

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Text:
    """A text value and its path in the file; `field` is the path without list indexes."""

    path: Path
    value: str

    @property
    def field(self) -> str:
        """For example `samverkansparter.roll`."""
        return ".".join(part for part in self.path if isinstance(part, str))


def all_texts(record: Record) -> Iterator[Text]:
    """Every string in the record, keys of vocabularies and ids included, in the schema's order."""
    yield from _texts(record, ())


def _texts(value: object, path: Path) -> Iterator[Text]:
    if isinstance(value, str):
        yield Text(path, value)
    elif isinstance(value, Written):
        for name, info in type(value).model_fields.items():
            yield from _texts(getattr(value, name), (*path, info.alias or name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
