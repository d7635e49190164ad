"""The workflow files as a forge reads them: form, jobs that wait for each other, rights, pinned actions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.sites import ROOT
from tests.workflows.running import EXPRESSION, FOLDER, FORGEJO, GITHUB, GITLAB, read

# From the published schema of GitHub's workflows; Forgejo takes the same.
TOP = {"name", "on", "permissions", "concurrency", "jobs"}
JOB = {"needs", "if", "runs-on", "container", "permissions", "environment", "outputs", "timeout-minutes"}
JOB |= {"steps"}
STEP = {"id", "name", "if", "uses", "with", "run", "env"}
# From each action.yml at the pinned version.
INPUTS = {
    "checkout": {"ref", "fetch-depth", "persist-credentials", "sparse-checkout"},
    "setup-python": {"python-version", "cache", "cache-dependency-path"},
    "upload-artifact": {"name", "path", "if-no-files-found", "retention-days"},
    "download-artifact": {"name", "path", "run-id", "github-token"},
    "upload-pages-artifact": {"path"},
    "deploy-pages": set(),
    "restore": {"path", "key", "restore-keys"},
    "save": {"path", "key"},
}
PIN = re.compile(r"uses: (\S+?)@(\S+)(?: # (\S+))?$", re.MULTILINE)
ALL = (*GITHUB, *FORGEJO)
BY_NAME = {path: path.relative_to(FOLDER).as_posix() for path in (*ALL, GITLAB)}


def jobs(path: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = read(path)["jobs"]
    return found


def needed(job: dict[str, Any]) -> list[str]:
    needs = job.get("needs", [])
    return [needs] if isinstance(needs, str) else list(needs)


def expressions(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield from (found.strip() for found in EXPRESSION.findall(data))
    elif isinstance(data, dict):
        for value in data.values():
            yield from expressions(value)
    elif isinstance(data, list):
        for value in data:
            yield from expressions(value)


def test_there_is_a_file_for_each_step_on_each_forge_and_none_runs_here() -> None:
    assert set(BY_NAME.values()) == {
        "forgejo/granska.yml", "forgejo/publicera.yml", "github/granska.yml", "github/kommentera.yml",
        "github/publicera.yml", "gitlab-ci.yml",
    }  # fmt: skip
    for folder in (".github", ".forgejo", ".gitea", ".gitlab-ci.yml"):
        assert not (ROOT / folder).exists()


def test_every_file_is_told_and_links_lead_somewhere() -> None:
    page = (FOLDER / "README.md").read_text("utf-8")
    others = {"kommentera.py", "README.md"}  # what is not copied
    for path in FOLDER.rglob("*"):
        if path.is_file() and path.name not in others and "__pycache__" not in path.parts:
            assert f"]({path.relative_to(FOLDER).as_posix()})" in page
    for document in (
        FOLDER / "README.md",
        ROOT / "docs/handbok/andringar.md",
        ROOT / "docs/vardskap/README.md",
    ):
        for target in re.findall(r"\]\(([^)#\s]+)", document.read_text("utf-8")):
            assert (document.parent / target).exists(), (document.name, target)


@pytest.mark.parametrize("path", BY_NAME, ids=BY_NAME.get)
def test_the_text_is_tidy(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.endswith("\n")
    assert "\t" not in text
    assert [line for line in text.splitlines() if line != line.rstrip() or len(line) > 120] == []
    assert text.startswith("# "), "says where it goes"


@pytest.mark.parametrize("path", ALL, ids=BY_NAME.get)
def test_only_known_keys_and_jobs_that_are_there(path: Path) -> None:
    workflow = read(path)
    assert set(workflow) <= TOP
    found = jobs(path)
    for name, job in found.items():
        assert set(job) <= JOB, name
        assert set(needed(job)) <= set(found) - {name}
        ids = {step["id"] for step in job["steps"] if "id" in step}
        for step in job["steps"]:
            assert set(step) <= STEP
            assert ("uses" in step) != ("run" in step)
            if "uses" in step:
                action = step["uses"].partition("@")[0].rpartition("/")[2]
                assert set(step.get("with", {})) <= INPUTS[action]
        for said in expressions(job):
            if other := re.match(r"needs\.(\w+)\.outputs\.(\w+)$", said):
                assert other[1] in needed(job)
                assert other[2] in found[other[1]]["outputs"]
            if step_id := re.match(r"steps\.(\w+)\.", said):
                assert step_id[1] in ids
    order: list[str] = []
    while len(order) < len(found):
        ready = [name for name in found if name not in order and set(needed(found[name])) <= set(order)]
        assert ready, "jobs wait for each other in a ring"
        order += ready


@pytest.mark.parametrize("path", ALL, ids=BY_NAME.get)
def test_no_expression_stands_in_a_command(path: Path) -> None:
    """What a forge fills in there, a name of a branch for instance, would run as a command."""
    for job in jobs(path).values():
        assert [step for step in job["steps"] if EXPRESSION.search(step.get("run", ""))] == []


@pytest.mark.parametrize("path", ALL, ids=BY_NAME.get)
def test_each_action_is_pinned_and_told(path: Path) -> None:
    table = (FOLDER / "README.md").read_text("utf-8")
    used = PIN.findall(path.read_text("utf-8"))
    assert len(used) == sum("uses" in step for job in jobs(path).values() for step in job["steps"])
    for action, version, name in used:
        assert re.fullmatch(r"[0-9a-f]{40}", version), action
        assert re.fullmatch(r"v\d+(\.\d+\.\d+)?", name), action
        told = re.sub(r"^https://|/(restore|save)$", "", action)  # two actions of one repository
        assert f"| `{told}` | {name} | `{version}` |" in table


def test_no_action_is_told_that_is_not_used() -> None:
    told = re.findall(r"\| `([0-9a-f]{40})` \|", (FOLDER / "README.md").read_text("utf-8"))
    assert set(told) == {pin[1] for path in ALL for pin in PIN.findall(path.read_text("utf-8"))}
    assert len(told) == len(set(told))


@pytest.mark.parametrize("path", ALL, ids=BY_NAME.get)
def test_no_checkout_leaves_its_token_behind(path: Path) -> None:
    for job in jobs(path).values():
        for step in job["steps"]:
            if "/checkout@" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] == "false"


def test_on_github_each_job_has_the_least_rights() -> None:
    written = {}
    for path in GITHUB:
        workflow = read(path)
        assert workflow["permissions"] in ({"contents": "read"}, {})
        for name, job in jobs(path).items():
            rights = job.get("permissions", workflow["permissions"])
            written[path.stem, name] = {right for right, level in rights.items() if level != "read"}
    assert written == {
        ("granska", "kontrollera"): set(),
        ("granska", "skillnad"): set(),
        ("granska", "forhandsvisa"): set(),
        ("kommentera", "kommentera"): {"pull-requests"},
        ("publicera", "bygg"): set(),
        ("publicera", "publicera"): {"pages", "id-token"},
    }


def test_what_a_change_brings_runs_without_secrets_and_what_may_write_runs_nothing_of_it() -> None:
    for path in ALL:
        on = read(path)["on"]
        assert "pull_request_target" not in on
        if "pull_request" in on:
            for job in jobs(path).values():
                for step in job["steps"]:
                    told = [said for said in expressions(step) if "secrets" in said or "token" in said]
                    if told:  # on Forgejo: the job that comments, with the program of main
                        assert path in FORGEJO
                        assert step["run"] == "python3 docs/arbetsflode/kommentera.py build/kommentar"
                        assert "head.repo.full_name == github.repository" in job["if"]
    for path in (FOLDER / "github/kommentera.yml", FOLDER / "forgejo/granska.yml"):
        first, *_, last = jobs(path)["kommentera"]["steps"]
        assert first["with"]["ref"] == "main"
        assert last["run"] == "python3 docs/arbetsflode/kommentera.py build/kommentar"
    kommentera = read(FOLDER / "github/kommentera.yml")
    assert kommentera["on"]["workflow_run"]["workflows"] == [read(FOLDER / "github/granska.yml")["name"]]


@pytest.mark.parametrize("path", ALL, ids=BY_NAME.get)
def test_only_the_newest_is_published_and_every_night(path: Path) -> None:
    workflow = read(path)
    queue = workflow["concurrency"]
    if path.stem != "publicera":
        assert "${{" in queue["group"], "one for each change"
        return
    assert set(workflow["on"]) == {"push", "schedule", "workflow_dispatch"}
    assert workflow["on"]["push"]["branches"] == ["main"]
    ((minute, hour, *rest),) = [entry["cron"].split() for entry in workflow["on"]["schedule"]]
    # After midnight in Sweden in summer and in winter, on the same UTC day.
    assert (int(hour), rest) == (23, ["*", "*", "*"])
    assert int(minute) > 0
    assert queue == {"group": "publicera", "cancel-in-progress": "false"}
    checkouts = [
        step for job in jobs(path).values() for step in job["steps"] if "/checkout@" in step.get("uses", "")
    ]
    assert checkouts
    assert all(step["with"]["ref"] == "main" for step in checkouts)


def test_what_is_handed_on_is_what_is_taken() -> None:
    """Every artefact that a job takes is one that another leaves, at the place where the command looks."""
    for path in ALL:
        for job in jobs(path).values():
            for step in job["steps"]:
                if "/upload-artifact@" in step.get("uses", ""):
                    assert step["with"]["if-no-files-found"] == "error"
                    assert int(step["with"]["retention-days"]) <= 7, "what is withdrawn does not stay"
                if "/download-artifact@" in step.get("uses", ""):
                    assert step["with"]["name"] == "kommentar"
                    assert step["with"]["path"] == job["steps"][-1]["run"].split()[-1]


@pytest.mark.parametrize("path", ALL, ids=BY_NAME.get)
def test_what_is_kept_for_the_next_run_is_kept_by_publishing_alone(path: Path) -> None:
    """A run that a change can start neither reads nor writes it. Each run has a key of its own."""
    found = {
        name: [step for step in job["steps"] if "/cache" in step.get("uses", "")]
        for name, job in jobs(path).items()
    }
    if path.stem != "publicera":
        assert not any(found.values())
        return
    (job,) = (name for name, used in found.items() if used)
    restore, save = found[job]
    assert "pull_request" not in read(path)["on"]
    assert save["with"] == {key: restore["with"][key] for key in ("path", "key")}
    assert save["with"]["path"] == "build/proof"
    beginning = restore["with"]["restore-keys"]
    assert save["with"]["key"] == f"{beginning}${{{{ github.run_id }}}}-${{{{ github.run_attempt }}}}"
    order = jobs(path)[job]["steps"]
    (build,) = (step for step in order if step.get("run", "").startswith("./insats build"))
    assert order.index(restore) < order.index(build)
    assert order[-1] == save, "what has gone wrong is not what the next run is compared with"
    assert "if" not in save, "a run that fails leaves the last one"


def test_gitlab_keeps_the_same_in_the_job_that_publishes_alone() -> None:
    config = read(GITLAB)
    default = config["default"]["cache"]
    assert config["pages"]["cache"] == [default, {"key": "bevis", "paths": ["build/proof/"]}]
    assert [job["cache"] for name, job in config.items() if name != "pages" and "cache" in job] in (
        [default, []],
        [[], default],
    )


def test_gitlab_reads_the_findings_from_where_they_are_written() -> None:
    for name in ("kontrollera", "forhandsvisa", "pages"):
        job = read(GITLAB)[name]
        (written,) = re.findall(r"--report gitlab=(\S+)", "\n".join(job["script"]))
        assert job["artifacts"]["reports"] == {"codequality": written}
        assert written not in job["artifacts"].get("paths", [])


def test_whoever_starts_a_run_by_hand_ticks_a_box_and_writes_no_text() -> None:
    for path in (FOLDER / "github/publicera.yml", FOLDER / "forgejo/publicera.yml"):
        inputs = read(path)["on"]["workflow_dispatch"]["inputs"]
        assert {name: given["type"] for name, given in inputs.items()} == {"farre": "boolean"}
    given = read(GITLAB)["variables"]["FARRE"]
    assert (given["value"], given["options"]) == ("nej", ["nej", "ja"])


def test_gitlab_s_jobs_have_rules_and_wait_for_what_runs_with_them() -> None:
    config = read(GITLAB)
    found = {name: job for name, job in config.items() if isinstance(job, dict) and "script" in job}
    change = '$CI_PIPELINE_SOURCE == "merge_request_event"'
    assert set(found) == {"kontrollera", "skillnad", "kommentera", "forhandsvisa", "pages"}
    assert config["workflow"]["rules"] == [{"if": change}, {"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    for name, job in found.items():
        assert job["stage"] in config["stages"], name
        assert job["rules"], "a job without rules is left out when a change is read"
        assert set(job.get("needs", [])) <= set(found)
        for need in job.get("needs", []):
            assert config["stages"].index(found[need]["stage"]) < config["stages"].index(job["stage"])
        artifacts = job.get("artifacts", {})
        assert re.fullmatch(r"\w[-\w ]*", artifacts.get("expose_as", "x"), re.ASCII), name
    assert found["kommentera"]["rules"] == [{"if": f"{change} && $KOMMENTAR_NYCKEL", "when": "always"}]
    assert found["skillnad"]["artifacts"]["when"] == "always"
    assert found["pages"]["resource_group"] == "publicera"
    assert found["pages"]["artifacts"]["paths"] == ["public"]
    assert config["variables"]["GIT_DEPTH"] == "0"
    assert config["variables"]["PIP_CACHE_DIR"].partition("/")[2] + "/" in config["default"]["cache"]["paths"]
