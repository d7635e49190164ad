"""Several processes find what one finds, and what goes wrong in one of them is not passed over."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.audit.interface import Kind, Needle
from generator.audit.scan import scan, site_checks
from generator.audit.workers import each

ONE, OTHER = Needle("ett", "Moa Almle", Kind.NAME), Needle("två", "031-390 06 15", Kind.PHONE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(80):
        told = ("Moa Almle", "tel 031 390 06 15", "inget", "x@annan.example")[number % 4]
        (tmp_path / f"{number:02}.html").write_text(f"<p>\n{told}</p>", "utf-8")
    return tmp_path


def test_the_same_is_found(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = scan(folder, (ONE, OTHER), checks=site_checks())
    assert len(alone.hits) == 40
    assert len(alone.strays) >= 20
    assert each.__kwdefaults__ is not None
    monkeypatch.setitem(each.__kwdefaults__, "large", 0)
    assert scan(folder, (ONE, OTHER), checks=site_checks()) == alone


@dataclass(frozen=True)
class _Fails:
    at: str

    def __call__(self, path: Path) -> str:
        if path.name == self.at:
            raise ValueError(self.at)
        return path.name


def test_a_fault_in_a_process_is_one_of_the_whole(folder: Path) -> None:
    files = sorted(folder.iterdir())
    assert list(each(_Fails("none"), files, large=0)) == [path.name for path in files]
    with pytest.raises(ValueError, match=r"70\.html"):
        list(each(_Fails("70.html"), files, large=0))
