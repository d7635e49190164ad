"""The repository itself: its layout, its locks, and what no committed file may say."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]

FOLDERS = ("content", "generator", "theme", "site_config", "tests", "docs", "requirements")
FILES = (
    "mkdocs.yml",
    "pyproject.toml",
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "LICENSE",
    ".editorconfig",
    ".gitattributes",
    ".pre-commit-config.yaml",
)
PROGRAMS = ("insats", ".ci/run")

# A folder of one machine. `/tmp` and the others are fine as words; a path goes on below them.
MACHINE_PATH = re.compile(r"(?<![a-z.])/(?:home|root|work|tmp)/[\w.]")
# One letter of each in brackets, so that this file does not name what it forbids.
INDEX_HOST = re.compile(r"\b(?:py[p]i\.org|python[h]osted\.org|npm[j]s\.(?:org|com)|crates[.]io)\b")

# Swedish numbers as people write them: 070-174 06 05, +46 8 465 004 11, 031/390 06 15, 0701740605.
PHONE = re.compile(
    r"(?<![\w./-])(?:"
    r"(?:\+46[ -]?(?:\(0\))?|0046[ -]?|0)[1-9]\d{0,2}[ /-]{1,3}\d{2,3}(?:[ -]?\d{2,3}){1,3}"
    r"|(?:\+46|0046)[1-9]\d{6,8}|07[02369]\d{7})\b"
)
# Set aside for fiction by the telecom authority; only these three are used here.
FICTION = (("0313900600", "0313900649"), ("0846500400", "0846500499"), ("0701740605", "0701740699"))
EMAIL = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)*\.[a-zåäö]{2,})", re.IGNORECASE)


@cache
def _files() -> tuple[str, ...]:
    """Every file that is committed, or would be by `git add`."""
    listing = subprocess.run(
        ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z", "-c", "-o", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names = listing.stdout.decode("utf-8").split("\0")
    return tuple(sorted({name for name in names if name and (ROOT / name).is_file()}))


def _lines(*folders: str) -> Iterator[tuple[str, str]]:
    """`file:line` and the line, of every text file (below `folders`, if any are named)."""
    for name in _files():
        if folders and not name.startswith(folders):
            continue
        data = (ROOT / name).read_bytes()
        if b"\0" in data:
            continue
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
            yield f"{name}:{number}", line


def _locked(name: str) -> dict[str, tuple[str, int]]:
    """Package → version and number of hashes."""
    text = (ROOT / "requirements" / name).read_text("utf-8").replace("\\\n", " ")
    packages: dict[str, tuple[str, int]] = {}
    for line in text.splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            requirement = Requirement(line.partition(" --hash")[0])
            (pin,) = requirement.specifier
            assert pin.operator == "==", line
            name = canonicalize_name(requirement.name)
            assert name not in packages, f"two versions of {name}: a build would differ between Pythons"
            packages[name] = (pin.version, len(re.findall(r"--hash=sha256:[0-9a-f]{64}\b", line)))
    return packages


def _declared() -> tuple[list[Requirement], list[Requirement]]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)
    return (
        [Requirement(line) for line in project["project"]["dependencies"]],
        [Requirement(line) for line in project["dependency-groups"]["dev"]],
    )


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_folders_stand_where_they_are_to_be(folder: str) -> None:
    assert any(name.startswith(f"{folder}/") for name in _files())


@pytest.mark.parametrize("file", [*FILES, *PROGRAMS])
def test_the_files_stand_where_they_are_to_be(file: str) -> None:
    assert file in _files()


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_programs_can_be_run(program: str) -> None:
    assert os.access(ROOT / program, os.X_OK)
    shell = "sh" if (ROOT / program).read_text("utf-8").startswith("#!/bin/sh\n") else "bash"
    subprocess.run([shell, "-n", ROOT / program], check=True)


def test_nothing_built_is_committed() -> None:
    assert not [name for name in _files() if name.startswith((".venv", "build/", "dist/"))]


@pytest.mark.parametrize("lock", ["runtime.txt", "dev.txt"])
def test_every_locked_package_has_hashes(lock: str) -> None:
    packages = _locked(lock)
    assert packages
    assert [name for name, (_, hashes) in packages.items() if not hashes] == []


@pytest.mark.parametrize("lock", ["runtime.txt", "dev.txt"])
def test_a_lock_names_no_index_and_no_address(lock: str) -> None:
    lines = (ROOT / "requirements" / lock).read_text("utf-8").splitlines()
    option = re.compile(r"\s*-(?!-hash=sha256:)")
    assert [line for line in lines if option.match(line) or "://" in line or " @ " in line] == []


def test_the_development_lock_is_the_runtime_lock_and_more() -> None:
    runtime, dev = _locked("runtime.txt"), _locked("dev.txt")
    assert runtime.items() <= dev.items()
    assert len(dev) > len(runtime)


def test_the_locks_hold_what_pyproject_asks_for() -> None:
    needed, tools = _declared()
    for lock, wanted in (("runtime.txt", needed), ("dev.txt", needed + tools)):
        packages = _locked(lock)
        for requirement in wanted:
            version, _ = packages.get(canonicalize_name(requirement.name), ("", 0))
            assert version, f"{requirement.name} is not in {lock}: run ./insats dev lock"
            assert requirement.specifier.contains(version), (
                f"{requirement} is not {version}: ./insats dev lock"
            )


def test_every_direct_dependency_says_why_it_is_here() -> None:
    reasons = (ROOT / "docs/adr/0005-dependencies.md").read_text("utf-8")
    rows = re.findall(r"^\| ([\w.-]+(?:, -\w+)*) \|", reasons, flags=re.MULTILINE)
    named = {
        re.sub(r"^.*?(?=-)", "types", part) if part.startswith("-") else part
        for row in rows
        for part in row.split(", ")
    }
    needed, tools = _declared()
    assert {requirement.name for requirement in needed + tools} - named == set()


def test_the_readme_is_at_most_two_screens() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 100


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/ARCHITECTURE.md"])
def test_links_of_the_documents_lead_somewhere(document: str) -> None:
    path = ROOT / document
    targets = re.findall(r"\]\(([^)#\s]+)", path.read_text("utf-8"))
    assert [t for t in targets if "://" not in t and not (path.parent / t).exists()] == []


def test_no_file_names_a_path_of_somebody_s_machine() -> None:
    assert [where for where, line in _lines() if MACHINE_PATH.search(line)] == []


def test_no_file_names_a_package_index() -> None:
    assert [where for where, line in _lines() if INDEX_HOST.search(line)] == []


def _is_fiction(number: str) -> bool:
    digits = re.sub(r"\D", "", re.sub(r"^(?:\+46|0046)[ -]?(?:\(0\))?", "0", number))
    return any(len(digits) == len(low) and low <= digits <= high for low, high in FICTION)


def test_phone_numbers_are_those_set_aside_for_fiction() -> None:
    numbers = [
        (where, n.group())
        for where, line in _lines("content/", "site_config/", "tests/")
        for n in PHONE.finditer(line)
    ]
    assert numbers, "the records hold numbers that the gate withholds"
    assert [where for where, number in numbers if not _is_fiction(number)] == []


def test_e_mail_addresses_are_invented() -> None:
    addresses = [
        (where, a[1]) for where, line in _lines("content/", "site_config/") for a in EMAIL.finditer(line)
    ]
    assert addresses
    assert [where for where, domain in addresses if not domain.lower().endswith(".example")] == []


@pytest.mark.parametrize(
    ("pattern", "found", "passed"),
    [
        (
            PHONE,
            ["070-174 06 05", "+46 8 465 004 11", "031/390 06 15", "+46313900615", "0701740605"],
            ["2026-11-23", "0305"],
        ),
        (
            MACHINE_PATH,
            ["see /" + "work/main"],
            ["https://a.example/work/x", "./tmp/x", "a/tmp/x", "in /tmp"],
        ),
        (EMAIL, ["a.b@kommun.invalid"], ["a @ b", "@media"]),
        (INDEX_HOST, ["https://py" + "pi.org/"], ["pypi", "pip install"]),
    ],
)
def test_the_searches_find_what_they_are_for(
    pattern: re.Pattern[str], found: list[str], passed: list[str]
) -> None:
    assert all(pattern.search(text) for text in found)
    assert not any(pattern.search(text) for text in passed)
