"""When a record was last changed, as git remembers it, in Swedish days."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from generator.publish.history import last_changes
from tests.sites import VAGEN, Place

RECORD = f"insatser/{VAGEN}.yml"
WHO = {"NAME": "Redaktören", "EMAIL": "redaktion@exempelbygden.example"}


def git(folder: Path, *arguments: str, when: str = "2026-03-02T12:00:00Z") -> None:
    environment = {
        f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in WHO.items()
    }
    environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    environment |= {"GIT_AUTHOR_DATE": "2020-01-01T12:00:00Z", "GIT_COMMITTER_DATE": when}
    subprocess.run(
        ["git", "-C", str(folder), *arguments], env=os.environ | environment, check=True, capture_output=True
    )


def commit(place: Place, when: str) -> None:
    git(place.folder, "add", "--all")
    git(place.folder, "commit", "--quiet", "--message", "Ändring", when=when)


@pytest.fixture
def kept(place: Place) -> Place:
    """The invented register in a repository of its own, committed once."""
    git(place.folder, "init", "--quiet", "--initial-branch=main")
    commit(place, "2026-03-02T12:00:00Z")
    return place


def test_the_last_commit_that_touched_a_file_counts(kept: Place) -> None:
    kept.edit("Egen motivation.", "Motivation.")
    commit(kept, "2026-05-10T12:00:00Z")
    changed = last_changes(kept.content)
    assert changed[RECORD] == date(2026, 5, 10)
    assert changed["insatser/exempelbygden/vagen-framat.yml"] == date(2026, 3, 2)
    assert changed["sidor/om.md"] == date(2026, 3, 2)
    assert not [name for name in changed if "site_config" in name]


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("2026-03-01T22:59:59Z", date(2026, 3, 1)),
        ("2026-03-01T23:00:00Z", date(2026, 3, 2)),
        ("2026-06-30T21:59:59Z", date(2026, 6, 30)),
        ("2026-06-30T22:00:00Z", date(2026, 7, 1)),
    ],
)
def test_the_day_is_stockholms(place: Place, monkeypatch: pytest.MonkeyPatch, when: str, day: date) -> None:
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    git(place.folder, "init", "--quiet")
    commit(place, when)
    assert last_changes(place.content)[RECORD] == day


def test_outside_git_nothing_is_known(place: Place) -> None:
    assert last_changes(place.content) == {}
    assert last_changes(place.folder / "finns-inte") == {}


def test_in_a_shallow_clone_nothing_is_known(kept: Place, tmp_path: Path) -> None:
    kept.edit("Egen motivation.", "Motivation.")
    commit(kept, "2026-05-10T12:00:00Z")
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{kept.folder}", "shallow")
    git(tmp_path, "clone", "--quiet", f"file://{kept.folder}", "whole")
    assert last_changes(tmp_path / "shallow/content") == {}
    assert last_changes(tmp_path / "whole/content")[RECORD] == date(2026, 5, 10)


def test_without_a_commit_nothing_is_known(place: Place) -> None:
    git(place.folder, "init", "--quiet")
    assert last_changes(place.content) == {}


def test_without_the_program_git_nothing_is_known(kept: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert last_changes(kept.content) == {}


def test_odd_file_names_do_no_harm(kept: Place) -> None:
    for name in ("@anteckning", "@12", "med mellanslag", "åäö.md", "rad\nbrytning"):
        (kept.content / name).write_text("x")
    commit(kept, "2026-05-10T12:00:00Z")
    changed = last_changes(kept.content)
    assert changed[RECORD] == date(2026, 3, 2)
    assert changed["@anteckning"] == changed["@12"] == changed["åäö.md"] == date(2026, 5, 10)


def test_the_page_says_when_but_never_a_day_that_has_not_come(kept: Place) -> None:
    kept.edit("Egen motivation.", "Motivation.")
    commit(kept, "2026-05-10T12:00:00Z")
    page = f"insatser/{VAGEN}/index.html"
    assert "10 maj 2026" in kept.build(day="2026-05-10").text(page)
    early = kept.build(day="2026-05-09")
    assert "Senast ändrad" not in early.text(page)
    assert "10 maj 2026" not in early.text(page)
    assert "2026-05-10" not in early.text("sitemap.xml")
    assert "2 mars 2026" in early.text("insatser/exempelbygden/vagen-framat/index.html")
