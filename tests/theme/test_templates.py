"""The templates: nothing unescaped, nothing that MiniJinja lacks, readable colours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import minijinja
import pytest
from mkdocs.utils.meta import get_data

from generator.exports.dictionary import data_pages
from generator.pages import render
from tests.pages.hostile import Page
from tests.theme.conftest import ROOT, own_pages, sample

THEME = ROOT / "theme"
TEMPLATES = sorted(path.relative_to(THEME).as_posix() for path in THEME.rglob("*.html"))
# What MkDocs and Python-Markdown have made into HTML already.
# HTML that the engine made, and JSON that pages/jsonld has made safe inside a script element.
ALLOWED = {"page.content", "page.meta.jsonld"}


def source(name: str) -> str:
    return (THEME / name).read_text("utf-8")


def test_there_are_templates() -> None:
    assert {"main.html", "insats.html", "lista.html", "start.html", "sida.html", "404.html"} < set(TEMPLATES)


@pytest.mark.parametrize("name", [*TEMPLATES, "sitemap.xml"])
def test_every_value_is_escaped(name: str) -> None:
    for output in re.findall(r"\{\{-?(.*?)-?\}\}", source(name), re.DOTALL):
        assert output.strip() in ALLOWED or output.strip().endswith("|e"), output


def test_a_hit_of_the_search_has_the_parts_of_a_card() -> None:
    card = "".join(source(f"partials/{name}.html") for name in ("kort", "kort-rad", "kort-fakta"))
    parts = set(re.findall(r'class="([a-z]+(?:-[a-z]+)?)[" ]', card))
    assert parts == set(re.findall(r'class="([a-z]+(?:-[a-z]+)?)[" ]', source("partials/sok-kort.html")))


@pytest.mark.parametrize("name", [*TEMPLATES, "sitemap.xml"])
def test_no_filter_undoes_the_escaping(name: str) -> None:
    assert re.search(r"\|\s*(safe|tojson|striptags)|autoescape", source(name)) is None


# A script of ours, from its own file: nothing is written into a page.
OWN_SCRIPT = re.compile(
    r"<script (?:type=\"module\" |defer )?src=\"\{\{ 'assets/[a-z]+\.js'\|url\|e \}\}\"(?: defer)?></script>"
)


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_script_style_or_outside_address_in_a_template(name: str) -> None:
    text = source(name)
    text = OWN_SCRIPT.sub("", text)
    # Data, not run: no policy asks for its hash.
    text = text.replace('<script type="application/ld+json">{{ page.meta.jsonld }}</script>', "")
    assert re.search(r"<script|<style|\son\w+=|\sstyle=|javascript:", text) is None
    assert re.sub(r"http://www\.w3\.org/\S+", "", text).count("://") == 0


def environment() -> minijinja.Environment:
    env = minijinja.Environment(
        loader=lambda name: source(name) if (THEME / name).exists() else None,
        undefined_behavior="strict",
    )
    env.add_filter("url", lambda address: f"/{address}")
    return env


@pytest.mark.parametrize("name", [*TEMPLATES, "sitemap.xml"])
def test_minijinja_compiles_it(name: str) -> None:
    minijinja.Environment().add_template(name, source(name))


NAV = [{"title": "Insatser", "url": "insatser/", "is_homepage": False, "active": True}]
CONFIG: Mapping[str, object] = {
    "site_name": "Insatskatalogen",
    "site_url": "https://insatser.example/",
    "site_description": "x",
    "extra_css": [],
}


def test_minijinja_draws_every_page_of_the_sample_with_undefined_forbidden() -> None:
    env, templates = environment(), set()
    for text in render(sample(), own_pages(), data_pages(sample())).values():
        body, front = get_data(text)
        page = {"meta": front, "content": "", "canonical_url": "https://insatser.example/x/"}
        html = env.render_template(front["template"], page=page, config=CONFIG, nav=NAV)
        assert Page(html).faults == [], body[:80]
        templates.add(front["template"])
    assert templates == {
        *("start.html", "insats.html", "lista.html", "sida.html", "sok.html", "oversikt.html"),
        *("borttagen.html", "flyttad.html", "data.html", "inbaddad.html"),
    }


def test_a_forbund_s_stylesheet_pictures_and_pages_are_drawn_where_they_are_named() -> None:
    logo = {"bild": "medier/logotyp.png", "text": 'Förbundets "logotyp"'}
    more = {"ikon": "medier/ikon.png", "sidor": [{"adress": "kontakt/", "titel": "<Kontakt>"}]}
    own = {**CONFIG, "extra_css": ["assets/farger.css"], "extra": {"logotyp": logo, **more}}
    page = {"meta": {}, "content": ""}
    for config, named in ((own, True), (CONFIG, False), ({**CONFIG, "extra": {}}, False)):
        drawn = environment().render_template("404.html", page=page, config=config, nav=NAV)
        html = drawn.replace("&#x2f;", "/")
        assert ('<link rel="stylesheet" href="/assets/farger.css">' in html) is named
        assert ('src="/medier/logotyp.png" alt="Förbundets &quot;logotyp&quot;"' in html) is named
        assert ('class="sigill"' in html) is not named
        assert ('<link rel="icon" type="image/png" href="/medier/ikon.png">' in html) is named
        assert ('<link rel="icon" type="image/svg+xml" href="/assets/ikon.svg">' in html) is not named
        assert ('<li><a href="/kontakt/">&lt;Kontakt&gt;</a></li>' in html) is named


def test_minijinja_draws_the_page_not_found() -> None:
    page = {"meta": {}, "content": ""}
    assert "Sidan finns inte" in environment().render_template("404.html", page=page, config=CONFIG, nav=NAV)


def _tokens(block: str) -> dict[str, str]:
    found = re.findall(r"--([a-z0-9-]+):\s*(#[0-9a-f]{3,6})\b", block)
    return {
        name: value if len(value) == 7 else "#" + "".join(c * 2 for c in value[1:]) for name, value in found
    }


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_reaches_wcag_aa(scheme: str) -> None:
    css = (THEME / "assets/grund.css").read_text("utf-8")
    light, _, rest = css.partition("@media (prefers-color-scheme: dark)")
    colours = _tokens(light) | (_tokens(rest.partition("*,")[0]) if scheme == "dark" else {})
    for ground in ("grund", "yta", "accent-mjuk"):
        for ink in ("text", "dampad", "lank"):
            assert _contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
        assert _contrast(colours["accent"], colours[ground]) >= 3, ground  # focus ring
        assert _contrast(colours["linje-stark"], colours[ground]) >= 3, ground
    for state in ("bra", "vanta", "stopp"):  # on its tag, and as the answer on the page
        for ground in (f"{state}-mjuk", "yta"):
            assert _contrast(colours[state], colours[ground]) >= 4.5, (state, ground)
    for series in range(1, 5):
        for ground in ("grund", "yta"):
            assert _contrast(colours[f"serie-{series}"], colours[ground]) >= 3, (series, ground)
    assert _contrast(colours["pa-knapp"], colours["knapp"]) >= 4.5
    assert _contrast(colours["varning-text"], colours["varning"]) >= 4.5
    assert _contrast(colours["pa-fot"], colours["fot"]) >= 4.5


def test_the_font_is_our_own_with_its_licence() -> None:
    fonts = {path.name for path in (THEME / "assets/fonts").iterdir()}
    assert fonts == {"source-sans-3-latin-wght-normal.woff2", "OFL.txt"}
    assert "SIL OPEN FONT LICENSE" in Path(THEME / "assets/fonts/OFL.txt").read_text("utf-8").upper()
