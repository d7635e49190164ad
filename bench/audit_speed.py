"""`python -m bench.audit_speed [MB] [FOLDER]`: how fast the audit reads (default 200 MB), per core.

Plain Swedish text in files of 1 MB with 5,000 invented names sought, then the HTML of FOLDER (a built site),
when one is given, copied until it is as large. Prints MB/s of each of five runs, and the median.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from generator.audit.interface import Kind, Needle
from generator.audit.scan import scan

_WORDS = """
och att det som en på är av för med till den har de inte om ett men var sig från vi så kan när år under också
efter eller nu där vid mot ska kommer ut får finns vara alla andra mycket än här sedan över bara in upp även
vad deltagare insatsen arbetsmarknadsinsatser samordningsförbundet kommunen rehabilitering unga hälsa ohälsa
långtidssjukskrivna jämställdhetsperspektiv Försäkringskassan åtgärd ökad förändring uppföljning stöd behov
handläggare samtal tillsammans arbetsplats studier vägledning målgrupp kartläggning
""".split()  # noqa: SIM905 - prose
_SYLLABLES = (
    "ka",
    "lin",
    "de",
    "by",
    "mo",
    "ra",
    "stig",
    "berg",
    "al",
    "to",
    "va",
    "sson",
    "hol",
    "åk",
    "ström",
)
_RUNS, _NEEDLES = 5, 5_000


def prose(rng: random.Random, size: int) -> str:
    """About `size` bytes of words, with full stops, numbers, dashes and line breaks."""
    parts: list[str] = []
    length = 0
    while length < size:
        word = rng.choice(_WORDS)
        chance = rng.random()
        if chance < 0.07:
            word += "."
        elif chance < 0.09:
            word = str(rng.randint(1, 9999))
        elif chance < 0.1:
            word = "–"
        parts.append(word + ("\n" if rng.random() < 0.02 else " "))
        length += len(parts[-1].encode())
    return "".join(parts)


def needles(rng: random.Random) -> list[Needle]:
    def word(least: int) -> str:
        return "".join(rng.choices(_SYLLABLES, k=rng.randint(least, 4))).capitalize()

    return [Needle(f"{n}", f"{word(2)} {word(2)}", Kind.NAME) for n in range(_NEEDLES)]


def _cpu() -> float:
    """CPU seconds, those of the processes that a large site is read by among them."""
    return sum(os.times()[:4])


def measure(what: str, folder: Path, sought: list[Needle]) -> None:
    figures = []
    report = scan(folder, sought)  # warms up
    for _ in range(_RUNS):
        start = _cpu()
        report = scan(folder, sought)
        figures.append(report.read / 1e6 / (_cpu() - start))
    each = " ".join(f"{figure:.1f}" for figure in figures)
    size = f"{report.read / 1e6:.0f} MB in {report.files} files"
    print(f"{what}: median {statistics.median(figures):.1f} MB/s ({each}), {size}, {len(report.hits)} hits")


def main() -> None:
    rng = random.Random(7)
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    sought = needles(rng)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = [prose(rng, 1_000_000) for _ in range(8)]
        for number in range(megabytes):
            (folder / f"{number}.txt").write_text(texts[number % len(texts)], "utf-8")
        measure("plain text", folder, sought)
    if len(sys.argv) > 2:
        pages = sorted(Path(sys.argv[2]).rglob("*.html"))
        whole = sum(page.stat().st_size for page in pages)
        with tempfile.TemporaryDirectory() as name:
            for number in range(max(1, megabytes * 1_000_000 // whole // 10)):
                for place, page in enumerate(pages):
                    shutil.copy(page, Path(name) / f"{number}-{place}.html")
            measure("HTML", Path(name), sought)
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3:.0f} MB")


if __name__ == "__main__":
    main()
