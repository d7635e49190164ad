"""A file or folder of a stored revision: what `pathlib.Path` is for the disk, as far as reading goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Literal

Kind = Literal["file", "folder", "link", "other"]


@dataclass(frozen=True)
class Blob:
    """One entry of a revision. `data` is a file's bytes; of a link, where it leads."""

    kind: Kind
    data: bytes


@dataclass(frozen=True)
class Stored:
    """A place in a revision, below the folder that `blobs` are named from. `shown` names that folder."""

    blobs: Mapping[str, Blob]
    shown: str
    path: PurePosixPath = field(default_factory=PurePosixPath)

    def __truediv__(self, name: str) -> Stored:
        return Stored(self.blobs, self.shown, self.path / name)

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.name

    @property
    def stem(self) -> str:
        """The name without its suffix."""
        return self.path.stem

    @property
    def suffix(self) -> str:
        """The name's end, with its dot."""
        return self.path.suffix

    @property
    def parent(self) -> Stored:
        """The folder around it."""
        return Stored(self.blobs, self.shown, self.path.parent)

    def blob(self) -> Blob | None:
        """The entry itself; None for a folder and for what is not there."""
        return self.blobs.get(self.path.as_posix())

    def is_symlink(self) -> bool:
        """Whether it is a link."""
        found = self.blob()
        return found is not None and found.kind == "link"

    def is_file(self) -> bool:
        """Whether it is a file."""
        found = self.blob()
        return found is not None and found.kind == "file"

    def children(self) -> Iterator[tuple[str, Kind]]:
        """Name and kind of everything in the folder, each once, by name."""
        inside = "" if self.path == PurePosixPath() else f"{self.path.as_posix()}/"
        found: dict[str, Kind] = {}
        for name, blob in self.blobs.items():
            if name.startswith(inside):
                first, deeper, _ = name.removeprefix(inside).partition("/")
                found[first] = "folder" if deeper else blob.kind
        yield from sorted(found.items())

    def __str__(self) -> str:
        return (PurePosixPath(self.shown) / self.path).as_posix()


Place = Path | Stored
