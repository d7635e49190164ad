"""`python -m bench.build_many [N]`: builds the portal of N records (default 10,000), step by step.

The records are those of `tests.register`, all sound, in some 40 förbund, with the real vocabularies.
Prints wall and CPU seconds of each step, the site's size and the peak memory.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

from generator.publish.build import Request, build
from generator.publish.drawing import Silent
from generator.words.channels import PORTAL
from tests.register import DAY, lay_out


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
