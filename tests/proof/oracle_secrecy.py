"""The oracle's secrecy: rule 4, "Secrecy beats everything, down to one field or section"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Raw = Mapping[str, Any]

SPAN = "start slut"
DESCRIPTION = (
    "bakgrund syfte mål målgrupp metod aktiviteter samverkan organisation resurser koppling tidplan "
    "uppföljning övriga_resultat implementering spridning jämställdhet förankring avslut samtycke övrigt"
)
FIELDS = (
    "id namn andra_namn tidigare_adresser förbund villkor inriktning diarienummer kommuner målgrupper "
    "metoder uppföljningssystem sammanfattning sökord exempel"
)
SECTIONS = {
    "beslut": "utfall datum instans paragraf belopp avser",
    "beslut.avser": SPAN,
    "publicering": "läge från till",
    "sekretess": "omfattar grund",
    "period": f"{SPAN} sista_intag",
    "insatsägare": "organisation part enhet",
    "samverkansparter": "organisation part enhet roll",
    "ålder": "från till",
    "deltagare": "antal avser kommentar",
    "beskrivning": DESCRIPTION,
    "mål": "typ text måltal utfall",
    "hänvisning": "vem krav hur kontakt",
    "budget": "sökt egenfinansiering per_år kostnader kommentar",
    "budget.kostnader": "post belopp år",
    "personer": "namn roll titel organisation e-post telefon samtycke återkallat invändning sekretess",
    "personer.samtycke": "gäller kanaler från till källa",
    "handlingar": "titel typ länk datum",
    "relationer": "typ insats",
    "källa": "dokument datum anmärkningar tveksamt bilagor oplacerat",
    "granskade_rader": "fält börjar skäl",
}
KNOWN = frozenset(
    [
        *FIELDS.split(),
        *SECTIONS,
        *(f"{name}.{key}" for name, keys in SECTIONS.items() for key in keys.split()),
    ]
)
# "utan dem finns ingen sida att visa"; and "every page, list row and export row of such a record says so".
NEEDED = ("id", "namn", "förbund", "villkor", "beslut", "publicering", "exempel")
# Parts of a decision that a decision cannot be told without.
NEEDED_OF_DECISION = ("beslut.utfall", "beslut.instans")


def secret_paths(record: Raw) -> frozenset[str]:
    """Every path that an entry of `sekretess` names; `allt` among them."""

    def paths() -> Iterator[str]:
        for entry in record.get("sekretess", []):
            covers = entry["omfattar"]
            yield from [covers] if isinstance(covers, str) else covers

    return frozenset(paths())


def covers_everything(secret: frozenset[str]) -> bool:
    """sekretess-allt: "Sekretess över hela posten, dess namn eller beslut döljer insatsen helt. […] Sekretess
    över id, namn, förbund, villkor, beslut eller publicering gör detsamma […]. Anger du ett fält som inte
    finns döljs allt, tills felet är rättat."
    """
    return any(
        path == "allt" or path not in KNOWN or path in NEEDED or path in NEEDED_OF_DECISION for path in secret
    )


def covered(secret: frozenset[str], path: str) -> bool:
    """sekretess-falt: "Sekretess över ett fält eller avsnitt döljer det"."""
    return any(path == one or path.startswith(one + ".") for one in secret)


def sum_is_secret(secret: frozenset[str]) -> bool:
    """sekretess-falt: "Är budgeten hemlig döljs också det beviljade beloppet". ADR 0003: "Secrecy over an
    amount or a time covers what repeats it": what was applied for, what was granted, and the years that
    add up to it.
    """
    return any(covered(secret, path) for path in ("beslut.belopp", "budget.sökt", "budget.per_år"))


def costs_are_secret(secret: frozenset[str]) -> bool:
    """A line of costs is told whole or not at all; its years tell of a secret time."""
    keys = ("post", "belopp", "år")
    return (
        sum_is_secret(secret)
        or time_is_secret(secret)
        or any(covered(secret, f"budget.kostnader.{key}") for key in keys)
    )


def budget_years_are_secret(secret: frozenset[str]) -> bool:
    """ "the budget's years among it": they tell of a secret sum, a secret time and secret costs."""
    return sum_is_secret(secret) or time_is_secret(secret) or covered(secret, "budget.kostnader.belopp")


def budget_note_is_secret(secret: frozenset[str]) -> bool:
    """The note explains the figures, and repeats them."""
    return (
        budget_years_are_secret(secret)
        or covered(secret, "budget.egenfinansiering")
        or covered(secret, "budget.kommentar")
    )


def relations_are_secret(secret: frozenset[str]) -> bool:
    """A relation is told whole or not at all."""
    return any(covered(secret, f"relationer.{key}") for key in ("typ", "insats"))


def start_is_secret(secret: frozenset[str]) -> bool:
    """sekretess-falt: "är tiden hemlig döljs beslutets tid"."""
    return covered(secret, "period.start") or covered(secret, "beslut.avser.start")


def end_is_secret(secret: frozenset[str]) -> bool:
    """As `start_is_secret`, of the end."""
    return covered(secret, "period.slut") or covered(secret, "beslut.avser.slut")


def time_is_secret(secret: frozenset[str]) -> bool:
    """Whether a year, or how far the insats has come, would tell of a secret start or end."""
    return start_is_secret(secret) or end_is_secret(secret)
