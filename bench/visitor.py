"""`python -m bench.visitor [N]`: what a visitor waits for, on the portal of `content/` or of N made records.

Serves the built site on loopback, packed by gzip as a web server does, and prints two Markdown tables: the
bytes of the first load of each kind of page, and the size of its HTML; and, where the environment variable
LIGHTHOUSE names the program (`npm install lighthouse`, then `node_modules/.bin/lighthouse`), the scores of
Lighthouse on a phone. Exits 1 when a limit is passed: 150 kB for a first load (the search is measured by
`bench.search_weight`), 100 kB for the largest page, performance 95, the other scores 100. Needs Chromium.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.search_weight import Counter, handler
from generator.publish.build import Request, build
from generator.words.channels import PORTAL
from tests.register import DAY, lay_out

ROOT = Path(__file__).resolve().parents[1]
FIRST_LOAD, LARGEST_PAGE = 150_000, 100_000
SCORES = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
RUNS = 3
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


def built(folder: Path, count: int) -> Path:
    source = ROOT
    if count:
        source = folder
        lay_out(folder, count)
    request = Request(
        source / "content", source / "site_config", PORTAL, DAY, folder / "site", folder / "work"
    )
    result = build(request)
    if result.published is None:
        sys.exit("\n".join(str(finding) for finding in result.findings[:5]))
    return folder / "site"


def kinds(site: Path) -> dict[str, str]:
    """Kind of page → an address of it: of records and lists the largest."""
    by_size = sorted(site.rglob("index.html"), key=lambda path: -path.stat().st_size)
    addresses = [path.parent.relative_to(site).as_posix() + "/" for path in by_size]
    record = next(
        a for a in addresses if a.startswith("insatser/") and a.count("/") == 3 and "sida-" not in a
    )
    listed = next(a for a in addresses if a.startswith(("kommuner/", "malgrupper/")) and a.count("/") == 2)
    return {
        "start": "", "list": "insatser/", "longest list of a group": listed, "record": record,
        "overview": "oversikt/", "glossary": "ordlista/", "about": "om/",
    }  # fmt: skip


@contextmanager
def served(site: Path, counter: Counter) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(site, counter))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def first_load(browser: Browser, url: str, counter: Counter) -> tuple[int, int]:
    """(bytes sent, requests) of a first visit."""
    context = browser.new_context(viewport={"width": 375, "height": 800})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    before = sum(counter.taken().values())
    page.goto(url, wait_until="networkidle")
    context.close()
    return sum(counter.taken().values()) - before, len(asked)


def scores(lighthouse: str, url: str, folder: Path) -> dict[str, int]:
    """The middle of three runs, each score by its name."""
    found: dict[str, list[int]] = {name: [] for name in SCORES}
    for _ in range(RUNS):
        report = folder / "report.json"
        command = [
            lighthouse, url, "--quiet", "--output=json", f"--output-path={report}",
            f"--only-categories={','.join(SCORES)}", f"--chrome-flags=--headless {' '.join(FLAGS)}",
        ]  # fmt: skip
        environment = {**os.environ, "CHROME_PATH": shutil.which("chromium") or ""}
        subprocess.run(command, check=True, env=environment, timeout=180)
        categories = json.loads(report.read_text("utf-8"))["categories"]
        for name, values in found.items():
            values.append(round(100 * categories[name]["score"]))
    return {name: int(statistics.median(values)) for name, values in found.items()}


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    wrong = False
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        site = built(folder, count)
        largest = max(site.rglob("*.html"), key=lambda path: path.stat().st_size)
        wrong |= largest.stat().st_size > LARGEST_PAGE
        print(f"Largest page: {largest.relative_to(site)}, {largest.stat().st_size / 1000:.1f} kB of HTML\n")
        counter = Counter()
        with served(site, counter) as url:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=[*FLAGS])
            print("| page | first load | requests | HTML |\n| --- | --- | --- | --- |")
            for kind, address in kinds(site).items():
                sent, requests = first_load(browser, f"{url}{address}", counter)
                html = (site / address / "index.html").stat().st_size
                wrong |= sent > FIRST_LOAD
                print(f"| {kind} | {sent / 1000:.1f} kB | {requests} | {html / 1000:.1f} kB |")
            browser.close()
            lighthouse = os.environ.get("LIGHTHOUSE")
            if lighthouse is None:
                print("\nLIGHTHOUSE is not set: no scores.")
            else:
                print(f"\n| page | {' | '.join(SCORES)} |\n|{' --- |' * (len(SCORES) + 1)}")
                for kind in ("start", "list", "record"):
                    reached = scores(lighthouse, f"{url}{kinds(site)[kind]}", folder)
                    wrong |= any(reached[name] < least for name, least in SCORES.items())
                    print(f"| {kind} | {' | '.join(str(score) for score in reached.values())} |")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
