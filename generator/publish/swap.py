"""A new site is made beside the old one and takes its place whole, or not at all."""

from __future__ import annotations

import ctypes
import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path

GENERATOR_MARK = 'name="generator" content="Insatskatalogen'
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


class OutRefusedError(Exception):
    """The output folder holds something that this program did not make; nothing was touched."""


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """An empty folder beside `out`; when the block ends well it becomes `out`.

    When the block raises, the folder is removed and `out` stands as it stood. Folders that an
    interrupted build left behind are removed first: they may hold data withdrawn since. Raises
    OutRefusedError when `out` is something else than an earlier site.
    """
    out = Path(os.path.abspath(out))  # noqa: PTH100 - resolve() would follow a link that is to be replaced
    refuse_strangers(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    with alone(out):
        _remove_orphans(out)
        staging = Path(tempfile.mkdtemp(prefix=f".{out.name}.insats-", dir=out.parent))
        try:
            yield staging
            staging.chmod(0o755)  # mkdtemp makes it private; a web server must read it
            _swap(staging, out)
        finally:
            shutil.rmtree(staging, ignore_errors=True)


def _remove_orphans(out: Path) -> None:
    """Also those of the sites beside it, unless somebody is building them."""
    for orphan in out.parent.glob(".*.insats-*"):
        site = out.parent / orphan.name.removeprefix(".").partition(".insats-")[0]
        mine = nullcontext() if site == out else alone(site, wait=False)
        with suppress(BlockingIOError), mine:
            shutil.rmtree(orphan)


def refuse_strangers(out: Path) -> None:
    """Raises OutRefusedError when `out` holds something else than an earlier site."""
    if not out.exists() and not out.is_symlink():
        return
    if out.is_symlink() or not out.is_dir():
        raise OutRefusedError(str(out))
    index = out / "index.html"
    if any(out.iterdir()) and not (
        index.is_file() and GENERATOR_MARK in index.read_text("utf-8", errors="replace")
    ):
        raise OutRefusedError(str(out))


def alone(folder: Path, *, wait: bool = True) -> AbstractContextManager[None]:
    """Waits until nobody else works on the folder. The lock goes when the process does.

    Without `wait`, entering raises BlockingIOError when somebody does.
    """
    return _locked(folder, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)


def together(folder: Path) -> AbstractContextManager[None]:
    """Tells that the folder is in use, by one or several; nobody is `alone` with it meanwhile."""
    return _locked(folder, fcntl.LOCK_SH)


@contextmanager
def _locked(folder: Path, how: int) -> Iterator[None]:
    key = hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]
    lock = Path(tempfile.gettempdir()) / f"insats-{os.getuid()}-{key}.lock"
    # Not through a link: anybody may put one in the folder for temporary files.
    handle = os.open(lock, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, how)
        yield
    finally:
        os.close(handle)


def _swap(staging: Path, out: Path) -> None:
    """Puts `staging` in the place of `out`; what stood there is then in `staging`."""
    if not out.exists():
        staging.rename(out)
    elif not _exchange(staging, out):
        # Without renameat2 (other systems than Linux) there is a moment with no site at all.
        old = staging.with_name(f"{staging.name}-old")
        out.rename(old)
        staging.rename(out)
        shutil.rmtree(old)


def _exchange(one: Path, other: Path) -> bool:
    """Swaps two folders in one step (renameat2 of Linux 3.15); False where it cannot be done."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    result: int = renameat2(
        _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), ctypes.c_uint(_RENAME_EXCHANGE)
    )
    return result == 0
