"""Writes new bytes to several files: to all of them, or to none."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

_BESIDE = ".insats-"


@dataclass(frozen=True)
class Rewritten:
    """One file: its bytes before and after."""

    path: Path
    before: bytes = field(repr=False)
    after: bytes = field(repr=False)


def discard_leftovers(folder: Path) -> None:
    """Removes what a killed run left beside the files, here and one folder down: it holds persons' data."""
    for left in (*folder.glob(f".*{_BESIDE}*"), *folder.glob(f"*/.*{_BESIDE}*")):
        left.unlink(missing_ok=True)


def write_all(files: Sequence[Rewritten]) -> None:
    """New files beside the old ones first, then each in its place; the old ones again if one fails."""
    replaced: list[Rewritten] = []
    with ExitStack() as unused:
        ready = [(one, _beside(one.path, one.after, unused)) for one in files]
        try:
            for one, beside in ready:
                beside.replace(one.path)
                replaced.append(one)
        except BaseException:
            for one in replaced:
                _beside(one.path, one.before, unused).replace(one.path)
            raise
    for folder in {one.path.parent for one in files}:
        _to_disk(folder)


def _beside(path: Path, data: bytes, unused: ExitStack) -> Path:
    """A file with `data` and the mode of the one at `path`, in the same folder, hidden."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}{_BESIDE}", dir=path.parent)
    made = Path(name)
    unused.callback(made.unlink, missing_ok=True)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        os.fchmod(file.fileno(), path.stat().st_mode & 0o7777)
        file.flush()
        os.fsync(file.fileno())
    return made


def _to_disk(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
