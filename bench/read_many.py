"""`python -m bench.read_many [N]`: writes N records, 15 % of them broken, and reads them all.

Prints wall and CPU seconds and peak memory; exits 1 when a broken file has no finding or a good one has.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from generator.storage.load import load_records

PROSE = (
    "arbetsförmedlingen deltagare insatsen ger stöd samverkan rehabilitering kommunen handläggare "
    "åtgärd över ökad egenmakt försäkringskassan regionen vägen vidare mot arbete studier"
)
SECTIONS = (
    "bakgrund", "syfte", "målgrupp", "metod", "organisation", "koppling", "uppföljning", "implementering",
    "spridning", "jämställdhet",
)  # fmt: skip
FORBUND = ("alvdalen", "exempelbygden", "norrviken", "soderslatt")


def prose(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(PROSE.split(), k=words)).capitalize() + "."


def record(number: int, forbund: str) -> str:
    """A valid record of some 6 KB."""
    chance = random.Random(number)
    sections = "".join(
        f"  {name}: |\n    {prose(chance, 22)}\n\n    {prose(chance, 18)}\n" for name in SECTIONS
    )
    persons = "".join(
        f"  - namn: Förnamn{n} Efternamn{number}\n    roll: kontaktperson\n"
        f"    organisation: Exempelkommun\n    e-post: person{n}@exempel.example\n"
        "    telefon: 031-390 06 15\n    samtycke:\n"
        "      - {gäller: [namn, e-post], kanaler: [portal], från: 2025-06-20, till: 2026-12-31}\n"
        for n in range(3)
    )
    goals = "".join(
        f"  - {{typ: resultatmål, text: {prose(chance, 6)}, måltal: 90 %, utfall: ej redovisat}}\n"
        for _ in range(4)
    )
    return f"""\
id: {forbund}-2025-insats-{number}
namn: Insats {number}
förbund: {forbund}
villkor: {forbund}-2024
inriktning: individinriktad
diarienummer: 2025/17
beslut:
  - {{utfall: beviljad, datum: 2025-06-12, instans: styrelsen, paragraf: "§ 34", belopp: 3200000}}
publicering: {{läge: publicera, från: 2025-06-20}}
period: {{start: 2025-09, slut: 2027-12-31, sista_intag: 2027-06}}
insatsägare: {{organisation: Hudiksvalls kommun, enhet: Jobbcentrum}}
kommuner: ["2184", "0305"]
målgrupper: [unga-med-aktivitetsersättning]
ålder: {{från: 19, till: 29}}
deltagare:
  - {{antal: 70, avser: per år}}
metoder: [ips, tjänstedesign]
sammanfattning: {prose(chance, 20)}
beskrivning:
{sections}mål:
{goals}budget: {{sökt: 3222836, egenfinansiering: 0, per_år: {{2025: 910730, 2026: 1799359}}}}
personer:
{persons}exempel: true
"""


def _replace(old: str, new: str) -> Callable[[str], bytes]:
    return lambda text: text.replace(old, new, 1).encode()


BREAKS: dict[str, Callable[[str], bytes]] = {
    "unknown key": _replace("målgrupper:", "malgruper:"),
    "unknown key without value": lambda text: (text + "sekretes:\n").encode(),
    "missing key": _replace("villkor:", "# villkor:"),
    "bad date": _replace("2025-06-12", "2025-02-30"),
    "bad amount": _replace("3200000", "3200 tkr"),
    "bad kommun": _replace('"0305"', "305"),
    "bad word": _replace("utfall: beviljad", "utfall: bevilljad"),
    "wrong type": _replace("målgrupper: [unga-med-aktivitetsersättning]", "målgrupper: unga"),
    "mapping for text": _replace("diarienummer: 2025/17", "diarienummer: {a: b}"),
    "duplicate key": lambda text: (text + "exempel: false\n").encode(),
    "NFD duplicate key": lambda text: (text + "ma\u030alga: x\nmålga: y\n").encode(),
    "Cyrillic key": _replace("namn: Insats", "n\u0430mn: Insats"),
    "merge key": lambda text: (text + "<<: {exempel: true}\n").encode(),
    "alias": lambda text: (text.replace("roll: k", "roll: &r k", 1) + "andra_namn: [*r]\n").encode(),
    "tag": _replace("exempel: true", "exempel: !!python/none true"),
    "tab": _replace("\n  bakgrund:", "\n\tbakgrund:"),
    "no space": _replace("namn: Insats", "namn:Insats"),
    "unclosed quote": _replace('"§ 34"', '"§ 34'),
    "colon in value": _replace("namn: Insats", "namn: Insats: nummer"),
    "indentation": _replace("\n  syfte:", "\n   syfte:"),
    "two documents": lambda text: (text + "---\n" + text).encode(),
    "flow bomb": lambda text: (text + "sökord: " + "[" * 100_000).encode(),
    "block bomb": lambda text: (text + "sökord:\n" + "- " * 100_000 + "x\n").encode(),
    "Latin-1": lambda text: text.encode("latin-1"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "NUL": lambda text: text.encode() + b"\0",
    "cut short": lambda text: text.encode()[: text.encode().index(b"mn: In") + 2],
    "too big": lambda text: (text + "#" * (1 << 20)).encode(),
    "empty": lambda _: b"",
    "wrong folder": _replace("förbund: ", "förbund: annat-"),
}


def write(content: Path, count: int) -> set[str]:
    """Writes the records; returns the names of the broken files."""
    broken: set[str] = set()
    kinds = tuple(BREAKS.values())
    for forbund in FORBUND:
        (content / "insatser" / forbund).mkdir(parents=True)
    for number in range(count):
        forbund = FORBUND[number % len(FORBUND)]
        path = content / "insatser" / forbund / f"insats-{number}.yml"
        text = record(number, forbund)
        data = text.encode()
        if number % 20 in (3, 10, 17):
            data = kinds[len(broken) % len(kinds)](text)
            broken.add(path.as_posix())
        path.write_bytes(data)
    return broken


def main(count: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder)
        broken = write(content, count)
        wall, cpu = time.perf_counter(), time.process_time()
        loaded = load_records(content)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    told = {finding.file for finding in loaded.findings}
    missed, false = broken - told, told - broken
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"files            {count}, {len(BREAKS)} kinds of breakage")
    print(f"records read     {len(loaded.records)}")
    print(f"findings         {len(loaded.findings)}")
    print(f"broken found     {len(broken & told)} of {len(broken)}, missed {len(missed)}")
    print(f"good refused     {len(false)}")
    print(f"wall, CPU        {wall:.2f} s, {cpu:.2f} s ({cpu / max(count, 1) * 1000:.2f} ms a file)")
    print(f"peak memory      {peak:.0f} MB")
    for name in sorted(missed | false)[:10]:
        print(f"wrong            {name}", file=sys.stderr)
    return 1 if missed or false or len(loaded.records) + len(broken) != count else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
