"""A real Chromium, and the site served on loopback."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from generator.publish.build import Request, build
from generator.words.channels import parse_channel
from generator.words.dates import parse_partial_date

ROOT = Path(__file__).resolve().parents[2]
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


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class' name
        pass


@pytest.fixture(scope="session")
def site_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The portal of `content/` at the golden date, on an address that ends with `/`."""
    folder = tmp_path_factory.mktemp("browser")
    day = parse_partial_date("2026-11-23").first_day
    request = Request(
        ROOT / "content", ROOT / "site_config", parse_channel("portal"), day, folder / "site", folder / "work"
    )
    assert build(request).published is not None
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder / "site")))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium. Without it: skipped, but never under CI."""
    path = shutil.which("chromium")
    if path is None:
        reason = "Chromium saknas (sudo apt install chromium)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(params=[(1280, "light"), (375, "dark")], ids=["desktop-light", "phone-dark"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A fresh visitor, on a desktop and on a phone."""
    width, scheme = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, locale="sv-SE"
    )
    yield context.new_page()
    context.close()
