"""Reads folders of a git revision from its objects, without a checkout: nothing is written."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from generator.storage.folders import shown
from generator.storage.stored import Blob, Kind, Stored

_NO_SUCH = "Versionen finns inte. Skriv en gren, en tagg eller till exempel HEAD~1."
_SHALLOW = " Här finns bara de senaste versionerna: hämta resten med git fetch --unshallow --tags."
_INCOMPLETE = "Git kunde inte läsa versionen. Är förrådet hämtat i sin helhet?"
# A hook runs with these set, for a folder that is not ours.
_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")
_KINDS: Mapping[str, Kind] = {"100644": "file", "100755": "file", "120000": "link"}


class RevisionError(Exception):
    """The revision cannot be read; the message is Swedish and says what to do."""


def read_revision(folder: Path, revision: str) -> Stored:
    """Everything below `folder` as it was in `revision` (any name of a commit that git knows).

    Empty when the folder did not exist then. Raises RevisionError without git, outside a repository and
    for a revision that it lacks.
    """
    root = _repository(folder)
    commit = ask(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        shallow = ask(root, "rev-parse", "--is-shallow-repository") == b"true\n"
        raise RevisionError(_NO_SUCH + (_SHALLOW if shallow else ""))
    below = folder.resolve().relative_to(root).as_posix()
    prefix = "" if below == "." else f"{below}/"
    listing = ask(root, "ls-tree", "-r", "-z", "--full-tree", commit.decode().strip(), "--", below)
    entries = [line.partition(b"\t") for line in (listing or b"").split(b"\0") if line]
    names = [name.decode("utf-8", "surrogateescape").removeprefix(prefix) for _, _, name in entries]
    facts = [head.decode().split() for head, _, _ in entries]
    # Of a submodule only its commit is kept here, which is no file.
    files = [object_id for _, kind, object_id in facts if kind == "blob"]
    texts = iter(contents(root, files))
    blobs = {
        name: Blob(_KINDS.get(mode, "other"), next(texts) if kind == "blob" else b"")
        for name, (mode, kind, _) in zip(names, facts, strict=True)
    }
    return Stored(blobs, shown(folder))


def _repository(folder: Path) -> Path:
    top = ask(folder, "rev-parse", "--show-toplevel")
    if top is None:
        raise RevisionError(f"Mappen {shown(folder)} ligger inte i ett git-förråd som git vill läsa.")
    return Path(top.decode("utf-8", "surrogateescape").removesuffix("\n")).resolve()


def contents(root: Path, object_ids: list[str]) -> list[bytes]:
    """The bytes of each file, in order. Raises RevisionError when git lacks one."""
    asked = "".join(f"{object_id}\n" for object_id in object_ids).encode()
    answer = ask(root, "cat-file", "--batch", said=asked)
    if answer is None:
        raise RevisionError(_INCOMPLETE)
    found: list[bytes] = []
    place = 0
    for _ in object_ids:
        end = answer.index(b"\n", place)
        head = answer[place:end].split()
        if len(head) != 3:  # "<id> missing": a register with files left out would be told as all new
            raise RevisionError(_INCOMPLETE)
        size = int(head[2])
        found.append(answer[end + 1 : end + 1 + size])
        place = end + 1 + size + 1
    return found


def ask(folder: Path, *arguments: str, said: bytes = b"") -> bytes | None:
    """What git prints, or None when it refuses. Raises RevisionError without git."""
    try:
        done = subprocess.run(  # noqa: S603 - no shell; a revision cannot be an option
            ["git", "-C", str(folder), *arguments],  # noqa: S607
            input=said,
            capture_output=True,
            check=False,
            env={name: value for name, value in os.environ.items() if name not in _OF_A_HOOK},
        )
    except OSError as error:
        raise RevisionError("Git finns inte på den här maskinen. Installera git.") from error
    return done.stdout if done.returncode == 0 else None
