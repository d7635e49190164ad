"""Hooks before a commit, and who must read a change."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.sites import ROOT
from tests.workflows.running import FOLDER, Forge, Runner

OWNERS = FOLDER / "CODEOWNERS"


def hooks(path: Path) -> list[dict[str, Any]]:
    data = yaml.safe_load(path.read_text("utf-8"))
    return data if isinstance(data, list) else [hook for repo in data["repos"] for hook in repo["hooks"]]


@pytest.fixture(scope="module")
def wrong(editors: Forge) -> Runner:
    return editors.runner("krok-fel", "origin/fel")


def test_the_hook_of_this_repository_reads_the_caller_s_folder(change: Runner, wrong: Runner) -> None:
    (hook,) = hooks(ROOT / ".pre-commit-hooks.yaml")
    assert (hook["id"], hook["language"], hook["pass_filenames"]) == ("insats-check", "script", False)
    program, *arguments = shlex.split(hook["entry"])
    # Of a script, pre-commit takes the first word as a file of the repository that the hook stands in.
    done = [
        subprocess.run([ROOT / program, *arguments], cwd=runner.folder, capture_output=True, text=True)
        for runner in (change, wrong)
    ]
    assert [one.returncode for one in done] == [0, 1], done
    assert not any("kör därför i" in one.stderr for one in done)
    assert "vagen-vidare.yml:8:" in done[1].stdout + done[1].stderr


def test_the_editors_hooks_stop_an_error_and_tell_what_becomes_public(change: Runner, wrong: Runner) -> None:
    check, diff = hooks(FOLDER / "pre-commit-config.yaml")
    shell = ("bash", "-c")
    assert change.run(check["entry"], shell).returncode == 0
    assert wrong.run(check["entry"], shell).returncode == 1
    record = next(change.folder.glob("content/insatser/*/vagen-vidare.yml"))
    text = record.read_text("utf-8")
    record.write_text(text.replace("belopp: 3300000", "belopp: 3400000"), "utf-8")
    done = change.run(diff["entry"], shell)
    record.write_text(text, "utf-8")
    assert done.returncode == 0
    assert "3\u00a0400\u00a0000" in done.stdout
    assert diff["verbose"]


def test_the_hooks_run_for_records_and_settings_and_for_nothing_else() -> None:
    for hook in (*hooks(ROOT / ".pre-commit-hooks.yaml"), *hooks(FOLDER / "pre-commit-config.yaml")):
        assert re.search(hook["files"], "content/insatser/exempelbygden/vagen-vidare.yml")
        assert re.search(hook["files"], "site_config/villkor/exempelbygden-2024.yml")
        assert not re.search(hook["files"], "docs/content/x.md")
        assert not hook["pass_filenames"]


def readers(file: str) -> list[str]:
    """Who must read a change of the file: those of the last line that fits it."""
    found: list[str] = []
    for line in OWNERS.read_text("utf-8").splitlines():
        pattern, *owners = line.partition("#")[0].split() or [""]
        below = pattern.endswith("/") and file.startswith(pattern.removeprefix("/"))
        if pattern == "*" or below or pattern == Path(file).name:
            found = owners
    return found


@pytest.mark.parametrize(
    ("file", "group"),
    [
        ("content/insatser/exempelbygden/vagen-vidare.yml", "samtycke"),
        ("content/sidor/om.md", "samtycke"),
        ("site_config/villkor/exempelbygden-2024.yml", "samtycke"),
        ("site_config/site.yml", "samtycke"),
        (".github/CODEOWNERS", "samtycke"),
        ("CODEOWNERS", "samtycke"),
        (".github/workflows/granska.yml", "drift"),
        (".gitlab-ci.yml", "drift"),
        ("generator/gate/door.py", "drift"),
        ("docs/content/x.md", "drift"),
        ("insats", "drift"),
    ],
)
def test_each_file_has_its_reader(file: str, group: str) -> None:
    assert readers(file) == [f"@exempelbygden/{group}"]
