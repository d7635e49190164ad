"""A förbund's own web has its logo and colours and speaks of one förbund; the portal takes no notice."""

from __future__ import annotations

import re

import pytest

from tests.look import ICON, LOGO, LOGO_TEXT, give_icon, give_logo, give_look
from tests.sites import ROOT, Place, digests, rules

OWN = "forbundswebb:exempelbygden"
SHEET = "assets/farger.css"
DRAWN = "assets/ikon.svg"
_ICON = re.compile(r'<link rel="icon" type="([^"]*)" href="([^"]*)">')


def test_the_own_web_has_the_colours_and_the_logo_on_every_page(place: Place) -> None:
    give_look(place, "exempelbygden", *give_logo(place), 'färg: "#8C143C"')
    built = place.build(OWN)
    assert built.findings == ()
    sheet = built.text(SHEET)
    assert sheet == (built.pages / SHEET).read_text("utf-8")
    light, dark = re.findall(r"--lank: (#[0-9a-f]{6});", sheet)
    assert (light, dark) == ("#8c143c", "#ff93a7")
    assert sheet.startswith("@media screen {"), "paper is black on white"
    for path in built.out.rglob("*.html"):
        html = path.read_text("utf-8")
        if path.name == "fragment.html":
            continue  # a piece of somebody else's page
        assert html.index("assets/delar.css") < html.index(SHEET), path
        if 'class="huvud"' in html:  # not in another site's frame
            assert f'{LOGO}" alt="{LOGO_TEXT}">' in html, path
        assert 'class="sigill"' not in html, path
    assert (built.out / LOGO).read_bytes() == (place.content / LOGO).read_bytes()
    assert _ICON.findall(built.text("om/index.html")) == [("image/svg+xml", f"../{DRAWN}")]
    assert {light, dark} < set(re.findall("#[0-9a-f]{6}", built.text(DRAWN)))
    assert built.text(DRAWN) == (built.pages / DRAWN).read_text("utf-8")


def test_a_colour_for_the_dark_is_taken_as_it_is_written(place: Place) -> None:
    give_look(place, "exempelbygden", 'färg: "#8c143c"', 'färg_mörk: "#ffccdd"')
    assert "--knapp: #ffccdd;" in place.build(OWN).text(SHEET)


def test_a_logo_needs_no_colour(place: Place) -> None:
    give_look(place, "exempelbygden", *give_logo(place))
    built = place.build(OWN)
    assert LOGO_TEXT in built.text("index.html")
    assert not (built.out / SHEET).exists()
    assert SHEET not in built.text("index.html")
    assert built.text(DRAWN) == (ROOT / "theme" / DRAWN).read_text("utf-8"), "its tab is the theme's"


def test_an_icon_of_its_own_is_on_every_page_of_that_web(place: Place) -> None:
    give_look(place, "exempelbygden", give_icon(place), 'färg: "#8c143c"')
    built = place.build(OWN)
    assert built.findings == ()
    assert (built.out / ICON).read_bytes() == (place.content / ICON).read_bytes()
    for path in built.out.rglob("*.html"):
        found = _ICON.findall(path.read_text("utf-8"))
        if path.name != "fragment.html":  # a piece of somebody else's page
            assert [(kind, href.removeprefix("/").replace("../", "")) for kind, href in found] == [
                ("image/png", ICON)
            ], path


def test_the_portal_is_the_same_with_and_without(place: Place) -> None:
    lines = (*give_logo(place), give_icon(place))
    before = digests(place.build().out)
    give_look(place, "exempelbygden", *lines, 'färg: "#8c143c"')
    assert digests(place.build().out) == before


@pytest.mark.parametrize("channel", ["portal", OWN])
def test_a_colour_that_cannot_be_read_stops_the_build(place: Place, channel: str) -> None:
    give_look(place, "exempelbygden", 'färg: "#fff3a0"')
    place.edit("antal: 70", "antal: sjuttio")
    result = place.build(channel).result
    assert result.published is None
    assert sorted(rules(result.findings)) == ["utseende-farg", "varde-fel-form"], "all at once"
    (found,) = (one for one in result.findings if one.rule == "utseende-farg")
    assert (found.position.line, found.position.column) == (8, 9)
    proposed = re.findall(r'"(#[0-9a-f]{6})"', found.advice)
    place.edit("antal: sjuttio", "antal: 70")
    give_look(place, "exempelbygden", f'färg: "{proposed[0]}"')
    assert place.build(channel).findings == ()


def test_a_picture_that_is_not_there_stops_the_build(place: Place) -> None:
    give_look(place, "exempelbygden", *give_logo(place), give_icon(place))
    (place.content / LOGO).unlink()
    (place.content / ICON).unlink()
    result = place.build(OWN).result
    assert result.published is None
    assert sorted(rules(result.findings)) == ["utseende-ikon", "utseende-logotyp"]


def test_it_speaks_of_one_forbund(place: Place) -> None:
    (place.content / "sidor/om.md").unlink()  # then the standard page stands there
    own, portal = place.build(OWN, out="own"), place.build()
    start = own.text("index.html")
    assert "<h1>" in start
    assert "Alla kommuner" in start
    assert "Hela landet" not in start
    assert '<a href="forbund/exempelbygden/">Om förbundet</a>' in start
    assert 'href="forbund/"' not in start
    assert "Förbund</a>" in portal.text("index.html")
    assert "Om förbundet" not in portal.text("index.html")
    assert "förbund med minst en insats" in portal.text("oversikt/index.html")
    assert "förbund med minst en insats" not in own.text("oversikt/index.html")
    assert "som Samordningsförbundet Exempelbygden betalar" in own.text("om/index.html")
    assert "som samordningsförbund i Sverige betalar" in portal.text("om/index.html")
