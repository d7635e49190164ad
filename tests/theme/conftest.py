"""One sample site, built once for all tests of the theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from generator.engines.interface import Job
from generator.engines.mkdocs import ENGINE
from generator.exports.dictionary import data_pages
from generator.pages import render
from generator.public.catalogue import Catalogue, Successor
from tests import public_values as v

ROOT = Path(__file__).parents[2]
ATTRIBUTION = "Insatsen är en samverkansinsats med finansiering av Förbundet."


def own_pages() -> dict[str, str]:
    return {file.name: file.read_text("utf-8") for file in (ROOT / "content/sidor").glob("*.md")}


def sample() -> Catalogue:
    """A full insats, one that is an example, a minimal one, a tombstone, and a page that moved."""
    example = v.insats(
        slug="exempel",
        name="Exempelinsatsen",
        example=True,
        attribution=ATTRIBUTION,
        persons=(v.person(),),
        relations=(v.relation("förlänger", "gavleborg-rakna-med-mig"),),
    )
    merged = v.forbund(
        id="forr", name="Förbundet förr", replaced_by=Successor("Förbundet nu", "forbund/gavleborg/", None)
    )
    return v.catalogue(
        example,
        v.minimal(),
        v.insats(),
        tombstones=(v.tombstone(),),
        redirects=MappingProxyType({"insatser/gavleborg/forr/": "insatser/gavleborg/exempel/"}),
        forbund=MappingProxyType({"gavleborg": v.forbund(), "forr": merged}),
        changed=MappingProxyType({"gavleborg-exempel": date(2026, 3, 3)}),
    )


def job(tree: Mapping[str, str], folder: Path) -> Job:
    """Writes a page tree and gives the job that builds it."""
    pages = folder / "pages"
    for path, text in tree.items():
        (pages / path).parent.mkdir(parents=True, exist_ok=True)
        (pages / path).write_text(text, encoding="utf-8")
    site = v.site()
    return Job(
        pages, folder / "site", ROOT / "theme", ROOT / "mkdocs.yml", site.name, site.url, site.description,
        date(2026, 11, 23),
    )  # fmt: skip


@dataclass(frozen=True)
class Built:
    """The page tree and the HTML by address (`""` is the start page)."""

    tree: Mapping[str, str]
    folder: Path

    def html(self, address: str) -> str:
        return (self.folder / address / "index.html").read_text("utf-8")

    @property
    def all_html(self) -> dict[str, str]:
        files = sorted(self.folder.rglob("*.html"))
        return {str(file.relative_to(self.folder)): file.read_text("utf-8") for file in files}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("sample")
    tree = render(sample(), own_pages(), data_pages(sample()))
    ENGINE.build(job(tree, folder))
    return Built(tree, folder / "site")
