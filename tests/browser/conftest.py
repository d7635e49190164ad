"""A real Chromium, and the sites served on loopback with their policy as a header too.

Whatever a test does, the visitor's browser must have nothing to complain of, ask nobody else for anything,
and be left with nothing stored: each page fixture says so when its test has ended.
"""

from __future__ import annotations

import html
import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from generator.audit.scan import Report
from generator.publish import build as building
from generator.publish.auditing import Audited
from generator.publish.build import Request, build
from generator.publish.withheld import SearchList
from generator.words.channels import parse_channel
from tests.register import DAY as DAY_OF_MANY
from tests.register import lay_out

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 23)
MANY = 1000
# Without these Chromium itself asks its maker for updates, and needs a sandbox that CI may lack.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


class Quiet(SimpleHTTPRequestHandler):
    """Says nothing of what it is asked for."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class' name
        pass


class _Careful(Quiet):
    """Sends what a good host sends: the page's own policy, no frames, no guessing of types."""

    def end_headers(self) -> None:
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() else path
        if page.suffix == ".html" and page.is_file():
            policy = _POLICY.search(page.read_text("utf-8"))
            if policy is not None:
                self.send_header(
                    "Content-Security-Policy", f"{html.unescape(policy[1])}; frame-ancestors 'none'"
                )
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "strict-origin-when-cross-origin")
        super().end_headers()


@contextmanager
def served(folder: Path, handler: type[Quiet] = _Careful) -> Iterator[str]:
    """The folder on an address of loopback that ends with `/`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def _built(content: Path, folder: Path, day: date, *, handbook: bool = False) -> Path:
    request = Request(
        content / "content",
        content / "site_config",
        parse_channel("portal"),
        day,
        folder / "site",
        folder / "work",
        handbook=handbook,
    )
    result = build(request)
    assert result.published is not None, result.findings[:3]
    return folder / "site"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The portal of `content/` at the golden date, with the handbook beside it."""
    return _built(ROOT, tmp_path_factory.mktemp("browser"), DAY, handbook=True)


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """Its address."""
    with served(site) as url:
        yield url


def _unread(*_site_and_withheld: object) -> tuple[Audited, Audited]:
    nothing = Audited((), Report(0, 0, 0, (), ()), SearchList((), 0, 0, frozenset()))
    return nothing, nothing


@pytest.fixture(scope="session")
def many_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The portal of a thousand invented records. Only for files whose tests need so many.

    The audit takes half of such a build, and has tests of its own: here it is left out.
    """
    folder = tmp_path_factory.mktemp("many")
    lay_out(folder, MANY)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(building, "audit_both", _unread)
        site = _built(folder, folder, DAY_OF_MANY)
    with served(site) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium. Without it: skipped, but never under CI."""
    path = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if path is None:
        reason = "Chromium saknas (sudo apt install chromium-headless-shell)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@contextmanager
def careful(context: BrowserContext, *, stores: bool = False) -> Iterator[Page]:
    """A page whose browser has nothing to complain of when the test has ended.

    `stores` for the editors' form alone, which keeps an editor's own settings.
    """
    page = context.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    elsewhere = [url for url in asked if not re.match(r"http://127\.0\.0\.1:\d+/|data:|blob:|about:", url)]
    assert elsewhere == [], "asked of others"
    assert wrong == [], "complaints of the browser, those of the content security policy among them"
    assert context.cookies() == []
    if page.url.startswith("http") and not stores:
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def visitor(browser: Browser, width: int, scheme: str, *, scripts: bool = True) -> BrowserContext:
    """A fresh visitor with a window of that width who wants that colour scheme."""
    return browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        locale="sv-SE",
        java_script_enabled=scripts,
    )


@pytest.fixture(params=[(1280, "light"), (375, "dark")], ids=["desktop-light", "phone-dark"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A fresh visitor, on a desktop and on a phone."""
    width, scheme = request.param
    context = visitor(browser, width, scheme)
    with careful(context) as opened:
        yield opened
    context.close()


@pytest.fixture
def desktop(browser: Browser) -> Iterator[Page]:
    """A fresh visitor on a desktop."""
    context = visitor(browser, 1280, "light")
    with careful(context) as opened:
        yield opened
    context.close()
