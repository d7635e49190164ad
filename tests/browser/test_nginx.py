"""The site through a real nginx: what its headers forbid, the pages do not need."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.publish.hosting import server_folder, write_host_files, write_server_files
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


def test_other_sites_may_frame_only_the_pages_for_it(
    browser: Browser, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("framed")
    shutil.copytree(site, folder / "site")
    write_server_files(write_host_files(folder / "site", {}, "portal"), folder / "conf")
    with serving(folder / "site", folder / "conf", folder / "run") as address:
        context = browser.new_context()  # it complains of the frame that is refused
        page = context.new_page()
        frames = "".join(f'<iframe src="{address}{name}/"></iframe>' for name in ("om", "badda-in"))
        (folder / "site" / "annan.html").write_text(frames, "utf-8")  # of no policy, for it came too late
        page.goto(f"{address.replace('127.0.0.1', 'localhost')}annan.html")
        expect(page.frame_locator("iframe >> nth=1").locator("h1")).to_be_visible()
        shown = [frame.url for frame in page.frames if frame.url.startswith(address)]
        assert shown == [f"{address}badda-in/"]
        context.close()
