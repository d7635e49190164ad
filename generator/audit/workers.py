"""Does the same to many files, in several processes when they are large together."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

_Answer = TypeVar("_Answer")

LARGE = 50_000_000  # bytes: below, the processes take longer to start than they save
_MOST = 8
_TOGETHER = 32  # files


def each(work: Callable[[Path], _Answer], files: Sequence[Path], *, large: int = LARGE) -> Iterator[_Answer]:
    """The answer of each file, in their order. `work` must be picklable: it is sent to each process once."""
    processes = min(os.cpu_count() or 1, _MOST)
    if processes == 1 or sum(_size(path) for path in files) < large:
        yield from map(work, files)
        return
    # Not forked: the caller may have threads, as `insats serve` has.
    with ProcessPoolExecutor(processes, get_context("spawn"), _begin, (work,)) as pool:
        yield from pool.map(_answer, files, chunksize=_TOGETHER)


_works: list[Callable[[Path], Any]] = []  # of a process: the one that it was begun with


def _begin(work: Callable[[Path], object]) -> None:
    _works.append(work)


def _answer(path: Path) -> Any:  # noqa: ANN401 - whatever the work answers
    return _works[0](path)


def _size(path: Path) -> int:
    try:
        return path.lstat().st_size
    except OSError:
        return 0
