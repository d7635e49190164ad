"""The site as a visitor meets it: nothing asked of others, nothing stored, nothing broken."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PAGES = [
    "",
    "insatser/",
    "insatser/gavleborg/rakna-med-mig/",
    "insatser/uppsala/framsteget-i-habo/",
    "forbund/",
    "forbund/uppsala/",
    "kommuner/",
    "kommuner/0305/",
    "malgrupper/",
    "malgrupper/unga-med-aktivitetsersattning/",
    "metoder/",
    "metoder/ips/",
    "status/",
    "status/pagaende/",
    "oversikt/",
    "om/",
    "personuppgifter/",
    "tillganglighet/",
    "404.html",
]


@pytest.mark.parametrize("address", PAGES)
def test_a_visit_asks_nobody_else_and_leaves_nothing(page: Page, site_url: str, address: str) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    response = page.goto(f"{site_url}{address}", wait_until="networkidle")
    assert response is not None
    assert response.ok
    assert asked
    assert [url for url in asked if not url.startswith((site_url, "data:"))] == []
    assert complaints == []
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("address", PAGES)
def test_each_page_is_whole(page: Page, site_url: str, address: str) -> None:
    page.goto(f"{site_url}{address}")
    assert page.locator("html").get_attribute("lang") == "sv"
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("main")).to_have_count(1)
    assert "Insatskatalogen" in page.title()
    # Nothing is wider than the screen: a phone never scrolls sideways.
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_every_link_of_the_site_leads_somewhere(page: Page, site_url: str) -> None:
    seen: set[str] = set()
    waiting = [site_url]
    while waiting:
        address = waiting.pop()
        response = page.request.get(address)
        assert response.ok, address
        seen.add(address)
        if "text/html" in response.headers["content-type"]:
            for link in re.findall(r'(?:href|src)="([^"#]+)', response.text()):
                target = page.evaluate("([l, b]) => new URL(l, b).href", [link, address])
                if target.startswith(site_url) and target not in seen and target not in waiting:
                    waiting.append(target)
    assert len(seen) > len(PAGES)


def test_a_case_worker_finds_an_insats_and_whom_to_contact(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.get_by_role("link", name=re.compile("Älvkarleby")).first.click()
    page.get_by_role("link", name=re.compile("Förstärkt stöd")).first.click()
    expect(page.locator("h1")).to_contain_text("Förstärkt stöd till arbete eller studier")
    text = page.locator("main").inner_text()
    assert "30 september 2027" in text
    assert "från 18 år" in text
    assert "@" in page.locator("main a[href^='mailto:']").first.inner_text()
    assert "finansiering av Samordningsförbundet i Uppsala län" in text
    assert "Exempel" in text


def test_the_keyboard_reaches_the_content_first(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}insatser/")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.textContent.trim()")
    assert "innehåll" in focused.lower()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
