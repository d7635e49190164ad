"""What git remembers of the records' files. Git is asked four times, however many records there are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.checks.beside import Former, Past
from generator.publish.revision import RevisionError, ask, contents

_Version = tuple[str, str]  # where the file was below the content, and git's id of its bytes


def remembered(content: Path) -> Past:
    """Every version of each record's file that has been another than it is now.

    None outside git, without git, and in a shallow clone.
    """
    try:
        if ask(content, "rev-parse", "--is-shallow-repository") != b"false\n":
            return Past()
        committed = set(_committed(content))
        found = list(dict.fromkeys((*_versions(content), *committed)))
        now = {name: _object_ids(content / name) for name, _ in found}
        changed = {name for name, blob in found if blob not in now[name]}
        versions = [(name, blob) for name, blob in found if name in changed]
        texts = contents(content, [blob for _, blob in versions])
    except RevisionError:
        return Past()
    return Past(
        tuple(
            Former(
                address=name.removeprefix("insatser/").removesuffix(".yml"),
                data=data,
                gone=not now[name],
                stands=blob in now[name],
                committed=(name, blob) in committed,
            )
            for (name, blob), data in zip(versions, texts, strict=True)
        )
    )


def _object_ids(path: Path) -> tuple[str, ...]:
    """What git calls the file's bytes, in either of its formats; nothing when there is no file."""
    try:
        data = path.read_bytes()
    except OSError:
        return ()
    whole = b"blob %d\0%s" % (len(data), data)
    return hashlib.sha1(whole, usedforsecurity=False).hexdigest(), hashlib.sha256(whole).hexdigest()


def _versions(content: Path) -> Iterator[_Version]:
    """Each version of each record's file in the history, the oldest first."""
    # Without renames: a file that got another name is one that went away, whatever was changed in it.
    shape = ("--raw", "-z", "--no-abbrev", "--no-renames", "--format=", "--relative", "--topo-order")
    log = ask(content, "log", *shape, "--reverse", "--diff-filter=AM", "--", "insatser") or b""
    parts = log.split(b"\0")
    for head, name in zip(parts[::2], parts[1::2], strict=False):
        yield from _record(name, head.split()[3])


def _committed(content: Path) -> Iterator[_Version]:
    """Each record's file as HEAD has it."""
    tree = ask(content, "ls-tree", "-r", "-z", "HEAD", "--", "insatser") or b""
    for line in tree.split(b"\0"):
        head, _, name = line.partition(b"\t")
        if line:
            yield from _record(name, head.split()[2])


def _record(name: bytes, blob: bytes) -> Iterator[_Version]:
    path = PurePosixPath(name.decode("utf-8", "replace"))
    if len(path.parts) == 3 and path.suffix == ".yml":
        yield str(path), blob.decode()
