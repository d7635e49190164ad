"""Writes the page tree: only what changed, and nothing stays that has no page any more."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def write_tree(pages: Mapping[str, bytes], folder: Path) -> None:
    """Makes `folder` hold exactly `pages` (path below the folder → content).

    A file whose content is the same is not written again, so that what watches the folder sees
    only true changes. A link is removed, never written through.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.is_symlink() or path.relative_to(folder).as_posix() not in pages:
            path.unlink()
    for name, content in pages.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def unchanged(pages: Mapping[str, bytes], site: Path, folder: str) -> frozenset[str]:
    """The names in `site` of those files of its `folder` that still are byte for byte what `pages` say."""
    return frozenset(
        f"{folder}/{name}"
        for name, content in pages.items()
        if (path := site / folder / name).is_file() and not path.is_symlink() and path.read_bytes() == content
    )
