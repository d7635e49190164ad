"""Which theme is used: the working folder's own when it is whole, else the program's."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from generator.publish.resources import HANDBOOK, find_resources
from tests.sites import ROOT, Place


def test_elsewhere_the_programs_own_theme_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_resources().theme == ROOT / "theme"
    (tmp_path / "theme").mkdir()
    (tmp_path / "mkdocs.yml").write_text("")
    assert find_resources().mkdocs == ROOT / "mkdocs.yml"


def test_a_working_folder_may_have_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme/insats.html").write_text("")
    (tmp_path / "mkdocs.yml").write_text("")
    found = find_resources()
    assert (found.mkdocs, found.theme) == (tmp_path / "mkdocs.yml", tmp_path / "theme")


def test_the_program_brings_the_standard_pages_and_no_forbunds_own() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        wheel = tomllib.load(file)["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    brought = {name for name in wheel if name.startswith("content")}
    assert brought == {f"content/sidor/{page}.md" for page in ("om", "personuppgifter", "tillganglighet")}
    assert all((ROOT / name).is_file() for name in brought)
    assert {target for target in wheel.values() if "/content/" in target} == {
        f"generator/_shipped/{name}" for name in brought
    }


def test_the_program_brings_the_handbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        wheel = tomllib.load(file)["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert wheel[HANDBOOK] == f"generator/_shipped/{HANDBOOK}"
    monkeypatch.chdir(tmp_path)
    assert find_resources().handbook == ROOT / HANDBOOK


def test_a_forbunds_own_site_has_its_own_address(place: Place) -> None:
    with (place.config / "forbund/exempelbygden.yml").open("a") as file:
        file.write("egen_webb: https://insatser.exempelbygden.example\n")
    own = place.build("forbundswebb:exempelbygden", out="own")
    assert "<loc>https://insatser.exempelbygden.example/insatser/" in own.text("sitemap.xml")
    assert "register.exempelbygden.example/" not in own.text("sitemap.xml")
    portal = place.build()
    assert "<loc>https://register.exempelbygden.example/insatser/" in portal.text("sitemap.xml")
