"""A proposed change: the commands of the workflows, as written, say what it makes public and nothing else."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.sites import VAGEN, readable
from tests.workflows.running import FOLDER, GITLAB, Forge, Runner, read, tool

GRANSKA = {forge: FOLDER / forge / "granska.yml" for forge in ("github", "forgejo")}
NUMBER = {"github.event.pull_request.number": "12"}
WITHHELD = ("lindeby", "tova.lindeby@", "390 06 15", "hemlighamnen", "3 222 836")
MERGE_REQUEST = {
    "CI_MERGE_REQUEST_IID": "12",
    "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
    "CI_DEFAULT_BRANCH": "main",
}


def told(folder: Path) -> str:
    """The text of the comment, which is about change 12."""
    assert (folder / "nummer").read_text() == "12\n"
    return (folder / "text.md").read_text("utf-8").replace("\u00a0", " ")


def report(runner: Runner, job: str) -> list[dict[str, Any]]:
    """What a job of GitLab leaves for the change's page; the next job begins without it."""
    path = runner.folder / read(GITLAB)[job]["artifacts"]["reports"]["codequality"]
    found = json.loads(path.read_text("utf-8"))
    path.unlink()
    assert isinstance(found, list)
    return found


def assert_tells_the_change(text: str) -> None:
    public, _, changed = text.partition("### Detta ändras")
    assert "jämfört med main," in public
    assert "### Detta blir offentligt" in public
    assert "**5 uppgifter om personer blir offentliga.**" in public
    for datum in ("namn blir offentligt", "e-post blir offentlig"):
        row = f"| {VAGEN} | Person 1, insatsledare: {datum} till och med 31 december"
        assert f"{row} 2099 | portal | Personen har samtyckt." in public
        assert f"{row} 2101 | förbundswebb | Villkoren " in public
    # One row: what main has changed since is no part of the change.
    assert changed.count(VAGEN) == 1
    assert "Beslut: belopp: 3 200 000 kr → 3 300 000 kr" in changed
    assert [value for value in WITHHELD if value in text.casefold()] == []


@pytest.mark.parametrize("forge", GRANSKA)
def test_the_comment_tells_what_the_change_makes_public(editors: Forge, forge: str) -> None:
    runner = editors.runner(f"skillnad-{forge}", "origin/andring")
    tool(runner, "apt-get", "")
    runner.job(GRANSKA[forge], "skillnad", NUMBER)
    assert_tells_the_change(told(runner.folder / "build/kommentar"))


def test_the_comment_on_gitlab_tells_the_same(editors: Forge) -> None:
    runner = editors.runner("skillnad-gitlab", "origin/andring")
    done = runner.gitlab("skillnad", **MERGE_REQUEST)
    assert done.returncode == 0, done.stderr
    assert_tells_the_change(told(runner.folder / read(GITLAB)["skillnad"]["artifacts"]["paths"][0]))


def test_a_change_with_an_error_is_stopped_and_the_comment_says_so(editors: Forge) -> None:
    runner = editors.runner("fel", "origin/fel")
    with pytest.raises(AssertionError, match=r"::error file=\S*vagen-vidare\.yml,line=8,"):
        runner.job(GRANSKA["github"], "kontrollera")
    with pytest.raises(AssertionError):
        runner.job(GRANSKA["github"], "skillnad", NUMBER)
    assert "Bygget stoppas av felen." in told(runner.folder / "build/kommentar")
    for job in ("kontrollera", "forhandsvisa"):
        done = runner.gitlab(job)
        assert done.returncode == 1
        assert "vagen-vidare.yml:8:" in done.stdout + done.stderr, "to read in the log"
        assert [one["location"]["lines"]["begin"] for one in report(runner, job)] == [8]
    done = runner.gitlab("skillnad", **MERGE_REQUEST)
    assert done.returncode == 1
    assert "Bygget stoppas av felen." in told(runner.folder / "kommentar")


def test_the_preview_holds_every_site_as_it_would_become(change: Runner) -> None:
    apt = tool(change, "apt-get", "")
    for path in GRANSKA.values():
        for job in ("kontrollera", "forhandsvisa"):
            change.job(path, job)
    assert apt.read_text().splitlines()[-1] == "python3-venv"
    assert change.gitlab("kontrollera").returncode == 0
    assert {one["severity"] for one in report(change, "kontrollera")} == {"minor"}
    assert change.done == {"./insats check", "./insats check --format github", "./insats build --all"}
    sites = change.folder / "build/site"
    assert {path.name for path in sites.iterdir() if path.is_dir()} >= {
        "portal",
        "forbundswebb-exempelbygden",
    }
    texts = readable(sites / "portal")
    assert any("Tova Lindeby" in text for text in texts.values())
    assert [name for name, text in texts.items() if "hemlighamnen" in text or "390 06 15" in text] == []


def test_nothing_that_is_kept_between_jobs_is_committed_by_mistake(editors: Forge) -> None:
    runner = editors.runner("rent", "origin/andring")
    runner.job(GRANSKA["github"], "skillnad", NUMBER)
    status = subprocess.run(
        ["git", "-C", str(runner.folder), "status", "--porcelain"], check=True, capture_output=True, text=True
    )
    assert status.stdout == ""
