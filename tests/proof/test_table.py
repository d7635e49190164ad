"""Every combination of what a decision, a window, a consent and a withdrawal can be, beside the oracle.

`tests/gate/test_oracle.py` has the table of outcome, body, role and channel. This one has what that lacks:
ends of every kind, dates of a month or a year, several decisions, and the same person twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import product
from typing import Any

from tests import private_values as v
from tests.proof.agreement import Comparison, Gate, by_kind
from tests.proof.oracle_secrecy import DESCRIPTION, KNOWN, NEEDED, NEEDED_OF_DECISION
from tests.proof.records import Register, register
from tests.proof.versions import clause

Values = dict[str, Any]

TODAY, YESTERDAY, TOMORROW, MONTH, YEAR = "2026-06-15", "2026-06-14", "2026-06-16", "2026-06", "2026"
FORBUND = "exempelbygden"

AVSLAG, BORDLAGD, REVOKED = ({"utfall": word} for word in ("avslag", "bordlagd", "återkallad"))
HALF = {"avser": {"start": "2026-01", "slut": "2026-12"}}
NO_TIME: Values = {"avser": None}
DECISIONS: dict[str, list[Values]] = {
    "none": [],
    "in a month": [v.grant(datum="2026-05")],
    "in this month": [v.grant(datum=MONTH)],
    "in this year": [v.grant(datum=YEAR)],
    "today": [v.grant(datum=TODAY)],
    "tomorrow": [v.grant(datum=TOMORROW)],
    "a board's no the same day": [v.grant(), v.grant(**AVSLAG)],
    "a newer no": [v.grant(), v.grant(datum=YESTERDAY, **AVSLAG)],
    "a no of this month": [v.grant(), v.grant(datum=MONTH, **AVSLAG)],
    "a no of tomorrow": [v.grant(), v.grant(datum=TOMORROW, **BORDLAGD)],
    "an older no": [v.grant(datum="2024-01", **BORDLAGD), v.grant()],
    "a newer word of others": [v.grant(), v.grant(datum=TODAY, instans="beredningsgruppen", **AVSLAG)],
    "a newer yes of others": [v.grant(**AVSLAG), v.grant(datum=TODAY, instans="beredningsgruppen")],
    "revoked and granted anew": [
        v.grant(),
        v.grant(datum="2026-01-10", **REVOKED),
        v.grant(datum=TODAY, **HALF),
    ],
    "half revoked and granted anew": [
        v.grant(avser={"start": "2025-01", "slut": "2025-12"}),
        v.grant(),
        v.grant(datum="2026-01-10", **(REVOKED | HALF)),
        v.grant(datum=YESTERDAY, **NO_TIME),
    ],
    "two the same day": [v.grant(), v.grant(belopp="1000", utfall="delvis beviljad", **HALF)],
}
SECRECY = (None, "allt", ["beslut.utfall"], ["finns.inte"], ["period.slut"], ["budget.per_år", "personer"])


def window(state: str, start: str | None, end: str | None) -> Values:
    return {key: word for key, word in (("läge", state), ("från", start), ("till", end)) if word is not None}


def whole_records() -> Iterator[Values]:
    states = ("publicera", "pausad", "återkallad")
    starts = (None, YESTERDAY, TODAY, TOMORROW, MONTH)
    for decided, state, start, end, secret in product(DECISIONS.values(), states, starts, starts, SECRECY):
        yield {
            "beslut": decided,
            "publicering": window(state, start, end),
            "sekretess": [] if secret is None else [{"omfattar": secret, "grund": "OSL"}],
            "budget": {"sökt": "3200000", "per_år": {"2025": "1600000", "2026": "1600000"}},
            "personer": [],
        }


# What ends on the day before, on the day, and on the day after, counted from everything that can be.
LONGEST = (
    None, YESTERDAY, TODAY, MONTH, "1 år efter beslutet", "368 dagar efter beslutet", "insatsens slut",
    "1 år efter budgetårets slut",
)  # fmt: skip
ENDS = (None, {"slut": "2025-12-15"}, {"slut": "2025-12-14"})
CONSENTS: tuple[Values | None, ...] = (
    None,
    {"från": None},
    {"från": TODAY},
    {"från": TOMORROW},
    {"från": MONTH},
    {"till": YESTERDAY},
    {"till": MONTH},
    {"till": "insatsens slut"},
    {"till": "6 månader efter insatsens slut"},
    {"till": "1 år efter beslutet"},
)
WORDS: tuple[tuple[Values, Values], ...] = (
    ({}, {}),
    ({"återkallat": TODAY}, {}),
    ({"återkallat": TOMORROW}, {}),
    ({"invändning": MONTH}, {}),
    ({"invändning": "2025-06-19"}, {}),
    ({}, {"namn": "Lindeby, Tova", "återkallat": "2025-06-20"}),
    ({}, {"telefon": "+46 31 390 06 15", "invändning": YESTERDAY}),
    ({}, {"namn": "Tova Maria Lindeby", "sekretess": "OSL 21 kap. 3 a §"}),
    ({}, {"namn": "Elsa Falk", "återkallat": YESTERDAY}),
)


def persons() -> Iterator[Values]:
    for number, (ends, consent, (own, other), undecided) in enumerate(
        product(ENDS, CONSENTS, WORDS, (False, True))
    ):
        first = v.person(**own)
        if consent is not None:
            first["samtycke"] = [v.consent(**consent)]
        for version in range(2 * len(LONGEST)):
            yield {
                "villkor": f"{FORBUND}-{version}",
                "beslut": [v.grant(avser=None)] if undecided else [v.grant()],
                "period": ends,
                "sekretess": [{"omfattar": ["personer.telefon"], "grund": "OSL"}] if number % 3 == 0 else [],
                "personer": [first, {"roll": "styrgrupp", **other}] if other else [first],
            }


def terms() -> dict[str, Values]:
    """The odd ones are decided year by year."""
    versions = [(longest, per) for longest in LONGEST for per in ("insats", "kalenderår")]
    return {
        f"{FORBUND}-{number}": {
            "id": f"{FORBUND}-{number}",
            "förbund": FORBUND,
            "namn": "Version",
            "beslut_per": per,
            "personuppgifter": [clause(["insatsledare"], ["namn", "telefon"], ["portal"], longest)],
        }
        for number, (longest, per) in enumerate(versions)
    }


def compared(rows: Iterator[Values]) -> Counter[str]:
    records = []
    for number, changes in enumerate(rows):
        values = v.record_values(villkor=f"{FORBUND}-0", id=f"{FORBUND}-{number}") | changes
        records.append({key: value for key, value in values.items() if value is not None})
    config = register(0, 0).config | {"förbund": [FORBUND]}
    slugs = tuple(f"rad-{number}" for number in range(len(records)))
    table, comparison = Register(tuple(records), slugs, terms(), config, ({},) * len(records)), Comparison()
    comparison.edition(table, Gate(table), "portal", v.DAY)
    assert by_kind(comparison.differences) == {}
    return comparison.counts


def full(yearly: bool) -> Values:
    """A record in which every key that can be public is."""
    time = {"start": "2026-01", "slut": "2026-12"} if yearly else {"start": "2025-09", "slut": "2027-12"}
    years = {"2026": "3200000"} if yearly else {"2025": "1200000", "2026": "2000000"}
    texts = {key: f"Om {key}." for key in DESCRIPTION.split()}
    party = {"organisation": "Kommunen", "part": "kommun", "enhet": "Enheten"}
    return {
        "villkor": f"{FORBUND}-{int(yearly)}",
        "beslut": [v.grant(avser=time)],
        "period": {"start": "2025-09", "slut": "2027-12-31", "sista_intag": "2026-06"},
        "budget": {
            "sökt": "3200000",
            "egenfinansiering": "7",
            "per_år": years,
            "kostnader": [{"post": "Lön", "belopp": "1000", "år": "2026"}],
            "kommentar": "Om siffrorna.",
        },
        "personer": [v.person(samtycke=[v.consent(gäller=[*v.FIELDS])])],
        "insatsägare": party,
        "samverkansparter": [party | {"roll": "Bidrar."}],
        "beskrivning": texts,
        "sammanfattning": "Kort.",
        "diarienummer": "2025/17",
        "andra_namn": ["Ett annat"],
        "tidigare_adresser": [f"{FORBUND}/ett-tidigare"],
        "sökord": ["ord"],
        "kommuner": ["2184"],
        "målgrupper": ["unga-vuxna"],
        "metoder": ["ips"],
        "uppföljningssystem": ["sus"],
        "ålder": {"från": "19", "till": "29"},
        "deltagare": [{"antal": "7", "avser": "per år", "kommentar": "I ett år."}],
        "mål": [{"typ": "mål", "text": "Målet.", "måltal": "90 %", "utfall": "80 %"}],
        "hänvisning": {"vem": "Alla.", "krav": "Inget.", "hur": "Ring.", "kontakt": "08-465 004 00"},
        "handlingar": [{"titel": "T", "typ": "slutrapport", "länk": "https://a.example/", "datum": "2026"}],
        "relationer": [{"typ": "förlänger", "insats": f"{FORBUND}-0"}],
        "källa": {"dokument": "Ansökan"},
    }


def secrets() -> Iterator[Values]:
    yield full(yearly=False)
    for path, yearly in product(sorted(KNOWN), (False, True)):
        yield full(yearly) | {"sekretess": [{"omfattar": [path], "grund": "OSL"}]}


def test_secrecy_over_each_path() -> None:
    counts = compared(secrets())
    assert counts["records"] == 1 + 2 * len(KNOWN)
    assert counts["withheld by sekretess-allt"] == 2 * len((*NEEDED, *NEEDED_OF_DECISION))
    assert counts["budget facts"] > 1000
    assert counts["relationer facts"] > 200


def test_whole_records() -> None:
    counts = compared(whole_records())
    assert counts["records"] == 16 * 3 * 5 * 5 * 6
    assert counts["public records"] > 300
    assert counts["tombstones"] > 300
    assert counts["withheld by beslut"] > 3000


def test_persons() -> None:
    counts = compared(persons())
    assert counts["records"] == 3 * 10 * 9 * 2 * 16
    for kind in ("public by villkor", "public by samtycke", "withheld by aterkallat", "withheld by i-tid"):
        assert counts[f"datum {kind}"] > 1000
    assert counts["datum withheld by sekretess-person"] > 1000
