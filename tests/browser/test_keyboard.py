"""Everything is reached and left by the keyboard, and one always sees where one is."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import careful, visitor
from tests.browser.pages import RECORDS

pytestmark = pytest.mark.browser

# Where the focus is: what it is, whether it is in the window, whether something shows it.
FOCUS = """() => {
  const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();
  const text = (e.getAttribute('aria-label') || e.innerText || e.name || '').trim().slice(0, 60);
  return { tag: e.tagName, text,
    seen: b.bottom > 0 && b.top < innerHeight && b.right > 0 && b.left < innerWidth,
    // In a drawing the shape itself is edged, for an outline would be a box around it.
    ring: (parseFloat(s.outlineWidth) >= 2 && s.outlineStyle !== 'none')
      || (e.matches('svg a') && parseFloat(getComputedStyle(e.querySelector('path')).strokeWidth) >= 2) };
}"""


def walk(page: Page, most: int = 400) -> list[str]:
    """Tabs through the whole page; every stop is in sight and has a ring. Ends where the page does."""
    stops: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["tag"] == "BODY":
            return stops
        assert focus["ring"], focus
        assert focus["seen"], focus
        stops.append(f"{focus['tag']} {focus['text']}")
    pytest.fail("the keyboard never leaves the page")


@pytest.mark.parametrize("address", ["", "sok/?q=arbete", "oversikt/", "insatser/", RECORDS[3]])
def test_the_walk_shows_every_stop_and_ends(page: Page, site_url: str, address: str) -> None:
    page.emulate_media(reduced_motion="reduce")  # so that what is scrolled to stands there at once
    page.goto(f"{site_url}{address}")
    if address.startswith("sok"):
        expect(page.locator(".kort").first).to_be_visible()
    stops = walk(page)
    assert stops[0] == "A Hoppa till innehållet"
    assert stops[1] == "A Insatskatalogen"
    assert stops[-1] == "A Tillgänglighet"


def test_the_skip_link_leads_past_the_head(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}insatser/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_menu_of_a_phone_opens_closes_and_gives_the_focus_back(browser: Browser, site_url: str) -> None:
    context = visitor(browser, 375, "light")
    with careful(context) as page:
        page.goto(site_url)
        menu, button = page.locator("#meny"), page.locator(".menyknapp").first
        button.focus()
        expect(menu).to_be_hidden()
        page.keyboard.press("Enter")
        expect(menu).to_be_visible()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('#meny') !== null")
        page.keyboard.press("Escape")
        expect(menu).to_be_hidden()
        expect(button).to_be_focused()
        page.keyboard.press("Space")
        menu.get_by_role("button", name="Stäng menyn").click()
        expect(menu).to_be_hidden()
        page.keyboard.press("Enter")
        menu.get_by_role("link", name="Kommuner").press("Enter")
        page.wait_for_url("**/kommuner/")
    context.close()


def test_the_search_of_the_head_and_the_filters_by_keyboard(desktop: Page, site_url: str) -> None:
    page = desktop
    page.goto(site_url)
    page.get_by_label("Sök insats").focus()
    page.keyboard.type("träning")
    page.keyboard.press("Enter")
    expect(page.locator("#sok-antal")).to_contain_text("för ”träning”")
    box = page.get_by_role("checkbox", name="Öppet nu")
    box.focus()
    page.keyboard.press("Space")
    expect(page.locator("#sok-antal")).to_have_text("1 insats för ”träning”")
    chip = page.get_by_role("button", name="Ta bort Intag: Öppet nu")
    chip.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#sok-antal")).to_have_text("3 insatser för ”träning”")
    page.locator("#sok-q").focus()
    page.keyboard.press("Escape")
    expect(page.locator("#sok-antal")).to_have_text("5 insatser")


def test_a_word_is_explained_on_focus_and_hover_until_escape(desktop: Page, site_url: str) -> None:
    page = desktop
    page.goto(f"{site_url}{RECORDS[3]}")
    word, box = page.locator("a.ord").first, page.locator("#ord-ruta")
    expect(box).to_be_hidden()
    word.focus()
    expect(box).to_be_visible()
    assert len(box.inner_text()) > 20
    expect(word).to_have_attribute("aria-describedby", "ord-ruta")
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(word).to_be_focused()
    other = page.locator("a.ord").nth(1)
    other.hover()
    expect(box).to_be_visible()
    box.hover()  # the pointer may move onto the explanation
    page.wait_for_timeout(400)
    expect(box).to_be_visible()
    page.mouse.move(5, 5)
    expect(box).to_be_hidden()


def test_a_finger_gets_the_explanation_first_and_the_glossary_next(browser: Browser, site_url: str) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 800}, has_touch=True, is_mobile=True)
    with careful(context) as page:
        page.goto(f"{site_url}{RECORDS[3]}")
        word = page.locator("a.ord").first
        word.tap()
        expect(page.locator("#ord-ruta")).to_be_visible()
        word.tap()
        page.wait_for_url("**/ordlista/#*")
    context.close()


def test_without_scripts_a_word_leads_to_the_glossary(browser: Browser, site_url: str) -> None:
    context = visitor(browser, 1280, "light", scripts=False)
    page = context.new_page()
    page.goto(f"{site_url}{RECORDS[3]}")
    word = page.locator('.lopande a[href*="ordlista/#"]').first
    anchor = (word.get_attribute("href") or "").partition("#")[2]
    word.click()
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    context.close()


def test_the_contents_lead_to_the_parts(desktop: Page, site_url: str) -> None:
    page = desktop
    page.goto(f"{site_url}{RECORDS[3]}")
    for name in ("Pengar", "Varför är detta publicerat?"):
        page.locator(".pa-sidan").get_by_role("link", name=name).click()
        expect(page.get_by_role("heading", name=name, exact=True)).to_be_in_viewport()
