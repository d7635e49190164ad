"""`python -m bench.mutate_gate [PATTERN …]`: is there a change of the gate that no plain test of it notices?

Changes generator/gate in a copy of the checkout, one small thing at a time, and runs tests/gate each time
without its generated cases. mutmut changes what stands in functions. What stands outside them (tables,
patterns, each `RULE`) is changed with the same operators, a process for each. A PATTERN
(`generator.gate.decided.*`) chooses among them by name. Prints each change that survives.
"""

from __future__ import annotations

import argparse
import fnmatch
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass
from difflib import unified_diff
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType

import libcst
import pytest
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.mutation.file_mutation import create_mutations, deep_replace
from mutmut.stats import status_by_exit_code

GATE = Path("generator/gate")
WORKERS = os.cpu_count() or 1
# A change that makes a loop endless is noticed too: the tests do not end.
NOTICED = ("killed", "timeout")
PATIENCE, SURVIVED = 600, 77
ROOT = Path.cwd()
CONFIGURED = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["tool"]["mutmut"]
REASONS = "tests/gate/test_reasons.py"
SELECTION: list[str] = CONFIGURED["pytest_add_cli_args_test_selection"]


@dataclass(frozen=True)
class Tried:
    """One change, and what became of it."""

    name: str
    status: str
    diff: str = ""


def copy_of_the_checkout(folder: Path) -> Path:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        check=True,
        capture_output=True,
    )
    for name in filter(os.path.isfile, listed.stdout.decode().split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(name, folder / name)
    return folder


def environment() -> dict[str, str]:
    """Without the launcher's PYTHONPATH, which would lead to the code that nobody has changed."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}


def functions(folder: Path, patterns: list[str]) -> Iterator[Tried]:
    mutmut = Path(sys.executable).with_name("mutmut")
    command = ["run", "--max-children", str(WORKERS), *patterns]
    subprocess.run([mutmut, *command], cwd=folder, env=environment(), check=True)
    with chdir(folder):
        for path in modules():
            results = json.loads(Path("mutants", f"{path}.meta").read_text("utf-8"))["exit_code_by_key"]
            for name, code in results.items():
                if code is not None or not patterns:
                    status = status_by_exit_code[code]
                    diff = "" if status in NOTICED else get_diff_for_mutant(name, path=path)
                    yield Tried(name, status, diff)


def modules() -> list[Path]:
    return sorted(path for path in GATE.rglob("*.py") if path.name != "__init__.py")


@dataclass(frozen=True)
class Change:
    """A module's text with one thing changed in it."""

    name: str
    path: Path
    text: str

    @property
    def module(self) -> str:
        return ".".join(self.path.with_suffix("").parts)

    @property
    def diff(self) -> str:
        before = self.path.read_text("utf-8").splitlines()
        return "\n".join(unified_diff(before, self.text.splitlines(), str(self.path), n=0, lineterm=""))


def changes_of_tables(patterns: list[str]) -> Iterator[Change]:
    for path in modules():
        module, mutations, _, _ = create_mutations(str(path), path.read_text("utf-8"))
        outside = [
            one
            for one in mutations
            if not isinstance(one.contained_by_top_level_function, libcst.FunctionDef)
        ]
        for number, one in enumerate(outside, 1):
            text = libcst.ensure_type(
                deep_replace(module, one.original_node, one.mutated_node), libcst.Module
            )
            name = f"{'.'.join(path.with_suffix('').parts)}.{number}"
            if not patterns or any(fnmatch.fnmatch(name, pattern) for pattern in patterns):
                yield Change(name, path, text.code)


class Changed(SourceFileLoader):
    """Imports the module as it is changed."""

    def __init__(self, change: Change) -> None:
        super().__init__(change.module, str(change.path.absolute()))
        self._text = change.text

    def find_spec(self, fullname: str, _path: object, _target: object = None) -> ModuleSpec | None:
        return spec_from_file_location(fullname, self.path, loader=self) if fullname == self.name else None

    def get_code(self, _fullname: str) -> CodeType:
        return self.source_to_code(self._text, self.path)


def tables(folder: Path, patterns: list[str]) -> Iterator[Tried]:
    """Each change in a fork of a process that has read every library, and nothing of ours."""
    import tests.house.test_documented  # noqa: F401 - with all that the tests import

    for name in [name for name in sys.modules if name.partition(".")[0] in ("generator", "tests")]:
        del sys.modules[name]
    unchanged = Change("nothing", GATE / "door.py", (GATE / "door.py").read_text("utf-8"))
    if first_ended({fork(folder, unchanged): unchanged}).status != "survived":
        sys.exit("the tests fail before anything is changed")
    running: dict[int, Change] = {}
    for change in changes_of_tables(patterns):
        if len(running) == WORKERS:
            yield first_ended(running)
        running[fork(folder, change)] = change
    while running:
        yield first_ended(running)


def fork(folder: Path, change: Change) -> int:
    pid = os.fork()
    if pid == 0:
        os._exit(survives(folder, change))
    return pid


def first_ended(running: dict[int, Change]) -> Tried:
    pid, state = os.wait()
    change, code = running.pop(pid), os.waitstatus_to_exitcode(state)
    status = "timeout" if code == -signal.SIGALRM else "survived" if code == SURVIVED else "killed"
    return Tried(change.name, status, change.diff)


def survives(folder: Path, change: Change) -> int:
    """The module's own tests come first, with those that hold words: they notice most, and are soon read."""
    signal.alarm(PATIENCE)
    os.chdir(folder)
    sys.path[:] = [str(folder), *(path for path in sys.path if Path(path) != ROOT)]
    sys.meta_path.insert(0, Changed(change))
    for stream in (sys.stdout.fileno(), sys.stderr.fileno()):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
    own = Path("tests", change.path.relative_to("generator").with_name(f"test_{change.path.name}"))
    options = ["-x", "-q", "-p", "no:cacheprovider"]
    soonest, of_sentences = [str(own)] if own.exists() else [], [one for one in SELECTION if "::" in one]
    for selection in ([*soonest, REASONS], of_sentences, SELECTION):
        if pytest.main([*options, *selection]) != pytest.ExitCode.OK:
            return 1
    return SURVIVED


def report(what: str, tried: list[Tried], seconds: float) -> None:
    counts = Counter(one.status for one in tried)
    noticed = sum(counts[status] for status in NOTICED)
    each = ", ".join(f"{count:,} {status}" for status, count in counts.most_common())
    score = f"{100 * noticed / len(tried):.1f} %" if tried else "–"
    print(f"{what}: {len(tried):,} changes: {each}; score {score}; {seconds / 60:.0f} min")
    for one in tried:
        if one.status != "killed":
            print(f"\n{one.status} {one.name}", one.diff, sep="\n")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("pattern", nargs="*")
    patterns: list[str] = options.parse_args().pattern
    with tempfile.TemporaryDirectory() as name:
        folder = copy_of_the_checkout(Path(name))
        for what, tried in (("outside functions", tables), ("in functions", functions)):
            started = time.perf_counter()
            report(what, list(tried(folder, patterns)), time.perf_counter() - started)


if __name__ == "__main__":
    main()
