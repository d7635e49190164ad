"""`python -m bench.search_weight [N]`: what a visitor downloads to search among N insatser (default 10,000).

Builds a portal of N generated records (75 förbund, all kommuner, the real vocabularies; names, times, ages
and amounts that differ; texts with as many words as such texts have), serves it with gzip as a web server
does, and searches in Chromium. Prints the time of each step of the build, and for each search the bytes sent
until the first hit stands and until all counts do. Exits 1 when a first hit takes more than 600 kB.
"""

from __future__ import annotations

import gzip
import random
import shutil
import sys
import tempfile
import threading
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import files
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import yaml
from playwright.sync_api import Browser, sync_playwright

from bench.build_many import DAY, ROOT, Clock
from generator.publish.build import Request, build
from generator.words.channels import PORTAL
from generator.words.kommuner import kommuner

MOST = 600_000  # bytes
FORBUND = 75
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
def vocabulary(name: str) -> tuple[str, ...]:
    text = (ROOT / "site_config/begrepp" / f"{name}.yml").read_text("utf-8")
    return tuple(entry["id"] for entry in yaml.safe_load(text)["ord"])


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


def record(number: int, codes: Sequence[str]) -> str:
    chance = random.Random(number)
    forbund = f"forbund-{number % FORBUND}"
    own = codes[number % FORBUND :: FORBUND]
    start = 2016 + chance.randrange(11)
    month, years = chance.randrange(1, 13), chance.randrange(1, 4)
    low = chance.choice((16, 18, 19, 20, 25, 30))
    places = ", ".join(f'"{code}"' for code in chance.sample(own, min(len(own), chance.choice((1, 1, 2, 3)))))
    groups = ", ".join(chance.sample(vocabulary("malgrupper"), chance.randrange(1, 5)))
    methods = ", ".join(chance.sample(vocabulary("metoder"), chance.randrange(1, 4)))
    rare = rare_words()
    name = f"{chance.choice(rare).capitalize()} {chance.choice(('till arbete', 'i samverkan', 'för unga'))}"
    intake = f", sista_intag: {start + years}-06" if chance.random() < 0.6 else ""
    age = f"ålder: {{från: {low}, till: {chance.choice((30, 64, 65))}}}\n" if chance.random() < 0.8 else ""
    sections = "".join(f"  {key}: |\n    {prose(chance, 5)}\n" for key in SECTIONS)
    return (
        f"id: {forbund}-insats-{number}\nnamn: {name} {number}\nförbund: {forbund}\nvillkor: {forbund}-2024\n"
        f"inriktning: {chance.choice(vocabulary('inriktningar'))}\n"
        f"beslut:\n  - {{utfall: beviljad, datum: {start}-01-12, instans: styrelsen, "
        f"belopp: {chance.randrange(100, 9000) * 1000 + number % 1000}, "
        f"avser: {{start: {start}-{month:02}, slut: {start + years}-12}}}}\n"
        f"publicering: {{läge: publicera, från: {start}-01-20}}\n"
        f"period: {{start: {start}-{month:02}, slut: {start + years}-12{intake}}}\n"
        "insatsägare: {organisation: Kommunen, enhet: Jobbcentrum}\n"
        "samverkansparter:\n  - {organisation: Arbetsförmedlingen}\n  - {organisation: Försäkringskassan}\n"
        f"kommuner: [{places}]\nmålgrupper: [{groups}]\nmetoder: [{methods}]\n{age}"
        f"sammanfattning: >-\n  {prose(chance, 2)}\nbeskrivning:\n{sections}"
        f"hänvisning: {{vem: Handläggare hos parterna, kontakt: kontakt@{forbund}.example}}\nexempel: true\n"
    )


def lay_out(folder: Path, count: int) -> None:
    shutil.copytree(ROOT / "site_config", folder / "site_config")
    shutil.copytree(ROOT / "content" / "sidor", folder / "content" / "sidor")
    codes = tuple(kommuner())
    for number in range(FORBUND):
        known_as = f"forbund-{number}"
        (folder / "content/insatser" / known_as).mkdir(parents=True)
        own = ", ".join(f'"{code}"' for code in codes[number::FORBUND])
        (folder / "site_config/forbund" / f"{known_as}.yml").write_text(
            f"id: {known_as}\nnamn: Samordningsförbundet nummer {number}\nkommuner: [{own}]\n", "utf-8"
        )
        (folder / "site_config/villkor" / f"{known_as}-2024.yml").write_text(
            f"id: {known_as}-2024\nförbund: {known_as}\nnamn: Version 2024\nbeslut_per: insats\n"
            f"erkännande: Med pengar från Samordningsförbundet nummer {number}.\n",
            "utf-8",
        )
    for number in range(count):
        path = folder / "content/insatser" / f"forbund-{number % FORBUND}" / f"insats-{number}.yml"
        path.write_text(record(number, codes), "utf-8")


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
        for finding in result.findings[:5]:
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
