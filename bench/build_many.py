"""`python -m bench.build_many [N]`: builds the portal of N records (default 10,000), step by step.

The records are those of `bench.read_many`, all sound, in four förbund, with the real vocabularies.
Prints wall and CPU seconds of each step, the site's size and the peak memory.
"""

from __future__ import annotations

import resource
import shutil
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from bench.read_many import FORBUND, record
from generator.publish.build import Request, Silent, build
from generator.words.channels import PORTAL

ROOT = Path(__file__).resolve().parents[1]
DAY = date(2026, 11, 23)


def lay_out(folder: Path, count: int) -> None:
    """`content/` with `count` records and a `site_config/` that knows their förbund."""
    shutil.copytree(ROOT / "site_config", folder / "site_config")
    shutil.copytree(ROOT / "content" / "sidor", folder / "content" / "sidor")
    for forbund in FORBUND:
        (folder / "content" / "insatser" / forbund).mkdir(parents=True)
        (folder / "site_config" / "forbund" / f"{forbund}.yml").write_text(
            f"id: {forbund}\nnamn: Samordningsförbundet {forbund}\nlän: ['21']\n", "utf-8"
        )
        (folder / "site_config" / "villkor" / f"{forbund}-2024.yml").write_text(
            f"id: {forbund}-2024\nförbund: {forbund}\nnamn: Version 2024\nbeslut_per: insats\n", "utf-8"
        )
    for number in range(count):
        forbund = FORBUND[number % len(FORBUND)]
        path = folder / "content" / "insatser" / forbund / f"insats-{number}.yml"
        path.write_text(record(number, forbund), "utf-8")


class Clock(Silent):
    """Prints what each step took when the next one begins."""

    def __init__(self) -> None:
        self._name, self._wall, self._cpu = "", time.perf_counter(), time.process_time()

    def step(self, name: str, units: int = 0) -> None:  # noqa: ARG002 - the protocol's
        wall, cpu = time.perf_counter(), time.process_time()
        if self._name:
            print(f"{self._name:40} {wall - self._wall:8.2f} s {cpu - self._cpu:8.2f} CPU s")
        self._name, self._wall, self._cpu = name, wall, cpu


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay_out(folder, count)
        clock = Clock()
        request = Request(
            folder / "content", folder / "site_config", PORTAL, DAY, folder / "site", folder / "work"
        )
        result = build(request, clock)
        clock.step("")
        files = [path for path in (folder / "site").rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in files) / 1e6
        for finding in result.findings[:5]:
            print(finding)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        print(f"{count} records, {len(files)} files, {size:.0f} MB, peak {peak:.2f} GB")


if __name__ == "__main__":
    main()
