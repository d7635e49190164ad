"""A value that was read from a file, and where each part of it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.records.record import Record
from generator.storage.positions import Path, Positions
from generator.words.findings import Position

T = TypeVar("T")


@dataclass(frozen=True)
class Located(Generic[T]):
    """A value, the file it came from as the editor knows it, and the places of its parts."""

    value: T
    file: str
    positions: Positions

    def at(self, *path: str | int) -> Position:
        """Where the value under these keys stands: `at("personer", 0, "e-post")`. Total."""
        return self.positions.at(*path)

    def position_in_text(self, path: Path, line: int, column: int = 0) -> Position:
        """Where a line and column, from 0, of the text under `path` stand. Total."""
        return self.positions.in_text(path, line, column)


@dataclass(frozen=True)
class LocatedRecord(Located[Record]):
    """A record in `content/insatser/<folder>/<slug>.yml`."""

    folder: str
    slug: str
