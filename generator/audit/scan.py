"""Looks for withheld values, and for what has no place in a site, in every file of a finished site.

A hit names the file, its line where that can be told, and which withheld value; never the value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from stat import S_ISREG

from generator.audit import rules
from generator.audit.interface import Known, Needle, Reading, SiteCheck, SiteFile
from generator.audit.reading import read
from generator.audit.sought import Sought
from generator.audit.undoing import ways_to_read
from generator.audit.unpacking import LARGEST
from generator.audit.workers import each
from generator.words.discovery import discover

_MOST_LINES = 20_000  # of a larger file nobody wants to know the line


@dataclass(frozen=True)
class Hit:
    """A withheld value was found: in which file (relative to the site), on which line, and which value."""

    file: str
    line: int
    label: str
    kind: str


@dataclass(frozen=True)
class Stray:
    """Something that has no place in the site: in which file, on which line, and which check says so."""

    file: str
    line: int
    check: str
    message: str
    advice: str


@dataclass(frozen=True)
class Report:
    """What was searched and what was found. `read` counts bytes as the files lie."""

    files: int
    read: int
    needles: int
    hits: tuple[Hit, ...]
    strays: tuple[Stray, ...]


def site_checks() -> tuple[SiteCheck, ...]:
    """Every check of the site, in the order of the files' names."""
    return discover(rules, SiteCheck)


def _every(_name: str) -> bool:
    return True


def scan(
    site: Path,
    needles: Sequence[Needle],
    known: Known | None = None,
    checks: Iterable[SiteCheck] = (),
    opened: Iterable[str] = (),
    among: Callable[[str], bool] = _every,
) -> Report:
    """Searches every file of `site`, and every file name, for every needle, and runs the checks.

    `opened` are e-mail addresses that the gate let through: a name inside one of them is no leak. Only the
    files whose path below the site is `among` those asked for are read.
    """
    files = [
        path
        for path in sorted(site.rglob("*"))
        if (path.is_symlink() or not path.is_dir()) and among(path.relative_to(site).as_posix())
    ]
    examiner = _Examiner(site, Sought(needles, opened), known or Known(), tuple(checks))
    size = 0
    hits: list[Hit] = []
    strays: list[Stray] = []
    for read_bytes, found, strange in each(examiner, files):
        size += read_bytes
        hits += found
        strays += strange
    return Report(len(files), size, len(needles), tuple(sorted(hits, key=_order)), tuple(strays))


@dataclass(frozen=True)
class _Examiner:
    """What is done to each file of a site."""

    site: Path
    sought: Sought
    known: Known
    checks: tuple[SiteCheck, ...]

    def __call__(self, path: Path) -> tuple[int, list[Hit], list[Stray]]:
        """The file's size, and what was found in it."""
        content = _content(path)
        file = read(path.relative_to(self.site).as_posix(), content or b"")
        if content is None:
            file = replace(file, unreadable=True)
        strays = [
            Stray(file.name, fault.line, check.name, fault.message, fault.advice)
            for check in self.checks
            for fault in dict.fromkeys(check.check(file, self.known))
        ]
        return len(file.content), list(_hits(file, self.sought)), strays


def _content(path: Path) -> bytes | None:
    """None for a link, a device, and what may not be read or is larger than any site needs."""
    try:
        state = path.lstat()
        return path.read_bytes() if S_ISREG(state.st_mode) and state.st_size <= LARGEST else None
    except OSError:
        return None


def _order(hit: Hit) -> tuple[str, int, str]:
    return hit.file, hit.line, hit.label


def _hits(file: SiteFile, sought: Sought) -> Iterator[Hit]:
    found = set().union(*(sought.found_in(reading) for reading in file.readings))
    if not found:
        return
    lines = _lines(file, found)
    for label, kind in {(needle.label, needle.kind) for needle in found}:
        yield Hit(file.name, lines.get(label, 1), label, kind.value)


def _lines(file: SiteFile, found: set[Needle]) -> dict[str, int]:
    """Label → the first line that holds the value by itself. What is packed or goes over lines has none."""
    sought = Sought(sorted(found, key=lambda needle: (needle.label, needle.value)))
    first: dict[str, int] = {}
    for number, line in enumerate(file.content.decode(errors="replace").split("\n")[:_MOST_LINES], start=1):
        for way in ways_to_read(line):
            for needle in sought.found_in(Reading(way)):
                first.setdefault(needle.label, number)
    return first
