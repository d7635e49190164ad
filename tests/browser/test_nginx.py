"""The site through a real nginx: what its headers forbid, the pages do not need."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.publish.hosting import server_folder
from tests.nginx import serving

pytestmark = [pytest.mark.browser, pytest.mark.nginx]


@pytest.fixture(scope="module")
def url(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    conf = server_folder(site.parent / "work", "portal")
    with serving(site, conf, tmp_path_factory.mktemp("nginx") / "run") as address:
        yield address


def test_the_start_page_leads_to_hits(page: Page, url: str) -> None:
    page.goto(url)
    expect(page.locator("h1")).to_have_count(1)
    page.get_by_label("Var bor personen?").select_option("0319")  # Älvkarleby
    page.get_by_role("button", name="Visa insatser").click()
    expect(page.locator("#sok-antal")).to_have_text("1 insats")


def test_the_search_has_hits(page: Page, url: str) -> None:
    page.goto(f"{url}sok/?q=arbete")
    expect(page.locator("#sok-antal")).to_contain_text("för ”arbete”")
    expect(page.locator(".kort-namn").first).to_be_visible()
    # Every file of the search came as it was asked for: none by another address, none twice.
    page.locator(".kort-namn").first.click()
    expect(page.locator("h1")).to_have_count(1)
    assert "/insatser/" in page.url
    assert page.evaluate("document.fonts.ready.then((fonts) => fonts.size)") > 0


def test_an_address_without_a_page_is_a_whole_page(page: Page, url: str) -> None:
    page.goto(f"{url}sok/")
    response = page.request.get(f"{url}finns/inte/alls")
    assert response.status == 404
    # A browser complains of every 404 in its console, so the page itself is looked at from within another.
    page.set_content(response.text())
    expect(page.locator("h1")).to_have_text("Sidan finns inte")
    page.get_by_role("link", name="Gå till startsidan").click()
    expect(page).to_have_url(url)


def test_no_other_site_may_frame_a_page(page: Page, url: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    assert "frame-ancestors 'none'" in (page.goto(url) or pytest.fail()).headers["content-security-policy"]
