"""The page tree on disk: exactly the pages, and unchanged files are not written again."""

from __future__ import annotations

import os
from pathlib import Path

from generator.publish.tree import write_tree
from tests.sites import files

PAGES = {"index.md": b"start", "insatser/a/b.md": b"b", "insatser/a/c.md": b"c", "medier/x.png": b"\x89"}


def marks(folder: Path) -> dict[str, tuple[int, int]]:
    """Inode and time of change of each file."""
    return {
        name: ((folder / name).stat().st_ino, (folder / name).stat().st_mtime_ns) for name in files(folder)
    }


def test_the_folder_holds_exactly_the_pages(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "tree"
    write_tree(PAGES, folder)
    assert files(folder) == PAGES


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    write_tree(PAGES, tmp_path)
    for name in PAGES:
        os.utime(tmp_path / name, (1, 1))
    before = marks(tmp_path)
    write_tree(PAGES | {"insatser/a/c.md": b"annat"}, tmp_path)
    after = marks(tmp_path)
    assert {name for name in after if after[name] != before[name]} == {"insatser/a/c.md"}
    assert (tmp_path / "insatser/a/c.md").read_bytes() == b"annat"


def test_what_has_no_page_any_more_is_removed_with_its_folders(tmp_path: Path) -> None:
    write_tree(PAGES, tmp_path)
    (tmp_path / "insatser/a/.gammal").write_text("x")
    (tmp_path / "tom/tommare").mkdir(parents=True)
    write_tree({"index.md": b"start"}, tmp_path)
    assert [path.name for path in tmp_path.rglob("*")] == ["index.md"]


def test_a_page_may_become_a_folder_and_a_folder_a_page(tmp_path: Path) -> None:
    write_tree({"a": b"1", "b/c/d.md": b"2"}, tmp_path)
    write_tree({"a/x.md": b"3", "b": b"4"}, tmp_path)
    assert files(tmp_path) == {"a/x.md": b"3", "b": b"4"}


def test_links_are_never_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    write_tree({"secret.md": b"secret"}, outside)
    tree = tmp_path / "tree"
    tree.mkdir()
    (tree / "index.md").symlink_to(outside / "secret.md")
    (tree / "other.md").symlink_to(outside / "secret.md")
    (tree / "folder").symlink_to(outside)
    write_tree({"index.md": b"start", "folder/a.md": b"a"}, tree)
    assert files(outside) == {"secret.md": b"secret"}
    assert files(tree) == {"index.md": b"start", "folder/a.md": b"a"}
    assert not [path for path in tree.rglob("*") if path.is_symlink()]
