"""What git still holds of a person: versions, file names, messages; on every branch and in merges."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.answers.person.remembered import Memory, Remembered, Summed, holder, summed
from generator.checks.names import Sought
from generator.publish.recollection import MESSAGE, recall
from tests.publish.test_history import commit, git, kept
from tests.sites import VAGEN, Place

__all__ = ["kept"]  # the fixture

RECORD = f"content/insatser/{VAGEN}.yml"
HOLDS = holder(
    [
        Sought(0, "namn", "Tova Lindeby"),
        Sought(0, "e-post", "tova.lindeby@hudiksvall.example"),
        Sought(0, "telefon", "031-390 06 15"),
    ]
)


def rows(place: Place) -> list[tuple[str, str]]:
    memory = recall(place.content, HOLDS)
    assert memory is not None
    return [(row.day.isoformat(), row.file) for row in memory.rows]


def save(place: Place, name: str, text: str, when: str) -> None:
    path = place.content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    commit(place, f"{when}T12:00:00Z")


def test_each_commit_that_wrote_a_version_with_the_person(kept: Place) -> None:
    kept.edit("Egen motivation.", "Motivation.")
    commit(kept, "2026-05-10T12:00:00Z")
    (kept.record()).unlink()
    commit(kept, "2026-06-10T12:00:00Z")
    assert rows(kept) == [("2026-03-02", RECORD), ("2026-05-10", RECORD)]


@pytest.mark.parametrize(
    "text", ["Lindeby, Tova", "Tova LINDEBYS bil", "TOVA.LINDEBY@hudiksvall.example", "+46 (0)31-390 06 15"]
)
def test_however_it_is_written(kept: Place, text: str) -> None:
    save(kept, "sidor/om.md", f"Vi ringde {text} i går.", "2026-05-10")
    assert ("2026-05-10", "content/sidor/om.md") in rows(kept)


def test_what_tells_nobody_for_sure_is_passed_over(kept: Place) -> None:
    save(kept, "sidor/om.md", "Tova bor i Lund. 0313900616.", "2026-05-10")
    save(kept, "medier/bild.png", "\x00Tova Lindeby", "2026-05-11")
    assert rows(kept) == [("2026-03-02", RECORD)]


def test_branches_merges_names_of_files_and_messages(kept: Place) -> None:
    git(kept.folder, "checkout", "--quiet", "-b", "gren")
    save(kept, "medier/tova-lindeby.png", "\x00", "2026-05-10")
    git(kept.folder, "checkout", "--quiet", "main")
    save(kept, "sidor/om.md", "Ny text.", "2026-05-11")
    git(kept.folder, "merge", "--no-commit", "gren", when="2026-05-12T12:00:00Z")
    save(kept, "sidor/med mellanslag å.md", "Tova Lindeby", "2026-05-12")
    git(kept.folder, "checkout", "--quiet", "-b", "annan")
    (kept.folder / "annat.txt").write_text("x")
    git(kept.folder, "add", "--all")
    git(kept.folder, "commit", "-q", "-m", "Samtal med\n\nTova Lindeby", when="2026-05-13T12:00:00Z")
    git(kept.folder, "checkout", "--quiet", "main")
    assert rows(kept) == [
        ("2026-03-02", RECORD),
        ("2026-05-10", "content/medier/tova-lindeby.png"),
        ("2026-05-12", "content/medier/tova-lindeby.png"),
        ("2026-05-12", "content/sidor/med mellanslag å.md"),
        ("2026-05-13", MESSAGE),
    ]


def test_a_file_that_was_moved_and_one_outside_the_records(kept: Place) -> None:
    old = kept.folder / "gamla/vagen.yml"
    old.parent.mkdir()
    kept.record().rename(old)
    commit(kept, "2026-05-10T12:00:00Z")
    (kept.config / "forbund/exempelbygden.yml").write_text("om: Fråga Tova Lindeby.\n", "utf-8")
    commit(kept, "2026-05-11T12:00:00Z")
    assert rows(kept) == [
        ("2026-03-02", RECORD),
        ("2026-05-10", "gamla/vagen.yml"),
        ("2026-05-11", "site_config/forbund/exempelbygden.yml"),
    ]


def test_stashes_replaced_commits_and_tags(kept: Place) -> None:
    for number in (1, 2):
        (kept.content / "sidor/om.md").write_text(f"Tova Lindeby {number}.\n", "utf-8")
        git(kept.folder, "stash", when=f"2026-05-1{number}T12:00:00Z")
    save(kept, "sidor/annan.md", "Tova Lindeby", "2026-05-13")
    git(kept.folder, "reset", "--hard", "HEAD~1")
    git(kept.folder, "tag", "--annotate", "-m", "Tova Lindeby slutar", "v1", when="2026-05-14T12:00:00Z")
    assert rows(kept) == [
        ("2026-03-02", RECORD),
        ("2026-05-11", "content/sidor/om.md"),
        ("2026-05-12", "content/sidor/om.md"),
        ("2026-05-13", "content/sidor/annan.md"),
        ("2026-05-14", MESSAGE),
    ]


def test_without_git_there_is_nothing_to_ask(
    kept: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "utan"
    empty.mkdir()
    assert recall(tmp_path / "finns-inte", HOLDS) is None
    monkeypatch.setenv("PATH", "")
    assert recall(kept.content, HOLDS) is None


def test_without_a_commit_there_is_nothing(place: Place) -> None:
    git(place.folder, "init", "--quiet")
    assert recall(place.content, HOLDS) == Memory((), whole=True)


def test_a_shallow_clone_says_so(kept: Place, tmp_path: Path) -> None:
    kept.edit("Egen motivation.", "Motivation.")
    commit(kept, "2026-05-10T12:00:00Z")
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{kept.folder}", "shallow")
    memory = recall(tmp_path / "shallow/content", HOLDS)
    assert memory is not None
    assert not memory.whole
    assert [row.file for row in memory.rows] == [RECORD]


def test_many_versions_are_read_in_turns(kept: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.publish.recollection._AT_A_TIME", 1)
    assert rows(kept) == [("2026-03-02", RECORD)]


def test_summed_by_file() -> None:
    days = [date(2026, 3, 2), date(2026, 5, 10)]
    memory = Memory(tuple(Remembered(f"c{day}", day, "a.yml") for day in days), whole=True)
    assert summed(memory) == (Summed("a.yml", 2, *days),)
