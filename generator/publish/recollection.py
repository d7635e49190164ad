"""What git still holds of a person: every version of every file, and all messages.

Also outside the records' folder, where a file may have stood under another name, and what no branch has any
more but this clone still keeps: stashes, and commits that were replaced.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from generator.answers.person.remembered import Memory, Remembered
from generator.publish.history import STOCKHOLM

MESSAGE = "(meddelandet)"
_AT_A_TIME = 500  # versions, so that a long history is never in memory at once
_EVERYTHING = ("--all", "--reflog")
_LARGEST_TEXT = "--filter=blob:limit=4m"
_TEXT_AHEAD = 8000  # where git itself looks for the byte 0 of a file that is no text


@dataclass(frozen=True)
class _Commit:
    """`written` are (blob, path) of each file that the commit wrote."""

    name: str
    day: date
    message: str
    written: tuple[tuple[str, str], ...]


def recall(content: Path, holds: Callable[[str], bool]) -> Memory | None:
    """The commits that wrote a text that `holds`, oldest first. None outside git and without git."""
    shallow = _git(content, "rev-parse", "--is-shallow-repository")
    if shallow is None:
        return None
    blobs = {blob for blob, text in _texts(content) if holds(text)}
    rows = {
        Remembered(commit.name, commit.day, path)
        for commit in _commits(content, "-m", "--raw")
        for blob, path in commit.written
        if blob in blobs or holds(path)
    }
    said = (*_commits(content, "--no-patch"), *_tags(content))
    rows |= {Remembered(one.name, one.day, MESSAGE) for one in said if holds(one.message)}
    found = sorted(rows, key=lambda row: (row.day, row.file, row.commit))
    return Memory(tuple(found), whole=shallow.strip() == b"false")


def _texts(content: Path) -> Iterator[tuple[str, str]]:
    """Every version, once, of every file that is text."""
    listed = _git(content, "rev-list", *_EVERYTHING, "--objects", _LARGEST_TEXT) or b""
    names = [line.partition(b" ")[0] for line in listed.splitlines()]
    for first in range(0, len(names), _AT_A_TIME):
        given = b"".join(name + b"\n" for name in names[first : first + _AT_A_TIME])
        answer = _git(content, "cat-file", "--batch", given=given) or b""
        at = 0
        while at < len(answer):
            head = answer.index(b"\n", at)
            name, kind, size = answer[at:head].decode().split(" ")
            at = head + 1 + int(size)
            data = answer[head + 1 : at]
            at += 1
            if kind == "blob" and b"\0" not in data[:_TEXT_AHEAD]:
                yield name, data.decode("utf-8", errors="replace")


def _commits(content: Path, *what: str) -> Iterator[_Commit]:
    """Of a merge, one for each parent."""
    shape = "--format=format:%x01%h%x02%ct%x02%B%x02"
    log = _git(content, "log", *_EVERYTHING, "--no-abbrev", "--no-renames", "-z", shape, *what) or b""
    for part in log.decode("utf-8", errors="replace").split("\x01")[1:]:
        name, seconds, message, changes = part.split("\x02", 3)
        fields = changes.strip("\0\n").split("\0")
        # :100644 100644 <blob before> <blob after> M, and the path
        written = zip((head.split(" ")[3] for head in fields[:-1:2]), fields[1::2], strict=True)
        yield _Commit(name[:10], _day(seconds), message, tuple(written))


def _tags(content: Path) -> Iterator[_Commit]:
    """The annotated tags, which have messages of their own."""
    shape = "--format=%01%(objectname)%02%(taggerdate:unix)%02%(contents)"
    told = _git(content, "for-each-ref", shape, "refs/tags") or b""
    for part in told.decode("utf-8", errors="replace").split("\x01")[1:]:
        name, seconds, message = part.split("\x02", 2)
        if seconds:
            yield _Commit(name[:10], _day(seconds), message, ())


def _day(seconds: str) -> date:
    return datetime.fromtimestamp(int(seconds), STOCKHOLM).date()


def _git(folder: Path, *arguments: str, given: bytes | None = None) -> bytes | None:
    """What git prints; None when it cannot answer."""
    try:
        done = subprocess.run(  # noqa: S603 - fixed arguments, no shell
            ["git", "-C", str(folder), *arguments],  # noqa: S607
            input=given,
            capture_output=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout
