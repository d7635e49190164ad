"""axe-core finds nothing on any kind of page, and zoom, spacing and own colours lose nothing (WCAG 2.2)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import examined
from tests.browser.conftest import ROOT, careful, visitor
from tests.browser.pages import KINDS, RECORDS

pytestmark = pytest.mark.browser

LOOKS = [(1280, "light"), (1280, "dark"), (375, "light"), (375, "dark")]
OVERFLOW = "document.documentElement.scrollWidth - innerWidth"
# Text that is wider than its box and hidden there. What scrolls of itself is no loss.
CLIPPED = """() => [...document.querySelectorAll('main *')].filter(e => {
  const s = getComputedStyle(e);
  return e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1 && s.overflowX === 'hidden'
    && s.webkitLineClamp === 'none' && e.innerText && !e.closest('.dold');
}).map(e => e.className || e.tagName)"""


def test_every_template_has_a_page_in_the_list() -> None:
    drawn = {path.name for path in (ROOT / "theme").glob("*.html")} - {"main.html"}
    # A page that was taken away needs a record that was public: tests/theme draws it.
    assert drawn - {"borttagen.html", "flyttad.html"} == set(KINDS.values())


def shown(page: Page, url: str) -> None:
    page.goto(url)
    if "sok/" in url:
        expect(page.locator("#sok-antal")).not_to_have_text("Söker …")
    # What is folded is part of the page too.
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")


@pytest.mark.parametrize("address", KINDS)
def test_axe_finds_nothing(browser: Browser, site_url: str, address: str) -> None:
    context = visitor(browser, *LOOKS[0])
    with careful(context) as page:
        shown(page, f"{site_url}{address}")
        for width, scheme in LOOKS:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            found = examined(page)
            assert found.faults == [], (width, scheme)
            assert len(found.passed) > 15
    context.close()


NARROW = ["", "sok/", "insatser/", "kommuner/0305/", "oversikt/", "ordlista/", "handbok/lasa-fel/", *RECORDS]


@pytest.mark.parametrize("address", NARROW)
def test_at_320_pixels_nothing_goes_over_the_edge(browser: Browser, site_url: str, address: str) -> None:
    context = visitor(browser, 320, "light")
    with careful(context) as page:
        shown(page, f"{site_url}{address}")
        assert page.evaluate(OVERFLOW) <= 0
        assert page.evaluate(CLIPPED) == []
    context.close()


@pytest.mark.parametrize("address", NARROW)
def test_at_200_per_cent_and_with_spaced_text_nothing_is_lost(
    browser: Browser, site_url: str, address: str
) -> None:
    """A window of 1280 px zoomed to 200 % has 640 CSS px; WCAG 1.4.12 says how far text may be spaced."""
    context = visitor(browser, 640, "light")
    with careful(context) as page:
        shown(page, f"{site_url}{address}")
        assert page.evaluate(OVERFLOW) <= 0
        page.evaluate(
            """() => { for (const e of document.querySelectorAll('*')) {
              e.style.lineHeight = '1.5'; e.style.letterSpacing = '0.12em'; e.style.wordSpacing = '0.16em';
              if (e.tagName === 'P') e.style.marginBottom = '2em';
            } }"""
        )
        assert page.evaluate(OVERFLOW) <= 0
        assert page.evaluate(CLIPPED) == []
    context.close()


@pytest.mark.parametrize("address", ["", "sok/", "oversikt/", RECORDS[3]])
def test_in_forced_colours_controls_have_an_edge(browser: Browser, site_url: str, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, forced_colors="active")
    with careful(context) as page:
        shown(page, f"{site_url}{address}")
        bare = page.evaluate(
            """() => [...document.querySelectorAll('button, input, select')].filter(e => {
              if (!e.offsetParent) return false;
              const s = getComputedStyle(e);
              return parseFloat(s.borderTopWidth) === 0 && parseFloat(s.outlineWidth) === 0;
            }).map(e => e.outerHTML.slice(0, 80))"""
        )
        assert bare == []
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    context.close()


@pytest.mark.parametrize("address", ["", "sok/?q=arbete", RECORDS[3]])
def test_nothing_moves_for_those_who_asked_for_stillness(
    browser: Browser, site_url: str, address: str
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    with careful(context) as page:
        shown(page, f"{site_url}{address}")
        moving = page.evaluate(
            """() => [...document.querySelectorAll('*')].filter(e => {
              const s = getComputedStyle(e);
              return s.animationName !== 'none' || parseFloat(s.transitionDuration) > 0
                || s.scrollBehavior === 'smooth';
            }).map(e => e.tagName + '.' + e.className)"""
        )
        assert moving == []
    context.close()


@pytest.mark.parametrize("font", ["", "sans-serif"], ids=["own-font", "before-it-has-come"])
@pytest.mark.parametrize("address", ["", "sok/?q=arbete", "insatser/", "oversikt/", RECORDS[3]])
def test_what_one_taps_is_at_least_24_pixels(
    browser: Browser, site_url: str, address: str, font: str
) -> None:
    """WCAG 2.5.8, and not only in the site's own font. Links inside a sentence are excepted there."""
    context = visitor(browser, 375, "light")
    with careful(context) as page:
        shown(page, f"{site_url}{address}")
        page.evaluate("font => { document.body.style.fontFamily = font }", font)
        small = page.evaluate(
            """() => [...document.querySelectorAll('button, input, select, summary, nav a, .chips a')]
              .filter(e => e.offsetParent && e.type !== 'checkbox').filter(e => {
                const b = e.getBoundingClientRect();
                return b.width > 1 && (b.height < 24 || b.width < 24);
              }).map(e => e.outerHTML.slice(0, 90))"""
        )
        assert small == []
        boxes = page.evaluate(
            """() => [...document.querySelectorAll('label:has(input[type=checkbox])')]
              .filter(e => e.offsetParent).map(e => e.getBoundingClientRect().height)"""
        )
        assert all(height >= 24 for height in boxes)
    context.close()


def test_no_page_has_a_script_or_a_style_of_its_own(site: Path) -> None:
    """Then the policy needs no hash. A page that gets one needs its hash in theme/main.html."""
    for path in site.rglob("*.html"):
        text = path.read_text("utf-8")
        assert re.search(r"<style\b|\sstyle=|\son[a-z]+=|javascript:", text) is None, path
        scripts = re.findall(r"<script\b[^>]*>", text.replace('<script type="application/ld+json">', ""))
        assert all(" src=" in tag for tag in scripts), path  # JSON-LD is data: no policy asks for its hash
        if path.name == "fragment.html":
            assert "<script" not in text, path  # a piece of somebody else's page, which has its own policy
            continue
        (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text)
        assert policy.startswith("default-src 'none'; "), path
        assert "unsafe-inline" not in policy
        assert ("wasm-unsafe-eval" in policy) == (path == site / "sok/index.html"), path
