"""Reads the workflow files of docs/arbetsflode, and runs their commands as they are written."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.publish.test_comparing import git
from tests.sites import ROOT, Place, exempelbygden

FOLDER = ROOT / "docs" / "arbetsflode"
GITHUB = tuple(sorted((FOLDER / "github").glob("*.yml")))
FORGEJO = tuple(sorted((FOLDER / "forgejo").glob("*.yml")))
GITLAB = FOLDER / "gitlab-ci.yml"
EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
UNASKED = {"inputs.farre": ""}  # of a run that nobody has started by hand


class _Strict(yaml.BaseLoader):
    """Text only, and no key twice: PyYAML would let the last one win."""


def _mapping(loader: _Strict, node: yaml.MappingNode) -> dict[str, Any]:
    keys = [loader.construct_object(key) for key, _ in node.value]
    assert len(set(keys)) == len(keys), f"a key stands twice at {node.start_mark}"
    values = [loader.construct_object(value, deep=True) for _, value in node.value]
    return dict(zip(keys, values, strict=True))


_Strict.add_constructor("tag:yaml.org,2002:map", _mapping)


def read(path: Path) -> dict[str, Any]:
    data = yaml.load(path.read_text("utf-8"), _Strict)  # noqa: S506 - text only
    assert isinstance(data, dict)
    return data


def steps(path: Path, job: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(path)["jobs"][job]["steps"]
    return found


@dataclass
class Cache:
    """What a forge keeps between runs: copies of folders by key, in the order in which they were saved."""

    folder: Path
    keys: list[str] = field(default_factory=list)

    def restore(self, work: Path, path: str, key: str, beginning: str | None = None) -> None:
        """The copy with that key, or else the newest whose key begins so; none is no error."""
        near = [kept for kept in self.keys if beginning is not None and kept.startswith(beginning)]
        for kept in ([key] if key in self.keys else near)[-1:]:
            shutil.copytree(self.folder / kept, work / path, dirs_exist_ok=True)

    def save(self, work: Path, path: str, key: str) -> None:
        """A copy in the place of any with that key."""
        shutil.rmtree(self.folder / key, ignore_errors=True)
        shutil.copytree(work / path, self.folder / key)
        self.keys = [*(kept for kept in self.keys if kept != key), key]

    def step(self, used: str, given: Mapping[str, str], work: Path) -> None:
        """What the action does in a step, if it is one of the two that keep something."""
        if "/cache/restore@" in used:
            self.restore(work, given["path"], given["key"], given["restore-keys"])
        elif "/cache/save@" in used:
            assert given["key"] not in self.keys, "GitHub and Forgejo never replace what has a key"
            self.save(work, given["path"], given["key"])


@dataclass
class Runner:
    """A clone of the editors' repository on a machine that a forge would give a job.

    `tools` holds programs that stand in for the system's own. `done` are commands of ours that ran in this
    clone: unless told something by a variable they answer the same each time, so the forges share them.
    `cache` is what the forge keeps from other machines.
    """

    folder: Path
    home: Path
    tools: Path
    done: set[str] = field(default_factory=set)
    cache: Cache | None = None

    def run(self, command: str, shell: Sequence[str], **environment: str) -> subprocess.CompletedProcess[str]:
        path = f"{self.tools}:{os.environ['PATH']}"
        return subprocess.run(
            [*shell, command],
            cwd=self.folder,
            env={"PATH": path, "HOME": str(self.home), **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    def job(
        self, path: Path, job: str, values: Mapping[str, str] | None = None, **own: str
    ) -> dict[str, str]:
        """Runs all commands of a job of GitHub or Forgejo; what its steps put out, as `step.name`.

        `values` are those of the expressions. Fails at the first command that fails.
        """
        shell = ("bash", "-e", "-c") if path in GITHUB else ("sh", "-e", "-c")
        values = UNASKED | dict(values or {})
        outputs: dict[str, str] = {}
        for step in steps(path, job):
            if self.cache is not None and "/cache/" in step.get("uses", ""):
                given = {name: filled(value, values) for name, value in step["with"].items()}
                self.cache.step(step["uses"], given, self.folder)
            env = {name: filled(value, values) for name, value in step.get("env", {}).items()}
            if "run" in step and (step["run"] not in self.done or any(env.values())):
                said = self.home / "output"
                said.write_text("")
                done = self.run(step["run"], shell, GITHUB_OUTPUT=str(said), **env, **own)
                assert done.returncode == 0, done.stdout + done.stderr
                if step["run"].startswith("./insats "):
                    self.done.add(step["run"])
                for line in said.read_text().splitlines():
                    name, _, value = line.partition("=")
                    outputs[f"{step['id']}.{name}"] = value
        return outputs

    def gitlab(self, job: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Runs a job of GitLab: its lines in one shell. What it keeps is saved when it succeeds."""
        found = read(GITLAB)[job]
        script = "\n".join(found["script"])
        if self.cache is None:
            return self.run(script, ("bash", "-eo", "pipefail", "-c"), **environment)
        own = [one for one in found["cache"] if isinstance(one["key"], str)]
        kept = [(path, one["key"]) for one in own for path in one["paths"]]
        for path, key in kept:
            self.cache.restore(self.folder, path, key)
        done = self.run(script, ("bash", "-eo", "pipefail", "-c"), **environment)
        for path, key in kept if done.returncode == 0 else ():
            self.cache.save(self.folder, path, key)
        return done


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with the value of each expression; one without a value is an error."""
    return EXPRESSION.sub(lambda found: values[found[1].strip()], text)


class Forge:
    """The editors' repository: `origin` as the forge keeps it, and a clone in which somebody writes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.origin = folder / "origin.git"
        self.place: Place = exempelbygden(folder / "editor")
        # What the tests tell is to hold whatever day it is.
        text = self.place.record().read_text("utf-8")
        self.place.record().write_text(text.replace("2027-12", "2099-12"), "utf-8")
        program = self.place.folder / "insats"
        program.write_text(
            f'#!/bin/sh\nexport PYTHONPATH={ROOT}\nexec {sys.executable} -P -m generator "$@"\n', "utf-8"
        )
        program.chmod(0o755)
        shutil.copytree(FOLDER, self.place.folder / "docs" / "arbetsflode")
        (self.place.folder / ".gitignore").write_text("/build/\n/public/\n/kommentar/\n", "utf-8")
        git(folder, "init", "-q", "--bare", "-b", "main", str(self.origin))
        git(self.place.folder, "init", "-q", "-b", "main")
        git(self.place.folder, "remote", "add", "origin", str(self.origin))
        self.push("main")

    def push(self, branch: str, *edits: tuple[str, str]) -> str:
        """Edits the record on that branch, which begins at main, and pushes it; the version."""
        if branch != "main":
            git(self.place.folder, "checkout", "-q", "-b", branch, "main")
        for old, new in edits:
            self.place.edit(old, new)
        git(self.place.folder, "add", "-A")
        git(self.place.folder, "commit", "-q", "--allow-empty", "-m", "En ändring")
        git(self.place.folder, "push", "-q", "origin", f"HEAD:refs/heads/{branch}")
        pushed = version(self.place.folder)
        git(self.place.folder, "checkout", "-q", "main")
        return pushed

    def runner(self, name: str, revision: str) -> Runner:
        """A clone as a checkout leaves it: no branch of its own, all of origin's."""
        home, folder = self._folder / name, self._folder / name / "work"
        tools = home / "tools"
        tools.mkdir(parents=True)
        git(home, "clone", "-q", str(self.origin), str(folder))
        git(folder, "checkout", "-q", "--detach", revision)
        git(folder, "branch", "-D", "main")
        return Runner(folder, home, tools)


def version(folder: Path) -> str:
    """The version that a clone stands at."""
    asked = ["git", "-C", str(folder), "rev-parse", "HEAD"]
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()


def tool(runner: Runner, name: str, script: str) -> Path:
    """A program that takes the place of the system's and notes its arguments, one a line."""
    noted = runner.home / f"{name}.arguments"
    path = runner.tools / name
    path.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {noted}\n{script}\n', "utf-8")
    path.chmod(0o755)
    return noted
