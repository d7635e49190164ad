"""`python -m bench.search_weight [N]`: what a visitor downloads to search among N insatser (default 10,000).

Builds a portal of the N records of `tests.register` (some 40 förbund, all kommuner, the real vocabularies)
with texts of as many words as real ones have, serves it with gzip as a web server does, and searches in
Chromium. Prints the time of each step of the build, and for each search the bytes sent until the first hit
stands and until all counts do. Exits 1 when a first hit takes more than 600 kB.
"""

from __future__ import annotations

import gzip
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
from playwright.sync_api import Browser, sync_playwright

from bench.build_many import Clock
from generator.publish.build import Request, build
from generator.words.channels import PORTAL
from generator.words.findings import Severity
from tests import register
from tests.register import DAY, ROOT

MOST = 600_000  # bytes
LATENCY = 0.05  # seconds
SECTIONS = ("bakgrund", "syfte", "målgrupp", "metod", "organisation", "uppföljning", "implementering")
SEARCHES = (
    "",
    "q=arbete",
    "q=psykiatri",
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
    path = next(file for file in files("hunspell-sv") if file.name == "sv_SE.dic")  # type: ignore[union-attr]
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
    """Bytes sent, by the file's kind."""

    def __init__(self) -> None:
        self._lock, self._sent = threading.Lock(), dict[str, int]()

    def add(self, kind: str, size: int) -> None:
        with self._lock:
            self._sent[kind] = self._sent.get(kind, 0) + size

    def taken(self) -> dict[str, int]:
        with self._lock:
            return dict(self._sent)


def handler(site: Path, counter: Counter) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = site / unquote(urlsplit(self.path).path).lstrip("/")
            path = path / "index.html" if path.is_dir() else path
            if not path.is_file():
                self.send_error(404)
                return
            time.sleep(LATENCY)  # or the last answers are there before anybody sees the first hit
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


def measure(
    browser: Browser, url: str, counter: Counter, search: str
) -> tuple[int, int, dict[str, int], str]:
    """(bytes until the first hit, until all is still, those by kind, what the page says) of a new visitor."""
    before = counter.taken()
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="sv-SE")
    page = context.new_page()
    page.goto(f"{url}sok/?{quote(search, safe='=&')}", wait_until="commit")
    page.wait_for_selector("#sok-lista > li", timeout=120_000)
    first = sum(counter.taken().values()) - sum(before.values())
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1500)
    after = counter.taken()
    said = page.locator("#sok-antal").inner_text().replace("\n", " ")
    context.close()
    kinds = {kind: size - before.get(kind, 0) for kind, size in after.items() if size != before.get(kind, 0)}
    return first, sum(kinds.values()), kinds, said


def main(count: int) -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay_out(folder, count)
        clock = Clock()
        site = folder / "site"
        result = build(
            Request(folder / "content", folder / "site_config", PORTAL, DAY, site, folder / "work"), clock
        )
        clock.step("")
        for finding in [one for one in result.findings if one.severity is Severity.ERROR][:5]:
            print(finding)
        if result.published is None:
            return 1
        sizes = [path.stat().st_size for path in (site / "pagefind").rglob("*") if path.is_file()]
        page = (site / "sok/index.html").stat().st_size
        weight = f"index {len(sizes)} files {sum(sizes) / 1e6:.1f} MB, the page {page / 1e3:.0f} kB of HTML"
        print(f"{len(result.published.insatser)} insatser, {weight}")
        counter = Counter()
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler(site, counter))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        worst = 0
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=[*FLAGS])
            for search in SEARCHES:
                url = f"http://127.0.0.1:{server.server_port}/"
                first, whole, kinds, said = measure(browser, url, counter, search)
                worst = max(worst, first)
                parts = ", ".join(f"{kind} {size / 1e3:.0f}" for kind, size in sorted(kinds.items()))
                total = f"first {first / 1e3:4.0f} kB, all {whole / 1e3:4.0f} kB"
                print(f"/sok/?{search:40} {total} ({parts}): {said}")
            browser.close()
        server.shutdown()
    return 1 if worst > MOST else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
