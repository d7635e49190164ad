"""`python -m bench.prove_gate [--records N] [--seed S] [--pages] [--sites]`: the gate beside the oracle.

Compares every fact of N generated records (default 2,000) on four channels and twelve dates. `--pages` also
draws the page tree of each of the 48 editions, `--sites` builds the whole site, and both search every byte
for every canary that the oracle withholds. Exits 1 at any difference or leak.
"""

from __future__ import annotations

import argparse
import datetime as dt
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generator.pages.render import render
from generator.publish.build import Request, build
from generator.publish.catalogue import make_catalogue
from generator.publish.judging import judge
from generator.publish.reading import read_inputs
from generator.words.findings import Severity
from tests.proof.agreement import Comparison, Gate, by_kind, channel_of, oracle_edition
from tests.proof.editions import Edition, lay_out
from tests.proof.records import Register, register
from tests.proof.versions import CHANNELS, DAYS


class Searched:
    """What was searched, and what was found that must not be there."""

    def __init__(self, what: str) -> None:
        self.what = what
        self.counts: Counter[str] = Counter()
        self.leaks: list[str] = []

    def add(self, name: str, edition: Edition, files: dict[str, bytes]) -> None:
        self.counts["editions"] += 1
        self.counts["files"] += len(files)
        self.counts["bytes"] += sum(map(len, files.values()))
        self.counts["withheld canaries looked for"] += edition.withheld
        self.counts["public canaries"] += len(edition.words)
        self.counts["public canaries found"] += edition.found(files)
        self.leaks += [f"{name}: {leak}" for leak in edition.leaks(files)]

    def report(self, seconds: float) -> None:
        figures = ", ".join(f"{count:,} {what}" for what, count in self.counts.items())
        print(f"{self.what}: {figures}; {len(self.leaks)} leaks; {seconds:.0f} s")
        print(*self.leaks[:20], sep="\n", end="\n" if self.leaks else "")


def compared(made: Register) -> Comparison:
    started, comparison, gate = time.perf_counter(), Comparison(), Gate(made)
    for channel, day in _editions():
        comparison.edition(made, gate, channel, day)
    print(f"{len(made.records):,} records × {len(CHANNELS)} channels × {len(DAYS)} dates")
    for what, count in sorted(comparison.counts.items()):
        print(f"{count:10,} {what}")
    for kind, found in by_kind(comparison.differences).items():
        print(f"{len(found):10,} DIFFER {kind}, first: {found[0]}")
    print(f"{len(comparison.differences)} differences; {time.perf_counter() - started:.0f} s")
    return comparison


def _editions() -> Iterator[tuple[str, dt.date]]:
    return ((channel, day) for channel in CHANNELS for day in DAYS)


def searched_pages(made: Register, folder: Path) -> Searched:
    """The page trees, drawn as the build draws them; the checks, which would refuse to, are left out."""
    started, searched = time.perf_counter(), Searched("page trees")
    inputs = read_inputs(folder / "content", folder / "site_config")
    if inputs.configuration is None or len(inputs.records) != len(made.records):
        sys.exit("\n".join(map(str, inputs.findings[:10])))
    for name, day in _editions():
        channel = channel_of(name)
        judged = judge(inputs.records, inputs.configuration, channel, day)
        pages = render(make_catalogue(judged, inputs.configuration, channel, day, {}), {})
        edition = Edition(made, tuple(oracle_edition(made, name, day)))
        searched.add(f"{name} {day}", edition, {path: text.encode() for path, text in pages.items()})
    searched.report(time.perf_counter() - started)
    return searched


def searched_sites(made: Register, folder: Path) -> Searched:
    """The finished sites, each taken away after its search."""
    started, searched = time.perf_counter(), Searched("sites")
    out = folder / "site"
    for name, day in _editions():
        request = Request(
            folder / "content", folder / "site_config", channel_of(name), day, out, folder / "work"
        )
        result = build(request)
        if result.published is None:
            errors = [str(one) for one in result.findings if one.severity is Severity.ERROR]
            sys.exit("\n".join([f"{name} {day} is not built", *errors[:20]]))
        files = {
            path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()
        }
        searched.add(f"{name} {day}", Edition(made, tuple(oracle_edition(made, name, day))), files)
        shutil.rmtree(out)
    searched.report(time.perf_counter() - started)
    return searched


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--records", type=int, default=2000)
    options.add_argument("--seed", type=int, default=2)
    options.add_argument("--pages", action="store_true")
    options.add_argument("--sites", action="store_true")
    chosen = options.parse_args()
    made = register(chosen.seed, chosen.records)
    bad = len(compared(made).differences)
    with tempfile.TemporaryDirectory() as name:
        if chosen.pages:
            folder = Path(name, "pages")
            lay_out(made, folder)
            bad += len(searched_pages(made, folder).leaks)
        if chosen.sites:
            folder = Path(name, "sites")
            sound = register(chosen.seed, chosen.records, sound=True)
            lay_out(sound, folder)
            bad += len(searched_sites(sound, folder).leaks)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
