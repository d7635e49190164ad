"""A Word file becomes a page of the preview in four steps, and nobody in it is shown who may not be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, expect

from tests.browser.axe import examined
from tests.browser.conftest import visitor
from tests.browser.first_page import STEPS, first_page
from tests.importing.documents import word
from tests.sites import ROOT, Place, real

pytestmark = pytest.mark.browser
LAYOUT = "site_config/formular/gavleborg-2024.yml"
ANSWERS = {
    "namn": "Stegen vidare",
    "period": "2026-09-01 – 2028-08-31",
    "budget.sökt": "1 250 000 kr",
    "insatsägare": "Organisationens namn: Ljusdals kommun\n\nKontaktperson: Tova Lindeby\n\n"
    "Telefonnummer: 070-174 06 11\n\nE-postadress: tova.lindeby@ljusdal.example",
    "beskrivning.bakgrund": "Många som söker stöd behöver hjälp från flera håll samtidigt.",
    "beskrivning.syfte": "Fler ska komma vidare till arbete eller studier.",
    "beskrivning.metod": "Deltagaren får en egen handledare och träffar henne varje vecka.",
}


def filled_in() -> str:
    """The form with every heading that its layout knows, and the answers below theirs."""
    parts = yaml.safe_load((ROOT / LAYOUT).read_text("utf-8"))["delar"]
    texts = []
    for part in parts:
        between = " " if part.get("på_raden") else "\n\n"
        texts.append(f"**{part['rubriker'][0]}**{between}{ANSWERS.get(part['blir'], '')}".strip())
    return "\n\n".join(texts)


def without_records(folder: Path) -> Place:
    """The register's settings, and no insats yet."""
    place = real(folder)
    for record in place.content.glob("insatser/*/*.yml"):
        record.unlink()
    return place


def test_two_commands_and_two_clicks(
    browser: Browser, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = without_records(tmp_path / "register")
    source = tmp_path / "ansokan.docx"
    source.write_bytes(word(filled_in()))
    context = visitor(browser, 1280, "light")
    page = context.new_page()
    with first_page(page, place, source) as took:
        expect(page.get_by_role("heading", level=1)).to_have_text("Stegen vidare")
        main = page.locator("main")
        expect(main).to_contain_text("Deltagaren får en egen handledare")
        expect(main).to_contain_text("1 250 000")
        expect(main).to_contain_text("Ljusdal")
        assert "Lindeby" not in page.content()
        assert "070-174" not in page.content()
        page.get_by_text("Att se efter i ansökan").click()
        asked = page.locator(".forhand ol li")
        expect(asked.filter(has_text="inriktning: Ansökan säger inte")).to_have_count(1)
        assert examined(page).faults == []  # the bar above all: the pages have tests of their own
        page.get_by_role("link", name="Ändra insatsen i formuläret").click()
        expect(page).to_have_url(
            re.compile(r"/admin/#/collections/insatser/entries/gavleborg/stegen-vidare$")
        )
    context.close()
    assert list(took) == list(STEPS)
    assert sum(took.values()) < 60
    with capsys.disabled():
        print(f"\nfrom Word to a page: {', '.join(f'{s} {t:.1f} s' for s, t in took.items())}", end="")  # noqa: T201
