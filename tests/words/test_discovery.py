"""Plug-in folders: one constant a module, or the program does not start."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

from generator.words.discovery import discover


@dataclass(frozen=True)
class Plug:
    name: str


IMPORT = "from tests.words.test_discovery import Plug\n"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty package `plugs`, importable while the test runs."""
    folder = tmp_path / "plugs"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield folder
    for name in [name for name in sys.modules if name.partition(".")[0] == "plugs"]:
        del sys.modules[name]


def found() -> tuple[Plug, ...]:
    importlib.invalidate_caches()
    package: ModuleType = importlib.import_module("plugs")
    return discover(package, Plug)


def test_constants_come_in_the_modules_name_order(package: Path) -> None:
    for name in ("b", "a", "c"):
        (package / f"{name}.py").write_text(f"{IMPORT}PLUG = Plug({name!r})\nlower = Plug('no')\n")
    (package / "interface.py").write_text("raise RuntimeError\n")
    (package / "_helper.py").write_text("raise RuntimeError\n")
    assert found() == (Plug("a"), Plug("b"), Plug("c"))


def test_an_empty_folder_has_none(package: Path) -> None:
    assert package.is_dir()
    assert found() == ()


@pytest.mark.parametrize(
    ("body", "count"), [("", 0), ("plug = Plug('lower')\n", 0), ("ONE = Plug('1')\nTWO = Plug('2')\n", 2)]
)
def test_a_module_without_exactly_one_is_an_error(package: Path, body: str, count: int) -> None:
    (package / "fine.py").write_text(f"{IMPORT}PLUG = Plug('fine')\n")
    (package / "wrong.py").write_text(IMPORT + body)
    with pytest.raises(LookupError, match=rf"plugs\.wrong must define exactly one Plug, has {count}"):
        found()


def test_a_module_that_cannot_be_imported_is_not_passed_over(package: Path) -> None:
    (package / "broken.py").write_text("import nothing_of_that_name\n")
    with pytest.raises(ModuleNotFoundError):
        found()
