"""The house stands: floors, wall, door and seal hold, and the contracts notice when they don't."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    code = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    return subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("house")
    shutil.copytree(ROOT / "generator", folder / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_the_contracts_hold() -> None:
    done = _lint(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("file", "line", "broken"),
    [
        ("pages/smuggler.py", "from generator.records.record import Record", "The wall"),
        ("exports/smuggler.py", "import generator.importing", "The wall"),
        (
            "indexes/smuggler.py",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from generator.storage import load",
            "The wall",
        ),
        ("audit/smuggler.py", "import generator.publish.judging", "Floors"),
        ("cli/smuggler.py", "from generator.gate.door import open_door", "The door"),
        ("checks/smuggler.py", "from generator.gate.door import open_door", "The door"),
        ("publish/smuggler.py", "from generator.public.seal import claim_seal", "The seal"),
        ("gate/smuggler.py", "import os", "Pure floors"),
        ("pages/smuggler.py", "from pathlib import Path", "Pages, exports, importing, checks and answers"),
        ("attic/__init__.py", "", "Floors"),
    ],
)
def test_a_breach_is_noticed(house: Path, file: str, line: str, broken: str) -> None:
    smuggler = house / "generator" / file
    smuggler.parent.mkdir(exist_ok=True)
    smuggler.write_text(f"{line}\n", "utf-8")
    try:
        done = _lint(house)
    finally:
        smuggler.unlink()
        if not any(smuggler.parent.glob("*.py")):
            shutil.rmtree(smuggler.parent)
    assert done.returncode != 0
    kept_or_broken = [row for row in done.stdout.splitlines() if row.startswith(broken)]
    assert any(row.endswith("BROKEN") for row in kept_or_broken) or broken in done.stdout.split("KEPT")[-1]
