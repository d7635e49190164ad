"""A register with a canary in every field of every withheld kind, and none in what is public.

Every canary has `kanari` in it, or is one of `NUMBERS`: no output may hold either.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import yaml

from tests.gate.test_copying import FULL
from tests.sites import Place

FORBUND = "exempelbygden"
PUBLIC = f"{FORBUND}/offentlig"
NUMBERS: tuple[str, ...] = (
    "7654321",
    "7 654 321",
    "7600003",
    "7 600 003",
    "7000001",
    "390 06 1",
    "390061",
    "81,04",
)
NUMBERS += ("2033-11", "november 2033")
# What makes a whole record withheld; each is a file of its own.
WITHHELD: Mapping[str, Mapping[str, Any]] = {
    "obeslutad": {"beslut": None},
    "avslag": {"beslut": [{"utfall": "avslag", "datum": "2025-06-12", "instans": "styrelsen"}]},
    "bordlagd": {"beslut": [{"utfall": "bordlagd", "datum": "2025-06-12", "instans": "styrelsen"}]},
    "beredd": {"beslut": [{"utfall": "beviljad", "datum": "2025-06-12", "instans": "beredningsgruppen"}]},
    "kommande": {"beslut": [{"utfall": "beviljad", "datum": "2031-01-01", "instans": "styrelsen"}]},
    "pausad": {"publicering": {"läge": "pausad"}},
    # Its addresses stay, as graves: they may hold no canary.
    "borttagen": {
        "publicering": {"läge": "återkallad", "från": "2025-06-21"},
        "tidigare_adresser": [f"{FORBUND}/fordom"],
    },
    "inte-oppnad": {"publicering": {"läge": "publicera", "från": "2031-01-01"}},
    "stangd": {"publicering": {"läge": "publicera", "till": "2026-01-01"}},
    "utan-publicering": {"publicering": None},
    "hemlig": {"sekretess": [{"omfattar": "allt", "grund": "Kanariegrund"}]},
}
PERSON = FULL["personer"][0] | {"namn": "Xkanaria Ykanarison"}
# A public record. Of each person something is missing that would open the data.
PERSONS: list[dict[str, Any]] = [
    PERSON | {"roll": "arbetsgrupp", "samtycke": []},
    PERSON | {"roll": "undertecknare"},
    PERSON | {"roll": "insatsledare", "återkallat": "2026-01-01"},
    PERSON | {"roll": "insatsledare", "invändning": "2026-01-01"},
    PERSON | {"roll": "insatsledare", "sekretess": "Kanariegrund"},
    PERSON | {"roll": "insatsledare", "samtycke": [PERSON["samtycke"][0] | {"till": "2026-01-01"}]},
    PERSON
    | {
        "roll": "insatsledare",
        "samtycke": [PERSON["samtycke"][0] | {"från": "2032-01-01", "till": "2032-12-31"}],
    },
]
SECRET: tuple[str, ...] = (
    "beskrivning",
    "sammanfattning",
    "hänvisning",
    "deltagare",
    "sökord",
    "andra_namn",
    "handlingar",
)
SECRET += (
    "tidigare_adresser",
    "mål",
    "diarienummer",
    "samverkansparter",
    "insatsägare",
    "relationer",
    "budget",
)


def fill(place: Place) -> None:
    """Adds the aviary to the invented register."""
    for number, (name, changes) in enumerate(WITHHELD.items()):
        own = {"id": f"kanarie-{number}", "tidigare_adresser": [f"{FORBUND}/kanarietidigare-{number}"]}
        write(place, name, {**FULL, **own, "personer": [PERSON], **changes})
    public = {
        "id": "offentlig-insats",
        "namn": "En offentlig insats",
        "inriktning": "individinriktad",
        "beslut": [{"utfall": "beviljad", "datum": "2025-06-12", "instans": "styrelsen", "belopp": "100"}],
        "publicering": {"läge": "publicera", "från": "2025-06-21"},
        "personer": [{**person, **_alone(number)} for number, person in enumerate(PERSONS)],
        "källa": {key: value for key, value in FULL["källa"].items() if key != "dokument"},
        "sekretess": [{"omfattar": list(SECRET), "grund": "Kanariegrund, OSL 26 kap. 1 §"}],
        **{key: FULL[key] for key in SECRET},
        "period": FULL["period"],
        "relationer": [{"typ": "bygger på", "insats": "kanarie-0"}],
    }
    write(place, "offentlig", public)


def _alone(number: int) -> dict[str, str]:
    """Somebody of their own: what one person takes back must not be why another one is withheld."""
    name = f"Xkanaria{chr(97 + number)} Ykanarison{chr(97 + number)}"
    email = f"{chr(97 + number)}@kanarie.example"
    return {"namn": name, "e-post": email, "telefon": f"0{313900610 + number}"}


def write(place: Place, slug: str, values: Mapping[str, Any]) -> None:
    """One record of the aviary. Words that the invented register does not know would stop a build."""
    written = {key: value for key, value in values.items() if value is not None}
    record = json.loads(json.dumps(written))  # nothing shared: YAML would write it as an alias
    record |= {"förbund": FORBUND, "villkor": "exempelbygden-2018", "exempel": "true"}
    record.setdefault("relationer", [])
    for known in ("målgrupper", "metoder", "uppföljningssystem"):
        record.pop(known, None)
    for party in (record.get("insatsägare", {}), *record.get("samverkansparter", ())):
        party.pop("part", None)
    record["relationer"] = [link for link in record["relationer"] if link["insats"] != "kanarie-relation"]
    for person in record["personer"]:
        if person["roll"] == "kanarieroll":
            person["roll"] = "kontaktperson"
    path = place.content / "insatser" / FORBUND / f"{slug}.yml"
    path.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), "utf-8")


def canaries(text: str) -> list[str]:
    """What of the aviary stands in the text, with a little around it."""
    lowered = text.casefold()
    found = [needle for needle in ("kanari", *NUMBERS) if needle in lowered]
    return [text[max(0, (at := lowered.index(needle)) - 60) : at + 60] for needle in found]
