"""The finished sample site, as a visitor's browser gets it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from generator.exports.addresses import is_data
from tests.pages.hostile import Page, bad_links
from tests.theme.conftest import ATTRIBUTION, ROOT, Built

INSATS = "insatser/gavleborg/rakna-med-mig"
EXAMPLE = "insatser/gavleborg/exempel"


def test_every_page_is_well_formed_and_swedish(built: Built) -> None:
    pages = built.all_html
    assert len(pages) > 20
    for path, html in pages.items():
        page = Page(html)
        assert page.faults == [], path
        assert bad_links(page.links) == [], path
        assert len(page.ids) == len(set(page.ids)), path
        assert '<html lang="sv">' in html, path
        assert '<meta name="generator" content="Insatskatalogen">' in html, path
        assert html.count("<h1") == 1, path
        assert html.count("<main") == html.count("</main>") == 1, path


def test_nothing_is_fetched_from_elsewhere(built: Built) -> None:
    for path, html in built.all_html.items():
        for tag in re.findall(r"<(?:link|script|img|iframe|source)\b[^>]*>", html):
            assert 'rel="canonical"' in tag or "://" not in tag, (path, tag)
    for css in built.folder.rglob("*.css"):
        assert re.search(r"@import|url\(\s*[\"']?(?:https?:)?//", css.read_text("utf-8")) is None
    own = {path.name for path in (ROOT / "theme/assets").glob("*.js")}
    assert {path.name for path in built.folder.rglob("*.js")} == own


def test_every_inner_link_leads_somewhere(built: Built) -> None:
    for path, html in built.all_html.items():
        here = (built.folder / path).parent
        for link in Page(html).links:
            if ":" in link or link.startswith("#"):
                continue
            inner = link.partition("#")[0]
            target = built.folder / inner.lstrip("/") if link.startswith("/") else here / inner
            if is_data(target.resolve().relative_to(built.folder.resolve()).as_posix()) and target.suffix:
                continue  # laid beside the pages by the build: tests/publish/test_open_data
            assert (target / "index.html").exists() or target.is_file(), (path, link)


def test_the_example_notice_comes_first_on_the_page(built: Built) -> None:
    text = Page(built.html(EXAMPLE)).text
    notice = text.index("Exempel: beslutet på den här sidan är påhittat.")
    assert text.rindex("Exempelinsatsen", 0, notice) < notice < text.index("Fakta i korthet")


def test_every_card_of_an_example_with_attribution_carries_both(built: Built) -> None:
    cards = 0
    for path, html in built.all_html.items():
        for card in re.findall(r'<div class="kort">.*?</div>\s*</div>\s*</li>', html, re.DOTALL):
            if "Exempelinsatsen" in card:
                cards += 1
                assert ATTRIBUTION in card, path
                assert "Exempel: beslutet är påhittat." in card, path
    assert cards >= 8
    assert ATTRIBUTION in built.html(EXAMPLE)


def test_a_page_shows_what_it_knows(built: Built) -> None:
    text = " ".join(Page(built.html(EXAMPLE)).text.split())
    for words in (
        "Kan jag hänvisa någon nu?", "Tova Lindeby", "tova.lindeby@hudiksvall.example", "031-390 06 15",
        "Förlänger",
        "Prioriterad grupp", "ej redovisat", "§ 34", "Egen finansiering", "Vilka som samverkar",
        "Slutrapport, 1 oktober 2026", "3 mars 2026", "gavleborg-exempel",
        "https://insatser.example/insatser/gavleborg/exempel/",
    ):  # fmt: skip
        assert words in text, words
    assert "Förlängs av" in Page(built.html(INSATS)).text


def test_a_minimal_page_has_no_empty_parts(built: Built) -> None:
    html = built.html("insatser/gavleborg/liten")
    for part in ("del-mal", "del-beslut", "del-pengar", "del-parter", "del-personer", "del-handlingar"):
        assert part not in html
    assert re.search(r"<(p|dd|dt|h2|h3|li|td|strong)[^>]*>\s*</\1>", html) is None
    assert "info@finsamgavleborg.example" in html


def test_a_tombstone_is_nameless_and_hidden_from_search_engines(built: Built) -> None:
    html = built.html("insatser/gavleborg/borta")
    assert '<meta name="robots" content="noindex">' in html
    assert "Den här sidan är borttagen." in Page(html).text
    assert "canonical" not in html
    assert "data-pagefind-body" not in html


def test_a_page_that_moved_leads_on_and_has_no_name(built: Built) -> None:
    html = built.html("insatser/gavleborg/forr")
    assert '<meta http-equiv="refresh" content="0; url=../exempel/">' in html
    assert '<link rel="canonical" href="https://insatser.example/insatser/gavleborg/exempel/">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert '<a href="../exempel/">Gå till den nya adressen</a>' in html
    assert "Sidan har flyttat." in Page(html).text
    assert "Exempelinsatsen" not in html
    assert "data-pagefind-body" not in html
    assert "og:" not in html


def test_the_page_of_a_merged_forbund_names_the_one_that_took_over(built: Built) -> None:
    html = built.html("forbund/forr")
    assert 'Förbundet har gått upp i <a href="../gavleborg/">Förbundet nu</a>.' in html
    assert "Förbundet har gått upp" not in built.html("forbund/gavleborg")


def test_only_pages_of_insatser_are_searched(built: Built) -> None:
    searched = {path for path, html in built.all_html.items() if "data-pagefind-body" in html}
    assert searched == {
        f"insatser/gavleborg/{slug}/index.html" for slug in ("exempel", "liten", "rakna-med-mig")
    }


def test_the_site_map_lists_what_may_be_found(built: Built) -> None:
    tree = ET.fromstring((built.folder / "sitemap.xml").read_text("utf-8"))  # noqa: S314 - our own file
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    urls = {url.findtext("s:loc", "", space): url.findtext("s:lastmod", None, space) for url in tree}
    assert urls["https://insatser.example/insatser/gavleborg/exempel/"] == "2026-03-03"
    assert urls["https://insatser.example/insatser/gavleborg/liten/"] is None
    framed = [path for path in built.all_html if re.match("badda-in/.+/", path)]
    # Those for frames, the tombstone, the page that moved and the page not found.
    assert len(urls) == len(built.all_html) - len(framed) - 3
    hidden = ("borta", "404", "insatser/gavleborg/forr", "badda-in/forbund", "badda-in/insatser")
    assert not any(word in url for url in urls for word in hidden)


def test_a_shared_link_shows_a_picture_that_is_there_and_carries_the_duties(built: Built) -> None:
    html = built.html(EXAMPLE)
    told = dict(re.findall(r'<meta property="(og:[a-z:]+)" content="([^"]*)">', html))
    assert told["og:title"] == "Exempelinsatsen"
    assert ATTRIBUTION in told["og:description"]
    assert "påhittat" in told["og:description"]
    assert told["og:url"] == "https://insatser.example/insatser/gavleborg/exempel/"
    assert (built.folder / told["og:image"].removeprefix("https://insatser.example/")).is_file()
    assert "og:" not in built.html("insatser/gavleborg/borta")


def test_every_page_has_one_search_of_its_own(built: Built) -> None:
    for path, html in built.all_html.items():
        if "assets/inbaddad.css" in html:  # in another site's frame
            continue
        fields = re.findall(r'<input[^>]* name="q"', html)
        assert len(fields) == 1, path
        assert len(re.findall(r'role="search"', html)) == 1, path


def test_the_menu_is_a_real_button_with_a_named_landmark(built: Built) -> None:
    html = built.html("")
    assert '<button class="menyknapp" type="button" popovertarget="meny">Meny</button>' in html
    assert '<a class="hopp" href="#innehall">' in html
    names = re.findall(r'<nav[^>]*aria-label="([^"]+)"', built.html(INSATS))
    assert names == ["Huvudmeny", "Du är här", "På den här sidan", "Fler sidor"]


def test_what_decides_stands_before_the_applications_own_words(built: Built) -> None:
    html = built.html(INSATS)
    order = ("hanvisning", "fakta", "mal", "tidslinje", "beslut", "pengar", "parter", "beskrivning", "varfor")
    places = [html.index(f'id="del-{part}"') for part in order]
    assert places == sorted(places)
    assert re.search(r"<details>\s*<summary>Vad orden betyder</summary>", html)


def test_the_contents_name_every_part_and_each_section_of_the_text(built: Built) -> None:
    html = built.html(INSATS)
    contents = html[html.index('<nav class="pa-sidan"') :].partition("</nav>")[0]
    ways = re.findall(r'href="#([\w-]+)"', contents)
    assert ways[-1] == "del-varfor"
    assert "bakgrund" in ways
    assert set(re.findall(r'<h2[^>]* id="(del-[a-z]+)"', html)) - {"del-om-sidan"} <= set(ways)
    assert all(f'id="{way}"' in html for way in ways)


def test_the_statement_of_accessibility_has_its_eleven_parts(built: Built) -> None:
    text = Page(built.html("tillganglighet")).text
    for part in (
        "Föreningen Exempel", "Insatskatalogen", "delvis förenlig", "Innehåll som inte är tillgängligt",
        "oskäligt betungande", "omfattas av lagen", "Hur vi har testat", "Vi bedömde webbplatsen den",
        "ändrades senast den", "Skriv till info@insatser.example", "anmäla bristande tillgänglighet",
        "ännu inte låtit någon utomstående granska",
    ):  # fmt: skip
        assert part in text, part


def test_own_pages_have_no_placeholder_left(built: Built) -> None:
    for name in ("om", "personuppgifter", "tillganglighet"):
        assert re.search(r"\{[a-z-]+\}", Page(built.html(name)).text) is None
    text = Page(built.html("personuppgifter")).text
    assert all(f"artikel {article}" in text for article in ("7.3", "15", "21"))
