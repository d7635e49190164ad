"""Reads folders of a git revision from its objects, without a checkout: nothing is written."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

from generator.storage.folders import shown
from generator.storage.stored import Blob, Kind, Stored

_KINDS: Mapping[str, Kind] = {"100644": "file", "100755": "file", "120000": "link"}


class RevisionError(Exception):
    """The revision cannot be read; the message is Swedish and says what to do."""


def read_revision(folder: Path, revision: str) -> Stored:
    """Everything below `folder` as it was in `revision` (any name of a commit that git knows).

    Empty when the folder did not exist then. Raises RevisionError without git, outside a repository and
    for a revision that it lacks.
    """
    root = _repository(folder)
    commit = _ask(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise RevisionError("Versionen finns inte. Skriv en gren, en tagg eller till exempel HEAD~1.")
    below = folder.resolve().relative_to(root).as_posix()
    prefix = "" if below == "." else f"{below}/"
    listing = _ask(root, "ls-tree", "-r", "-z", "--full-tree", commit.decode().strip(), "--", below)
    entries = [line.partition(b"\t") for line in (listing or b"").split(b"\0") if line]
    names = [name.decode("utf-8", "surrogateescape").removeprefix(prefix) for _, _, name in entries]
    facts = [head.decode().split() for head, _, _ in entries]
    contents = _contents(root, [object_id for _, _, object_id in facts])
    blobs = {
        name: Blob(_KINDS.get(mode, "other"), data)
        for name, (mode, _, _), data in zip(names, facts, contents, strict=True)
    }
    return Stored(blobs, shown(folder))


def _repository(folder: Path) -> Path:
    if not folder.is_dir():
        raise RevisionError(f"Mappen {shown(folder)} finns inte.")
    top = _ask(folder, "rev-parse", "--show-toplevel")
    if top is None:
        raise RevisionError(f"Mappen {shown(folder)} ligger inte i ett git-förråd.")
    return Path(top.decode("utf-8", "surrogateescape").removesuffix("\n")).resolve()


def _contents(root: Path, object_ids: list[str]) -> list[bytes]:
    """The bytes of each object, in order; of what is no file (a submodule) none."""
    asked = "".join(f"{object_id}\n" for object_id in object_ids).encode()
    answer = _ask(root, "cat-file", "--batch", said=asked)
    if answer is None:
        raise RevisionError("Git kunde inte läsa versionen. Är förrådet hämtat i sin helhet?")
    found: list[bytes] = []
    place = 0
    for _ in object_ids:
        end = answer.index(b"\n", place)
        head = answer[place:end].split()
        size = int(head[2]) if len(head) == 3 else 0  # "<id> missing" has no size
        found.append(answer[end + 1 : end + 1 + size])
        place = end + 1 + (size + 1 if len(head) == 3 else 0)
    return found


def _ask(folder: Path, *arguments: str, said: bytes = b"") -> bytes | None:
    """What git prints, or None when it refuses."""
    try:
        done = subprocess.run(  # noqa: S603 - no shell; a revision cannot be an option
            ["git", "-C", str(folder), *arguments],  # noqa: S607
            input=said,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise RevisionError("Git finns inte på den här maskinen. Installera git.") from error
    return done.stdout if done.returncode == 0 else None
