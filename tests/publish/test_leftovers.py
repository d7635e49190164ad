"""What killed runs left is gone after the next build, and what is in use is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publish.leftovers import discard_previews, preview_folder, previewing
from generator.publish.swap import alone, staged


@pytest.fixture
def left(tmp_path: Path) -> Path:
    """A preview's site and one of its staging folders, as a killed `serve` leaves them."""
    for name in ("portal", ".portal.insats-abc", ".forbundswebb-x.insats-def"):
        folder = preview_folder(tmp_path, name)
        folder.mkdir(parents=True)
        (folder / "index.html").write_text("Tova Lindeby", "utf-8")
    return tmp_path


def names(work: Path) -> set[str]:
    return {path.name for path in (work / "preview").iterdir()}


def test_previews_that_nobody_serves_are_removed(left: Path) -> None:
    discard_previews(left)
    assert names(left) == set()
    discard_previews(left / "finns-inte")


def test_a_preview_that_is_served_stays_whoever_else_serves_it(left: Path) -> None:
    folder = preview_folder(left, "portal")
    with previewing(folder), previewing(folder):
        discard_previews(left)
        assert names(left) == {"portal", ".portal.insats-abc"}
    discard_previews(left)
    assert names(left) == set()


def test_staging_folders_of_other_sites_go_too_unless_they_are_being_built(tmp_path: Path) -> None:
    for name in (".portal.insats-abc", ".annan.insats-abc", ".byggs.insats-abc"):
        (tmp_path / name).mkdir()
    with alone(tmp_path / "byggs"), staged(tmp_path / "portal") as staging:
        (staging / "index.html").write_text("Sida", "utf-8")
    assert {path.name for path in tmp_path.iterdir()} == {"portal", ".byggs.insats-abc"}
