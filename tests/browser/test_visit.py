"""The site as a visitor meets it: nothing asked of others, nothing stored, nothing broken."""

from __future__ import annotations

import html
import re
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import KINDS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("address", KINDS)
def test_each_page_is_whole(page: Page, site_url: str, address: str) -> None:
    page.goto(f"{site_url}{address}")
    assert page.locator("html").get_attribute("lang") == "sv"
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("main")).to_have_count(1)
    assert "Insatskatalogen" in page.title()
    # Nothing is wider than the screen: a phone never scrolls sideways.
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_every_link_of_the_site_leads_somewhere(site_url: str) -> None:
    seen: set[str] = set()
    waiting = [site_url]
    while waiting:
        address = waiting.pop()
        seen.add(address)
        with urlopen(address) as answer:  # noqa: S310 - our own server; raises for what is not there
            if answer.headers.get_content_type() != "text/html":
                continue
            text = answer.read().decode()
        for link in re.findall(r'(?:href|src)="([^"#]+)', text):
            target = urljoin(address, html.unescape(link))
            if target.startswith(site_url) and target not in seen and target not in waiting:
                waiting.append(target)
    assert len(seen) > len(KINDS)


def test_a_case_worker_finds_an_insats_and_whom_to_contact(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.get_by_label("Var bor personen?").select_option("0319")  # Älvkarleby
    page.get_by_role("button", name="Visa insatser").click()
    page.get_by_role("link", name=re.compile("Förstärkt stöd")).first.click()
    expect(page.locator("h1")).to_contain_text("Förstärkt stöd till arbete eller studier")
    text = page.locator("main").inner_text()
    assert "30 september 2027" in text
    assert "från 18 år" in text
    assert "@" in page.locator("main a[href^='mailto:']").first.inner_text()
    assert "finansiering av Samordningsförbundet i Uppsala län" in text
    assert "Exempel" in text


def test_on_paper_an_insats_is_a_handout(desktop: Page, site_url: str) -> None:
    page = desktop
    page.goto(f"{site_url}insatser/uppsala/forstarkt-stod/")
    page.emulate_media(media="print")
    for gone in (".huvud form", ".huvud nav", ".pa-sidan", ".fot nav", ".brodsmulor"):
        expect(page.locator(gone)).to_be_hidden()
    for told in (".svar", ".fakta", "#del-pengar", ".varfor", ".exempel", ".erkannande", ".om-sidan"):
        expect(page.locator(told).first).to_be_visible()
    # What is folded on the screen is told: the diagram's table too, had it one.
    page.goto(f"{site_url}oversikt/")
    expect(page.locator("#pengar-per-ar ~ figure table")).to_be_visible()
