"""A förbund's own web in its own colours and with its logo: axe finds nothing, nothing goes over the edge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.publish.build import Request, Result, build
from generator.words.channels import parse_channel
from tests.browser.axe import examined
from tests.browser.conftest import DAY, careful, served, visitor
from tests.browser.pages import RECORDS
from tests.browser.test_accessibility import CLIPPED, OVERFLOW, shown
from tests.look import LOGO_TEXT, give_logo, give_look
from tests.sites import Place, real

pytestmark = pytest.mark.browser

FINE, PALE = "#8c143c", "#fff3a0"
OWN = "forbundswebb:gavleborg"
ADDRESSES = ["", "insatser/", RECORDS[0], "sok/?q=arbete", "oversikt/", "forbund/gavleborg/", "404.html"]


def _build(place: Place, out: str, colour: str) -> Result:
    give_look(place, "gavleborg", *give_logo(place), f'färg: "{colour}"')
    request = Request(
        content=place.content,
        config=place.config,
        channel=parse_channel(OWN),
        day=DAY,
        out=place.folder / out,
        work=place.folder / "work",
    )
    return build(request)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The real register, to be given looks."""
    return real(tmp_path_factory.mktemp("own"))


def _proposed(result: Result) -> str:
    """The colour that the one finding names."""
    assert result.published is None
    (finding,) = (one for one in result.findings if one.rule == "utseende-farg")
    assert Path(finding.file).name == "gavleborg.yml"
    (colour,) = re.findall(r'"(#[0-9a-f]{6})"', finding.advice)
    return str(colour)


@pytest.fixture(scope="module", params=["fine", "proposed"])
def own_url(own: Place, request: pytest.FixtureRequest) -> Iterator[tuple[str, str]]:
    """The web in a good colour, and in the one proposed in the place of a pale yellow; and the colour."""
    colour = FINE if request.param == "fine" else _proposed(_build(own, "refused", PALE))
    result = _build(own, str(request.param), colour)
    assert result.published is not None, result.findings[:3]
    with served(own.folder / str(request.param)) as url:
        yield url, colour


@pytest.mark.parametrize("look", [(1280, "light"), (375, "dark")], ids=lambda look: f"{look[0]}-{look[1]}")
@pytest.mark.parametrize("address", ADDRESSES)
def test_axe_finds_nothing(
    browser: Browser, own_url: tuple[str, str], address: str, look: tuple[int, str]
) -> None:
    url, colour = own_url
    context = visitor(browser, *look)
    with careful(context) as page:
        shown(page, f"{url}{address}")
        found = examined(page)
        assert found.faults == []
        assert "color-contrast" in found.passed
        link = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--lank').trim()")
        assert (link == colour) is (look[1] == "light")
        assert page.get_by_role("img", name=LOGO_TEXT).evaluate("image => image.naturalWidth") == 160
    context.close()


@pytest.mark.parametrize("address", ["", "insatser/", RECORDS[0]])
def test_at_320_pixels_nothing_goes_over_the_edge(
    browser: Browser, own_url: tuple[str, str], address: str
) -> None:
    context = visitor(browser, 320, "light")
    with careful(context) as page:
        shown(page, f"{own_url[0]}{address}")
        assert page.evaluate(OVERFLOW) <= 0
        assert page.evaluate(CLIPPED) == []
    context.close()


def test_on_paper_it_is_black_on_white(browser: Browser, own_url: tuple[str, str]) -> None:
    context = visitor(browser, 1280, "dark")
    with careful(context) as page:
        shown(page, f"{own_url[0]}{RECORDS[0]}")
        page.emulate_media(media="print")
        printed = page.evaluate(
            """() => { const style = getComputedStyle(document.documentElement);
              return ['--lank', '--accent', '--fot', '--pa-fot'].map(n => style.getPropertyValue(n)) }"""
        )
        assert [colour.strip() for colour in printed] == ["#000", "#000", "#fff", "#000"]
    context.close()
