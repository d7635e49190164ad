"""Another site, on another origin, shows insatser in each of the three ways, with a policy of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.hosting import plan, policy_of
from generator.hosting.interface import Rule
from tests.browser.axe import examined
from tests.browser.conftest import Quiet, careful, served, visitor

pytestmark = pytest.mark.browser

FORBUND = "uppsala"
COUNT = 2
MARK = "Exempel: beslutet är påhittat."
INSATS = "badda-in/insatser/uppsala/forstarkt-stod/"
LIST = f"badda-in/forbund/{FORBUND}/"


class _Planned(Quiet):
    """Sends the headers that the rules say, and no others."""

    rules: tuple[Rule, ...] = ()

    def end_headers(self) -> None:
        file = urlsplit(self.path).path.lstrip("/")
        file += "index.html" if file == "" or file.endswith("/") else ""
        for rule in self.rules:
            if rule.covers(file):
                for name, value in rule.headers:
                    self.send_header(name, value)
        super().end_headers()


def _serving(folder: Path, rules: tuple[Rule, ...]) -> AbstractContextManager[str]:
    return served(folder, type("Handler", (_Planned,), {"rules": rules}))


@pytest.fixture(scope="module")
def register_url(site: Path) -> Iterator[str]:
    """The register, with the headers that its hosts are told of."""
    paths = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    policies = {
        name: policy_of(path.read_text("utf-8")) for name, path in paths.items() if path.suffix == ".html"
    }
    with _serving(site, plan(paths.keys(), policies)) as url:
        yield url


def _outer(register: str, fragment: str) -> str:
    return f"""<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><title>Förbundets webb</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<script src="{register}assets/badda-in.js" defer></script>
<script type="module" src="{register}assets/insats-lista.js"></script></head>
<body><main><h1>Våra insatser</h1>
<iframe id="lista" src="{register}{LIST}" title="Insatser" width="100%" height="600"></iframe>
<iframe id="insats" src="{register}{INSATS}" title="En insats" width="100%" height="600"></iframe>
<insats-lista id="alla" forbund="{FORBUND}"><a href="{register}">Se insatserna</a></insats-lista>
<insats-lista id="en" forbund="{FORBUND}" antal="1"></insats-lista>
<insats-lista id="grupp" malgrupp="unga-med-aktivitetsersattning"></insats-lista>
<insats-lista id="tom" forbund="gotland" malgrupp="finns-inte"></insats-lista>
<insats-lista id="fel" forbund="../../hemligt"></insats-lista>
{fragment}
</main></body></html>
"""


@pytest.fixture(scope="module")
def outer_url(register_url: str, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Another site's page with all forms, whose policy is what the page Bädda in asks for."""
    folder = tmp_path_factory.mktemp("outer")
    fragment = (site / LIST / "fragment.html").read_text("utf-8")
    (folder / "index.html").write_text(_outer(register_url, fragment), "utf-8")
    origin = register_url.rstrip("/")
    policy = (
        f"default-src 'none'; img-src data:; script-src {origin}; frame-src {origin}; connect-src {origin}"
    )
    with _serving(folder, (Rule("", (("Content-Security-Policy", policy),)),)) as url:
        yield url


def _fits(page: Page, frame: str) -> None:
    """The frame has the height of its page, to the pixel, and nothing in it is wider than it."""
    inner = page.frame_locator(f"#{frame}")
    expect(inner.locator("h1")).to_be_visible()
    expect(page.locator(f"#{frame}")).to_have_attribute("style", re.compile(r"height: \d+px"))
    page.wait_for_function(
        "id => Math.abs(document.getElementById(id).clientHeight"
        " - parseFloat(document.getElementById(id).style.height)) < 1",
        arg=frame,
    )
    page.evaluate("document.fonts.ready")
    sizes = inner.locator("html").evaluate(
        """async root => { await document.fonts.ready; await new Promise(r => setTimeout(r, 200));
          return [document.body.scrollHeight, innerHeight, root.scrollWidth, innerWidth] }"""
    )
    assert abs(sizes[0] - sizes[1]) <= 1
    assert sizes[1] > 150
    assert sizes[2] <= sizes[3]


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (320, "dark"), (900, "light"), (900, "dark")])
def test_another_site_shows_insatser(
    browser: Browser, outer_url: str, register_url: str, width: int, scheme: str
) -> None:
    context = visitor(browser, width, scheme)
    with careful(context) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(outer_url)
        for frame in ("lista", "insats"):
            _fits(page, frame)
            expect(page.frame_locator(f"#{frame}").get_by_text(MARK).first).to_be_visible()
        _component(page, register_url)
        expect(page.locator("section.insatskatalogen h3")).to_have_count(COUNT)
        # The piece of HTML has the type of the site that it stands in, where a long word may be too wide.
        assert (
            page.evaluate(
                """() => { document.querySelector('section.insatskatalogen').style.overflowWrap = 'anywhere';
              return document.documentElement.scrollWidth - innerWidth }"""
            )
            <= 0
        )
        found = examined(page, frames=False)
        assert found.faults == []
        assert found.passed
        web = [url for url in asked if url.startswith("http")]
        assert {url[: url.index("/", 8) + 1] for url in web} == {outer_url, register_url}
    context.close()


def _component(page: Page, register: str) -> None:
    whole = page.locator("#alla")
    expect(whole.locator("h3")).to_have_count(COUNT)
    expect(whole.get_by_text(MARK)).to_have_count(COUNT)
    expect(whole.locator("h3 a").first).to_have_attribute("href", re.compile("/insatser/uppsala/"))
    expect(whole.get_by_role("link", name="Se alla i Insatskatalogen")).to_be_visible()
    expect(page.locator("#en h3")).to_have_count(1)
    expect(page.locator("#grupp h3").first).to_be_visible()
    expect(page.locator("#tom")).to_contain_text("Just nu finns inga publicerade insatser här.")
    expect(page.locator("#fel")).to_contain_text("Det går inte att hämta insatserna just nu.")
    expect(page.locator("#fel a")).to_have_attribute("href", f"{register}insatser/")


HOSTILE = "</h3><script>window.hit = 1</script><img src=x onerror='window.hit = 1'>"


def test_attribution_is_shown_and_a_hostile_text_is_text(browser: Browser, outer_url: str) -> None:
    """What the open file says is shown letter for letter, whatever it says."""
    context = visitor(browser, 900, "light")
    with careful(context) as page:

        def told(route: Route) -> None:
            answer = route.fetch()
            data = answer.json()
            for one in data["insatser"]:
                one |= {"namn": HOSTILE, "erkännande": HOSTILE, "adress": "javascript:window.hit = 1"}
            route.fulfill(response=answer, json=data)

        page.route("**/listor/forbund/uppsala.json", told)
        page.goto(outer_url)
        whole = page.locator("#alla")
        expect(whole.locator("h3")).to_have_text([HOSTILE] * COUNT)
        expect(whole.locator("p", has_text=HOSTILE)).to_have_count(COUNT)
        assert whole.locator("h3 a[href], img, script").count() == 0
        assert page.evaluate("window.hit") is None
        page.unroute_all(behavior="wait")  # other components of the page ask for the same list
    context.close()


def test_only_the_register_s_own_frames_are_heard(browser: Browser, outer_url: str) -> None:
    context = visitor(browser, 900, "light")
    with careful(context) as page:
        page.goto(outer_url)
        _fits(page, "lista")
        before = page.locator("#lista").get_attribute("style")
        page.evaluate(
            "window.postMessage({ type: 'insatskatalogen:height', height: 17 }, '*');"
            "window.dispatchEvent(new MessageEvent('message', { origin: 'http://annan.example',"
            " source: document.getElementById('lista').contentWindow,"
            " data: { type: 'insatskatalogen:height', height: 17 } }))"
        )
        page.wait_for_timeout(100)
        assert page.locator("#lista").get_attribute("style") == before
    context.close()


def test_a_link_in_a_frame_opens_in_the_whole_window(
    browser: Browser, outer_url: str, register_url: str
) -> None:
    context = visitor(browser, 900, "light")
    with careful(context) as page:
        page.goto(outer_url)
        page.frame_locator("#lista").locator(".kort-namn a").first.click()
        expect(page.locator("article.insats h1")).to_be_visible()
        assert page.url.startswith(f"{register_url}insatser/uppsala/")
    context.close()


def test_without_an_answer_the_component_says_so(browser: Browser, outer_url: str) -> None:
    context = browser.new_context()  # the browser complains of the request that is cut off
    page = context.new_page()
    page.route("**/listor/**", lambda route: route.abort())
    page.goto(outer_url)
    expect(page.locator("#alla")).to_contain_text("Det går inte att hämta insatserna just nu.")
    context.close()
