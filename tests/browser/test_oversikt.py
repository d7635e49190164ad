"""The overview as a visitor meets it: pictures with names, the same numbers as text, links by keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

RECORD = "insatser/uppsala/forstarkt-stod/"


@pytest.mark.parametrize("address", ["oversikt/", RECORD])
def test_each_picture_has_a_name_and_a_description(page: Page, site_url: str, address: str) -> None:
    page.goto(f"{site_url}{address}")
    pictures = page.locator("main svg:not([aria-hidden]):not(svg svg)")
    assert pictures.count() >= 1
    for picture in pictures.all():
        assert picture.get_attribute("role") in ("img", "group")
        for name in (picture.get_attribute("aria-labelledby") or "").split():
            assert len(page.locator(f"[id='{name}']").text_content() or "") > 5


def test_the_numbers_of_a_picture_stand_in_its_table(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}oversikt/")
    for figure in page.locator("figure:has(details)").all():
        figure.locator("summary").click()
        table = figure.locator("table").inner_text()
        for label in figure.locator(
            "svg.diagram-bild text:not(.skala):not(.varde):not(.i-dag-ord)"
        ).all_text_contents():
            name = re.sub(r" \(exempel\)$", "", label).rstrip("…")
            assert name in table or name.isdigit(), name
    years = page.locator("#pengar-per-ar ~ figure tbody tr")
    expect(years.filter(has_text="2021")).to_contain_text("750\u00a0000\u00a0kr")
    expect(page.locator("#pengar-per-ar ~ figure tfoot")).to_contain_text("13\u00a0442\u00a0174\u00a0kr")


def test_examples_are_told_at_the_top_and_at_each_figure(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}oversikt/")
    for figure in page.locator("main figure").all():
        expect(figure.get_by_text("påhittade").first).to_be_visible()


def test_the_keyboard_reaches_the_kommuner_of_the_map(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}oversikt/")
    link = page.get_by_role("link", name="Håbo: 1 insats")
    expect(link).to_have_count(1)
    page.locator("#kommunkarta").scroll_into_view_if_needed()
    page.locator("figure:has(#over-tid-t) summary").focus()
    reached = []
    for _ in range(6):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.getAttribute('aria-label')"))
    assert "Håbo: 1 insats" in reached
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Håbo")


@pytest.mark.parametrize("address", ["oversikt/", RECORD])
@pytest.mark.parametrize(("width", "letters"), [(320, "112.5%"), (640, "225%")])
def test_nothing_scrolls_sideways_on_a_small_phone_or_with_double_letters(
    browser: Browser, site_url: str, address: str, width: int, letters: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 700}, locale="sv-SE")
    page = context.new_page()
    page.goto(f"{site_url}{address}")
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.evaluate("size => { document.documentElement.style.fontSize = size }", letters)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_in_forced_colours_the_series_are_told_by_their_patterns(browser: Browser, site_url: str) -> None:
    context = browser.new_context(forced_colors="active", locale="sv-SE")
    page = context.new_page()
    page.goto(f"{site_url}oversikt/")
    fills = page.locator("figure:has(#pengar-per-ar-t) .teckenforklaring rect").evaluate_all(
        "all => all.map(one => getComputedStyle(one).fill)"
    )
    assert len(set(fills)) == len(fills) == 4
    context.close()
