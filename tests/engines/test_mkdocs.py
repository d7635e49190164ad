"""The engine: strict, quiet, reproducible, and it leaves the process as it was."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.engines import all_engines
from generator.engines.interface import EngineError
from generator.engines.mkdocs import ENGINE
from generator.pages import render
from tests import public_values as v
from tests.theme.conftest import ROOT, job, own_pages


def tree() -> Mapping[str, str]:
    return render(v.catalogue(), own_pages())


def test_the_engines_are_found() -> None:
    assert "mkdocs" in [engine.name for engine in all_engines()]


def test_every_warning_stops_the_build_and_is_told(tmp_path: Path) -> None:
    broken = {**tree(), "om.md": '---\ntitle: "Om"\n---\n\n[a](saknas.md)\n\n[b](saknas-ocksa.md)\n'}
    with pytest.raises(EngineError) as caught:
        ENGINE.build(job(broken, tmp_path))
    assert len(caught.value.complaints) == 2
    assert "saknas.md" in str(caught.value)
    assert "saknas-ocksa.md" in str(caught.value)


def test_a_missing_page_of_the_menu_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"om\.md"):
        ENGINE.build(job(render(v.catalogue(), {}), tmp_path))


def test_a_missing_template_stops_the_build(tmp_path: Path) -> None:
    broken = {**tree(), "om.md": '---\ntitle: "Om"\ntemplate: "finns-inte.html"\n---\n'}
    with pytest.raises(EngineError, match=r"finns-inte\.html"):
        ENGINE.build(job(broken, tmp_path))


def test_a_broken_config_is_told(tmp_path: Path) -> None:
    work = job(tree(), tmp_path)
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: x\ntheme: {name: material}\nplugins: [finns-inte]\n")
    with pytest.raises(EngineError, match="finns-inte"):
        ENGINE.build(replace(work, config=config))


def test_a_stylesheet_comes_after_those_of_the_config_and_a_menu_entry_in_its_place(tmp_path: Path) -> None:
    sheets = {"assets/farger.css": ":root {}", "assets/egen.css": ":root {}"}
    work = job({**tree(), **sheets}, tmp_path)
    config = tmp_path / "mkdocs.yml"
    config.write_text((ROOT / "mkdocs.yml").read_text("utf-8") + "extra_css: [assets/egen.css]\n", "utf-8")
    menu = {"forbund/index.md": ("Om oss", "forbund/gavleborg.md")}
    ENGINE.build(replace(work, config=config, stylesheets=("assets/farger.css",), menu=menu))
    html = (work.site / "index.html").read_text("utf-8")
    assert html.index("assets/delar.css") < html.index("assets/egen.css") < html.index("assets/farger.css")
    assert '<a href="forbund/gavleborg/">Om oss</a>' in html
    assert '<a href="forbund/">' not in html.partition("<main")[0]


def test_same_pages_and_day_give_the_same_bytes(tmp_path: Path) -> None:
    def bytes_of(folder: str) -> dict[str, bytes]:
        work = job(tree(), tmp_path / folder)
        ENGINE.build(work)
        return {str(p.relative_to(work.site)): p.read_bytes() for p in work.site.rglob("*") if p.is_file()}

    first = bytes_of("a")
    assert first == bytes_of("b")
    assert "sitemap.xml.gz" in first


def test_the_day_is_the_sites_clock(tmp_path: Path) -> None:
    work = job(tree(), tmp_path)
    ENGINE.build(replace(work, day=date(2020, 1, 1)))
    stamp = (work.site / "sitemap.xml.gz").read_bytes()[4:8]
    assert int.from_bytes(stamp, "little") == 1577836800


def test_nothing_is_printed_or_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "7")
    monkeypatch.delenv("NO_MKDOCS_2_WARNING", raising=False)
    before, handlers = dict(os.environ), list(logging.getLogger("mkdocs").handlers)
    ENGINE.build(job(tree(), tmp_path))
    assert dict(os.environ) == before
    assert logging.getLogger("mkdocs").handlers == handlers
    assert capfd.readouterr() == ("", "")


def test_only_what_our_theme_loads_is_in_the_site(tmp_path: Path) -> None:
    work = job(tree(), tmp_path)
    ENGINE.build(work)
    assets = {path.name for path in (work.site / "assets").rglob("*") if path.is_file()}
    ours = {path.name for path in (ROOT / "theme/assets").rglob("*") if path.is_file()}
    assert assets == ours


def test_what_lay_in_the_folder_is_gone(tmp_path: Path) -> None:
    work = job(tree(), tmp_path)
    work.site.mkdir()
    (work.site / "gammal.html").write_text("gammal")
    ENGINE.build(work)
    assert not (work.site / "gammal.html").exists()
