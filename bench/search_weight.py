"""`python -m bench.search_weight [N]`: what a visitor downloads to search among N insatser (default 10,000).

Takes the N records of `tests.register` (some 40 förbund, all kommuner, the real vocabularies) with texts of
as many words as real ones have, through the gate. Of the pages only what the search takes is drawn, by the
theme's own templates: `bench.build_many` measures the rest. Serves it with gzip as a web server does and
searches in Chromium. Prints CPU and wall seconds of each step, and for each search the bytes sent until the
first hit stands and until all counts do. Exits 1 when a first hit takes more than 600 kB.
"""

from __future__ import annotations

import gzip
import os
import random
import shutil
import sys
import tempfile
import threading
import time
from contextlib import suppress
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import files
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import yaml
from jinja2 import Environment, FileSystemLoader
from mkdocs.utils.meta import get_data
from playwright.sync_api import Browser, sync_playwright

from generator.indexes import all_indexes
from generator.pages.sok import search_data
from generator.pages.sok_page import search_page
from generator.pages.view import view
from generator.publish.catalogue import make_catalogue
from generator.publish.judging import judge
from generator.publish.reading import read_inputs
from generator.search import build_search
from generator.words.channels import PORTAL
from tests import register
from tests.register import DAY, ROOT

MOST = 600_000  # bytes
LATENCY = 0.05  # seconds
SECTIONS = ("bakgrund", "syfte", "målgrupp", "metod", "organisation", "uppföljning", "implementering")
SEARCHES = (
    "",
    "q=arbete",
    "q=psykiatri",
    "q=s",
    "q=arb",
    "q=träning unga",
    "kommun=0305",
    "q=stöd&malgrupp=unga-vuxna&alder=23",
)
TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript",
    ".json": "application/json", ".svg": "image/svg+xml", ".woff2": "font/woff2",
}  # fmt: skip
PACKED = frozenset({".html", ".css", ".js", ".json", ".svg"})
FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")


@cache
def sentences() -> tuple[str, ...]:
    """The sentences of the register's own five records."""
    found: list[str] = []
    for path in sorted((ROOT / "content/insatser").glob("*/*.yml")):
        for text in (yaml.safe_load(path.read_text("utf-8")).get("beskrivning") or {}).values():
            found += [part.strip(" -.\n") for part in text.replace("\n", " ").split(". ") if len(part) > 20]
    return tuple(found)


@cache
def rare_words() -> tuple[str, ...]:
    """Twenty thousand words of the dictionary: what the texts of ten thousand writers add."""
    path = next(file for file in files("hunspell-sv") or () if file.name == "sv_SE.dic")
    words = (line.partition("/")[0] for line in path.read_text("utf-8").splitlines())
    return tuple(
        random.Random(1).sample([word for word in words if word.isalpha() and word.islower()], 20_000)
    )


def prose(chance: random.Random, count: int) -> str:
    """Sentences of real texts, each with one word that few have."""
    rare = rare_words()
    picked = chance.sample(sentences(), count)
    return " ".join(f"{text} {rare[int(len(rare) * chance.random() ** 3)]}." for text in picked)


def lay_out(folder: Path, count: int) -> None:
    """The register of the tests, with texts of as many words as the forms' own texts have."""
    register.lay_out(folder, 0)
    for number, (one, slug, record) in enumerate(register.records(count)):
        chance = random.Random(number)
        text = {"beskrivning": {section: prose(chance, 5) for section in SECTIONS}}
        path = folder / "content/insatser" / one.id / f"{slug}.yml"
        path.write_text(yaml.dump(record | text, Dumper=yaml.CSafeDumper, allow_unicode=True), "utf-8")


class Counter:
    """What was sent: (when, in milliseconds since 1970; the file's kind; bytes)."""

    def __init__(self) -> None:
        self.sent: list[tuple[float, str, int]] = []

    def add(self, kind: str, size: int) -> None:
        self.sent.append((time.time() * 1000, kind, size))

    def taken(self) -> dict[str, int]:
        """Bytes by kind."""
        kinds: dict[str, int] = {}
        for _, kind, size in self.sent:
            kinds[kind] = kinds.get(kind, 0) + size
        return kinds


def handler(site: Path, counter: Counter, latency: float = 0) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = site / unquote(urlsplit(self.path).path).lstrip("/")
            path = path / "index.html" if path.is_dir() else path
            if not path.is_file():
                self.send_error(404)
                return
            time.sleep(latency)
            data = path.read_bytes()
            head = (
                f"HTTP/1.1 200 OK\r\nContent-Type: {TYPES.get(path.suffix, 'application/octet-stream')}\r\n"
            )
            if path.suffix in PACKED:
                data = gzip.compress(data, 6)
                head += "Content-Encoding: gzip\r\n"
            sent = f"{head}Content-Length: {len(data)}\r\n\r\n".encode() + data
            with suppress(ConnectionError):
                self.wfile.write(sent)
            counter.add(path.suffix, len(sent))

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class' name
            pass

    return Handler


FIRST_HIT = """
new MutationObserver((_, watcher) => {
  if (document.querySelector("#sok-lista > li")) {
    window.firstHit = Date.now();
    watcher.disconnect();
  }
}).observe(document, { childList: true, subtree: true });
"""


def measure(browser: Browser, url: str, counter: Counter, search: str) -> tuple[int, dict[str, int], str]:
    """(bytes until the first hit stands, those until all is still by kind, what the page says)."""
    counter.sent.clear()
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="sv-SE")
    context.add_init_script(FIRST_HIT)
    page = context.new_page()
    page.goto(f"{url}sok/?{quote(search, safe='=&')}", wait_until="commit")
    page.wait_for_selector("#sok-lista > li", timeout=120_000)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1500)
    hit = page.evaluate("window.firstHit")
    said = page.locator("#sok-antal").inner_text().replace("\n", " ")
    context.close()
    return sum(size for when, _, size in counter.sent if when <= hit), counter.taken(), said


def drawn(folder: Path) -> Environment:
    """The theme's templates, for pages two folders down."""
    environment = Environment(loader=FileSystemLoader(folder))  # noqa: S701 - each value says |e
    environment.filters["url"] = lambda address: f"../{address}"
    return environment


class Steps:
    """Prints what each step took, of this process and of those that it started."""

    def __init__(self) -> None:
        self._wall, self._times = time.perf_counter(), os.times()

    def __call__(self, name: str) -> None:
        wall, times = time.perf_counter(), os.times()
        cpu = sum(times[:4]) - sum(self._times[:4])
        print(f"{name:40} {wall - self._wall:8.2f} s {cpu:8.2f} CPU s")
        self._wall, self._times = wall, times


def lay_out_site(folder: Path, site: Path) -> int:
    """What a search needs of a site; the number of insatser in it."""
    done = Steps()
    inputs = read_inputs(folder / "content", folder / "site_config")
    if inputs.configuration is None:
        raise SystemExit(f"{inputs.findings[:3]}")
    judged = judge(inputs.records, inputs.configuration, PORTAL, DAY)
    catalogue = make_catalogue(judged, inputs.configuration, PORTAL, DAY, {})
    looked = view(catalogue)
    done("Read and judged")
    found = [(one, search_data(one, catalogue, looked.cards[one.id])) for one in catalogue.insatser]
    done("Words and facets")
    pages = drawn(ROOT / "theme")
    template = pages.get_template("partials/sokdata.html")
    for one, data in found:
        path = site / one.address / "index.html"
        path.parent.mkdir(parents=True)
        text = template.render(page={"meta": {"sok": data}})
        path.write_text(f'<!doctype html><html lang="sv"><title>x</title><body>{text}</body></html>', "utf-8")
    meta = get_data(search_page(looked, all_indexes()))[1]
    html = pages.get_template("sok.html").render(
        page={"meta": meta}, config={"site_name": "Insatskatalogen", "extra_css": []}, nav=[]
    )
    (site / "sok").mkdir()
    (site / "sok/index.html").write_text(html, "utf-8")
    shutil.copytree(ROOT / "theme/assets", site / "assets")
    done("Drawn")
    build_search(site, len(found))
    done("Indexed")
    sizes = [path.stat().st_size for path in (site / "pagefind").rglob("*") if path.is_file()]
    weight = f"index {len(sizes)} files {sum(sizes) / 1e6:.1f} MB"
    print(f"{len(found)} insatser, {weight}, the page {len(html.encode()) / 1e3:.0f} kB of HTML")
    return len(found)


def main(count: int) -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site = folder / "site"
        lay_out(folder, count)
        lay_out_site(folder, site)
        counter = Counter()
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler(site, counter, LATENCY))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url, worst = f"http://127.0.0.1:{server.server_port}/", 0
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=[*FLAGS])
            for search in SEARCHES:
                first, kinds, said = measure(browser, url, counter, search)
                worst = max(worst, first)
                parts = ", ".join(f"{kind} {size / 1e3:.0f}" for kind, size in sorted(kinds.items()))
                total = f"first {first / 1e3:4.0f} kB, all {sum(kinds.values()) / 1e3:4.0f} kB"
                print(f"/sok/?{search:40} {total} ({parts}): {said}")
            browser.close()
        server.shutdown()
    return 1 if worst > MOST else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
