"""The comment on a change: made once, then updated, by the steps as written, on a forge on loopback."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.workflows.running import FOLDER, Forge, Runner
from tests.workflows.stub import TOKEN, Change, forge

MARK = "<!-- insats diff -->"
GITHUB = FOLDER / "github/kommentera.yml"
FORGEJO = FOLDER / "forgejo/granska.yml"
VERSION = "a" * 40


@pytest.fixture(scope="module")
def runner(editors: Forge) -> Runner:
    return editors.runner("kommentera", "origin/main")


@pytest.fixture
def kept(runner: Runner) -> Path:
    """What the job takes over from the one before it."""
    folder = runner.folder / "build/kommentar"
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    (folder / "nummer").write_text("12\n")
    (folder / "text.md").write_text("## Vad som syns\n\nEtt å.\n", "utf-8")
    return folder


def comment(runner: Runner, change: Change, path: Path = GITHUB, version: str = VERSION) -> None:
    values = {
        "github.token": TOKEN,
        "github.event.workflow_run.head_sha": version,
        "github.event.pull_request.head.sha": version,
    }
    runner.job(path, "kommentera", values, GITHUB_API_URL=change.url, GITHUB_REPOSITORY="e/register")


def comment_on_gitlab(runner: Runner, change: Change, **more: str) -> subprocess.CompletedProcess[str]:
    (runner.folder / "kommentar").symlink_to(runner.folder / "build/kommentar")
    done = runner.gitlab(
        "kommentera", GITLAB_CI="true", CI_API_V4_URL=change.url, CI_PROJECT_ID="9", CI_COMMIT_SHA=VERSION,
        KOMMENTAR_NYCKEL=TOKEN, **more,
    )  # fmt: skip
    (runner.folder / "kommentar").unlink()
    return done


@pytest.mark.parametrize(
    ("path", "account"),
    [(GITHUB, "github-actions[bot]"), (FORGEJO, "forgejo-actions")],
    ids=["github", "forgejo"],
)
def test_one_comment_is_made_and_then_updated(runner: Runner, kept: Path, path: Path, account: str) -> None:
    with forge(Change(VERSION, account)) as change:
        change.say("Ser bra ut!", "redaktor")
        comment(runner, change, path)
        assert change.bodies == ["Ser bra ut!", f"{MARK}\n## Vad som syns\n\nEtt å."]
        for _ in range(3):  # enough for another page
            change.say("Tack!", "redaktor")
        (kept / "text.md").write_text("Inget ändras.\n", "utf-8")
        comment(runner, change, path)
        comment(runner, change, path)
        assert change.bodies == ["Ser bra ut!", f"{MARK}\nInget ändras.", "Tack!", "Tack!", "Tack!"]
        assert [one.split()[0] for one in change.asked if not one.startswith("GET")] == [
            "POST",
            "PATCH",
            "PATCH",
        ]


def test_on_gitlab_too(runner: Runner, kept: Path) -> None:
    with forge(Change(VERSION, "project_9_bot", gitlab=True)) as change:
        for _ in range(3):
            change.say("Tack!", "redaktor")
        assert comment_on_gitlab(runner, change).stdout == "Kommentaren är skriven.\n"
        (kept / "text.md").write_text("Inget ändras.\n", "utf-8")
        assert comment_on_gitlab(runner, change).stdout == "Kommentaren är uppdaterad.\n"
        assert change.bodies == ["Tack!"] * 3 + [f"{MARK}\nInget ändras."]


@pytest.mark.usefixtures("kept")
def test_gitlab_s_pipeline_of_a_merged_result_is_of_the_change_s_version(runner: Runner) -> None:
    with forge(Change("c" * 40, "project_9_bot", gitlab=True)) as change:
        assert comment_on_gitlab(runner, change).stdout.startswith("Inget skrevs")
        done = comment_on_gitlab(runner, change, CI_MERGE_REQUEST_SOURCE_BRANCH_SHA="c" * 40)
        assert done.stdout == "Kommentaren är skriven.\n"


@pytest.mark.usefixtures("kept")
def test_somebody_else_s_comment_with_the_mark_is_left_alone(runner: Runner) -> None:
    with forge(Change(VERSION)) as change:
        change.say(f"{MARK}\nInget blir offentligt, lita på mig.", "elak")
        change.say(f"Någon skrev {MARK}", change.account)
        comment(runner, change)
        assert len(change.comments) == 3
        assert change.bodies[0].endswith("lita på mig.")


@pytest.mark.usefixtures("kept")
def test_an_older_version_or_another_change_gets_no_comment(runner: Runner) -> None:
    """The number comes from what the change itself ran: it must lead to the version that was read."""
    with forge(Change("b" * 40)) as change:
        comment(runner, change)
        assert change.comments == []
        assert [one for one in change.asked if not one.startswith("GET")] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [("nummer", "12; rm -rf /"), ("nummer", "../12"), ("nummer", ""), ("nummer", None), ("text.md", None)],
)
def test_what_is_no_number_or_no_text_stops(runner: Runner, kept: Path, name: str, text: str | None) -> None:
    (kept / name).unlink()
    if text is not None:
        (kept / name).write_text(text)
    with forge(Change(VERSION)) as change:
        with pytest.raises(AssertionError, match=f"Filen {name}"):
            comment(runner, change)
        assert change.asked == []


def test_a_link_is_no_text(runner: Runner, kept: Path) -> None:
    (kept / "text.md").unlink()
    (kept / "text.md").symlink_to("/etc/hostname")
    with forge(Change(VERSION)) as change, pytest.raises(AssertionError, match=r"text\.md saknas"):
        comment(runner, change)


def test_an_empty_text_is_told_and_a_long_one_is_cut(runner: Runner, kept: Path) -> None:
    with forge(Change(VERSION)) as change:
        (kept / "text.md").write_text("\n")
        comment(runner, change)
        assert change.bodies == [
            f"{MARK}\nDet gick inte att räkna ut vad ändringen gör. Felet står i körningens logg."
        ]
        (kept / "text.md").write_text("å" * 100_000, "utf-8")
        comment(runner, change)
        assert len(change.bodies[0]) == 65_000


@pytest.mark.usefixtures("kept")
def test_the_token_is_in_no_message_and_follows_nowhere(
    runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    with forge(Change(VERSION)) as other, forge(Change(VERSION, moved_to=other.url)) as change:
        with pytest.raises(AssertionError, match="Värden svarade 302") as raised:
            comment(runner, change)
        assert TOKEN not in str(raised.value)
        assert other.asked == []
        change.moved_to = None
        monkeypatch.setattr("tests.workflows.test_comment.TOKEN", "fel-nyckel")
        with pytest.raises(AssertionError, match=r"Värden svarade 401\. Har nyckeln rätt") as raised:
            comment(runner, change)
        assert "fel-nyckel" not in str(raised.value)
        assert change.comments == []
    with pytest.raises(AssertionError, match="går inte att nå"):
        comment(runner, change)


@pytest.mark.usefixtures("kept")
def test_comments_are_not_looked_for_on_another_host(runner: Runner) -> None:
    with forge(Change(VERSION)) as other, forge(Change(VERSION)) as change:
        for _ in range(3):
            change.say("Tack!", "redaktor")
        own, change.url = change.url, other.url
        elsewhere = Change(VERSION, url=own)
        with pytest.raises(AssertionError, match="ligger på en annan värd"):
            comment(runner, elsewhere)
        assert other.asked == []
