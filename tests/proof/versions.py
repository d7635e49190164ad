"""The setting of the generated registers: days, channels, vocabularies, and each förbund's form versions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

Values = dict[str, Any]

DAYS = tuple(
    dt.date.fromisoformat(day)
    for day in (
        "2024-06-12", "2025-01-31", "2025-06-12", "2025-06-30", "2025-12-31", "2026-01-01",
        "2026-06-15", "2026-11-30", "2027-02-28", "2027-12-31", "2028-06-30", "2030-07-01",
    )
)  # fmt: skip
FORBUND = ("alfabygden", "betabygden", "gammabygden", "deltabygden")
CHANNELS = ("portal", f"förbundswebb:{FORBUND[0]}", "sociala-medier", "öppna-data")
CHANNEL_KINDS = ("portal", "förbundswebb", "sociala-medier", "öppna-data")
DATA = ("namn", "titel", "organisation", "e-post", "telefon")
CONTACT = ("namn", "e-post", "telefon")
ROLES = ("insatsledare", "kontaktperson", "arbetsgrupp", "styrgrupp")
NEVER = ("undertecknare", "deltagare", "anhörig")
WORDS: Mapping[str, Sequence[str]] = {
    "parter": ("kommun", "region", "arbetsförmedlingen", "försäkringskassan"),
    "inriktningar": ("individinriktad", "strukturövergripande", "förstudie"),
    "målgrupper": ("unga-vuxna", "långtidssjukskrivna", "unga-med-aktivitetsersättning"),
    "metoder": ("ips", "tjänstedesign", "redo"),
    "uppföljningssystem": ("sus", "accorda"),
}


def clause(
    roles: Sequence[str], fields: Sequence[str], channels: Sequence[str], longest: str | None
) -> Values:
    values: Values = {"roller": [*roles], "fält": [*fields], "kanaler": [*channels], "grund": "Villkoren."}
    return values if longest is None else values | {"längst": longest}


def terms_of(forbund: str) -> dict[str, Values]:
    """The form versions of one förbund: nothing, as Gävleborg's, with ends of each kind, year by year."""
    everywhere, own = CHANNEL_KINDS, ("förbundswebb", "sociala-medier")
    opened: dict[str, list[Values]] = {
        "inget": [],
        "egen": [clause(ROLES[:2], CONTACT, own, None)],
        "alla": [clause((*ROLES, *NEVER), DATA, everywhere, None)],
        "dag": [clause(ROLES, DATA, everywhere, "2026-11")],
        "beslut": [clause(ROLES[:3], CONTACT, ("portal", *own), "1 år efter beslutet")],
        "dagar": [clause(ROLES, ("e-post", "telefon"), everywhere, "400 dagar efter beslutet")],
        "slut": [clause(ROLES, DATA, ("portal", "öppna-data"), "insatsens slut")],
        "budget": [clause(ROLES, DATA, everywhere, "2 år efter budgetårets slut")],
        "flera": [
            clause(ROLES[:1], DATA, everywhere, "2 år efter insatsens slut"),
            clause(ROLES[:1], ("namn",), ("portal",), "2025-12-31"),
            clause(ROLES[1:], CONTACT, own, "3 månader efter budgetårets slut"),
        ],
    }
    found = {}
    for name, clauses in opened.items():
        for per, suffix in (("insats", ""), ("kalenderår", "-arsvis")):
            values: Values = {
                "id": f"{forbund}-{name}{suffix}",
                "förbund": forbund,
                "namn": f"Version {name}",
                "beslut_per": per,
                "personuppgifter": clauses,
            }
            if name in ("egen", "slut"):
                values["erkännande"] = f"Med pengar från {forbund}."
            found[values["id"]] = values
    return found


def configuration(contact_ends: Sequence[str]) -> Values:
    """What the oracle needs of the configuration; `contact_ends` are the data that end by themselves."""
    return {
        "förbund": [*FORBUND],
        "roller": [*ROLES, *NEVER],
        "aldrig offentliga": [*NEVER],
        "slut": {"längst": "6 månader efter insatsens slut", "fält": [*contact_ends]},
        **{name: [*words] for name, words in WORDS.items()},
    }
