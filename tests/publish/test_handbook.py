"""The handbook in a finished site: only where it is asked for, whole, and read by the audit when changed."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

from generator.publish import handbook as drawn
from generator.publish.handbook import handbook_files
from generator.publish.preparing import read_pages
from generator.publish.reading import Configuration, read_configuration
from generator.words.channels import PORTAL, parse_channel
from tests.sites import (
    DAY,
    ROOT,
    Built,
    exempelbygden,
    files,
    insats,
    mentions,
    persons,
    real,
    rules,
    telling,
)

WITHHELD = "Tova Lindeby"  # by the invented register


@pytest.fixture(scope="module")
def configuration() -> Configuration:
    found, _ = read_configuration(ROOT / "site_config")
    assert found is not None
    return found


@pytest.fixture(scope="module")
def handbook(configuration: Configuration) -> dict[str, bytes]:
    return handbook_files(configuration, read_pages(ROOT / "content").on(None), PORTAL)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portal with the handbook, as the command makes it."""
    folder = tmp_path_factory.mktemp("handbook")
    exempelbygden(folder)
    done = insats("build", "--handbook", "--date", DAY, cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "build/site/portal"


def test_each_page_and_picture_of_the_folder_is_there(handbook: dict[str, bytes]) -> None:
    texts = {path.stem for path in (ROOT / "docs/handbok").glob("*.md")} - {"README"}
    pictures = {f"bilder/{path.name}" for path in (ROOT / "docs/handbok/bilder").iterdir()}
    assert len(texts) > 15
    assert set(handbook) == {"index.html", *pictures, *(f"{name}/index.html" for name in texts)}


def test_each_link_leads_to_a_page_of_the_handbook_or_of_the_site(
    handbook: dict[str, bytes], portal: Built
) -> None:
    there = {f"handbok/{name}" for name in handbook} | files(portal.out).keys()
    ids = {name: set(re.findall(rb' id="([^"]+)"', text)) for name, text in handbook.items()}
    lost = []
    for name, text in handbook.items():
        if not name.endswith(".html"):
            continue
        for link in re.findall(rb'(?:href|src)="([^"]+)"', text):
            address = unquote(urljoin(f"http://x/handbok/{name}", link.decode()))
            if not address.startswith("http://x/"):
                continue
            page, _, anchor = address.removeprefix("http://x/").partition("#")
            file = f"{page}index.html" if not page or page.endswith("/") else page
            inside = file.removeprefix("handbok/")
            if file not in there or (anchor and inside in ids and anchor.encode() not in ids[inside]):
                lost.append(f"{name}: {link.decode()}")
    assert lost == []


def test_each_block_of_code_is_drawn_as_one(handbook: dict[str, bytes]) -> None:
    """A block inside a list's item would be drawn as words that begin with its language."""
    drawn = {name: re.findall(rb"<code>(?:sh|yaml|markdown)\s", text) for name, text in handbook.items()}
    assert {name for name, found in drawn.items() if found} == set()
    assert not [name for name, text in handbook.items() if name.endswith(".html") and b"```" in text]


def test_it_is_the_same_on_every_day_and_asks_not_to_be_indexed(
    handbook: dict[str, bytes], configuration: Configuration, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawn, "_ANY_DAY", date(2031, 12, 31))
    assert handbook_files(configuration, read_pages(ROOT / "content").on(None), PORTAL) == handbook
    pages = [text for name, text in handbook.items() if name.endswith(".html")]
    assert all(b'<meta name="robots" content="noindex">' in text for text in pages)


def test_a_förbund_s_own_web_has_it_in_its_own_name(configuration: Configuration) -> None:
    channel = parse_channel("forbundswebb:gavleborg")
    own = handbook_files(configuration, read_pages(ROOT / "content").on("gavleborg"), channel)
    assert b"Insatser \xe2\x80\x93 Samordningsf\xc3\xb6rbund G\xc3\xa4vleborg" in own["index.html"]


def test_the_site_has_it_only_when_it_is_asked_for(portal: Built, site: Path) -> None:
    assert not (portal.out / "handbok").exists()
    assert (site / "handbok/index.html").is_file()
    assert "/handbok/" not in (site / "sitemap.xml").read_text("utf-8")


def test_what_editors_write_in_it_is_audited(tmp_path: Path) -> None:
    """The working folder's own handbook is what the site gets."""
    place = exempelbygden(tmp_path)
    shutil.copytree(ROOT / "docs/handbok", tmp_path / "docs/handbok")
    page = tmp_path / "docs/handbok/lagg-till.md"
    assert insats("build", "--handbook", "--date", DAY, cwd=tmp_path).returncode == 0
    page.write_text(f"{page.read_text('utf-8')}\nFråga {WITHHELD}.\n", "utf-8")
    done = insats("build", "--handbook", "--date", DAY, cwd=tmp_path)
    assert done.returncode == 1
    assert "handbok/lagg-till/index.html" in done.stderr
    assert WITHHELD not in done.stdout + done.stderr
    assert WITHHELD not in (place.folder / "build/site/portal/handbok/lagg-till/index.html").read_text(
        "utf-8"
    )


def test_its_examples_name_nobody_in_a_record() -> None:
    texts = {path.name: path.read_text("utf-8") for path in (ROOT / "docs/handbok").glob("*.md")}
    for content in (ROOT / "content", ROOT / "tests/cases/exempelbygden/content"):
        for _, person in persons(content):
            assert {name for value in telling(person) for name in mentions(texts, value)} == set(), person


def test_an_own_page_on_its_address_is_told(tmp_path: Path) -> None:
    place = exempelbygden(tmp_path)
    page = "---\ntitle: Vår handbok\n---\nText.\n"
    (place.content / "sidor/handbok.md").write_text(page, "utf-8")
    done = insats("build", "--handbook", "--date", DAY, cwd=tmp_path)
    assert done.returncode == 1
    assert "content/sidor/handbok.md:1:1: fel: Adressen handbok/ är handbokens." in done.stderr
    assert rules(place.build().findings) == []
    assert insats("build", "--handbook", "--all", cwd=tmp_path).returncode == 2


def test_it_is_drawn_whatever_the_editors_own_pages_say(configuration: Configuration, tmp_path: Path) -> None:
    place = real(tmp_path)
    (place.content / "sidor/data.md").write_text("---\ntitle: Data\n---\n[Bruten](saknas.md)\n", "utf-8")
    own = read_pages(place.content).on(None)
    assert b"Data" in handbook_files(configuration, own, PORTAL)["index.html"]
