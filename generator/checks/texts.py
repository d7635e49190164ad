"""Every text of a record, with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.records.paths import Path, field_of, written
from generator.records.record import Record


@dataclass(frozen=True)
class Text:
    """A text value and its path in the file; `field` is the path without list indexes."""

    path: Path
    value: str

    @property
    def field(self) -> str:
        """For example `samverkansparter.roll`."""
        return field_of(self.path)


def all_texts(record: Record) -> Iterator[Text]:
    """Every string in the record, keys of vocabularies and ids included, in the schema's order."""
    for path, value in written(record):
        if isinstance(value, str):
            yield Text(path, value)
