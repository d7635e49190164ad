"""A realistic register of many records, the same for the same number: for journeys, benches and weights.

Everything is invented but the kommuner: förbund, organisations, texts. Nobody is named in running text.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import yaml

from generator.words.kommuner import kommuner, lan

ROOT = Path(__file__).parents[1]
DAY = date(2026, 11, 23)

_BEGINNINGS = (
    "Vägen", "Steget", "Kompassen", "Bryggan", "Språnget", "Navet", "Lyftet", "Porten", "Stigen", "Kraften",
    "Ankaret", "Mötesplatsen", "Startrampen", "Framsteget", "Vändpunkten", "Lotsen",
)  # fmt: skip
_ENDINGS = (
    "vidare",
    "till arbete",
    "framåt",
    "tillsammans",
    "ung",
    "i balans",
    "mot studier",
    "hem",
    "nära",
    "plus",
)
_WHO = (
    "unga som har varit borta länge från skola och arbete", "personer med långvarig sjukskrivning",
    "personer med psykisk ohälsa som vill prova arbetsträning", "nyanlända vuxna med hälsoproblem",
    "personer som behöver stöd från både vården och socialtjänsten", "unga med aktivitetsersättning",
    "långtidsarbetslösa med funktionsnedsättning", "föräldrar som är långt från arbetsmarknaden",
)  # fmt: skip
_HOW = (
    "Deltagaren får en egen coach som håller ihop kontakterna.",
    "Teamet träffas varje vecka och planerar tillsammans med deltagaren.",
    "Gruppverksamhet två dagar i veckan varvas med enskilda samtal.",
    "Arbetsträning hos en arbetsgivare börjar efter några veckor.",
    "En gemensam kartläggning görs innan någon plan skrivs.",
    "Rehabkoordinatorn på vårdcentralen deltar i avstämningarna.",
    "Parterna delar lokal, och deltagaren behöver bara berätta en gång.",
    "Motiverande samtal används i alla möten.",
)  # fmt: skip
_WHY = (
    "Många går mellan myndigheter utan att någon har hela bilden.",
    "Väntetiderna gör att människor hinner må sämre innan stödet kommer.",
    "Tidigare försök har visat att tidig samverkan ger fler stegförflyttningar.",
    "Parterna såg att gruppen inte nåddes av de vanliga insatserna.",
    "Uppföljningen i SUS visade att få gick vidare till arbete eller studier.",
    "Kommunen och regionen har länge saknat en gemensam väg in.",
)  # fmt: skip
_SECTIONS = (
    "bakgrund", "syfte", "målgrupp", "metod", "organisation", "koppling", "uppföljning", "implementering",
    "spridning", "jämställdhet",
)  # fmt: skip
_FIRST, _LAST = ("Alvin", "Tova", "Signe", "Milton", "Ester"), ("Lindeby", "Granvik", "Sjöhult", "Bergnäs")
_PARTS = (
    "Arbetsförmedlingen",
    "Försäkringskassan",
    "Regionens vårdcentral",
    "Vuxenpsykiatrin",
    "Socialtjänsten",
)


@dataclass(frozen=True)
class Forbund:
    """An invented förbund over real kommuner."""

    id: str
    name: str
    lan: str
    kommuner: tuple[str, ...]


def forbund() -> tuple[Forbund, ...]:
    """Some 40: one or two in each län, with all of its kommuner shared between them."""
    made = []
    for code, name in lan().items():
        codes = [one for one in kommuner() if one.startswith(code)]
        half = (len(codes) + 1) // 2 if len(codes) > 5 else len(codes)
        place = name.removesuffix(" län").removesuffix("s")
        for number, part in enumerate((codes[:half], codes[half:])):
            if part:
                side = ("Norra", "Södra")[number]
                made.append(
                    Forbund(
                        f"exempel-{code}-{number}",
                        f"{side} {place}bygdens samordningsförbund",
                        code,
                        tuple(part),
                    )
                )
    return tuple(made)


def _terms(one: Forbund, number: int) -> dict[str, object]:
    terms: dict[str, object] = {
        "id": f"{one.id}-2024",
        "förbund": one.id,
        "namn": f"{one.name}, ansökan 2024",
        "källa": {
            "rubrik": "Ansökan, avsnittet Publicering",
            "citat": "Om stöd beviljas kan insatsen publiceras.",
        },
        "beslut_per": "insats",
    }
    if number % 3 == 0:
        terms["erkännande"] = f"Insatsen är en samverkansinsats med finansiering av {one.name}."
    if number % 4 == 0:
        terms["personuppgifter"] = [
            {
                "roller": ["insatsledare", "kontaktperson"],
                "fält": ["namn", "e-post", "telefon"],
                "kanaler": ["portal", "förbundswebb"],
                "grund": "Blankettens villkor om publicering.",
            }
        ]
    return terms


def _words(name: str) -> list[str]:
    written = yaml.safe_load((ROOT / "site_config/begrepp" / f"{name}.yml").read_text("utf-8"))
    return [word["id"] for word in written["ord"]]


def _text(chance: random.Random, name: str, who: str) -> str:
    parts = []
    for _ in range(2):
        sentences = [f"{name} är till för {who}.", *chance.sample(_HOW, 2), *chance.sample(_WHY, 2)]
        chance.shuffle(sentences)
        parts.append(" ".join(sentences))
    return "\n\n".join(parts) + "\n"


def _time(chance: random.Random) -> tuple[date, date, date | None]:
    start = date(chance.randint(2019, 2027), chance.randint(1, 12), 1)
    end = date(start.year + chance.randint(1, 3), chance.randint(1, 12), 28)
    last = end - timedelta(days=chance.randint(60, 400)) if chance.random() < 0.7 else None
    return start, end, last if last is not None and last > start else None


def _record(number: int, one: Forbund, vocabularies: dict[str, list[str]]) -> tuple[str, dict[str, object]]:
    chance = random.Random(number)  # noqa: S311 - no secret
    name = f"{chance.choice(_BEGINNINGS)} {chance.choice(_ENDINGS)}"
    who, slug = chance.choice(_WHO), f"insats-{number}"
    start, end, last = _time(chance)
    decided = min(start, DAY) - timedelta(days=90)
    years = range(start.year, end.year + 1)
    split = {year: chance.randint(2, 30) * 50_000 for year in years}
    amount = sum(split.values())
    places = chance.sample(one.kommuner, min(len(one.kommuner), chance.randint(1, 3)))
    low = chance.choice((16, 18, 19, 20, 25, 30))
    period: dict[str, object] = {"start": start.isoformat(), "slut": end.isoformat()}
    if last is not None:
        period["sista_intag"] = last.isoformat()
    methods = chance.sample(vocabularies["metoder"], chance.randint(1, 5))
    record: dict[str, object] = {
        "id": f"{one.id}-{slug}",
        "namn": f"{name} {number}",
        "förbund": one.id,
        "villkor": f"{one.id}-2024",
        "inriktning": chance.choices(("individinriktad", "strukturövergripande", "förstudie"), (8, 2, 1))[0],
        "diarienummer": f"{decided.year}/{number}",
        "beslut": [
            {
                "utfall": chance.choices(("beviljad", "delvis beviljad", "avslag"), (16, 2, 2))[0],
                "datum": decided.isoformat(),
                "instans": "styrelsen",
                "paragraf": f"§ {chance.randint(1, 90)}",
                "belopp": amount,
                "avser": {"start": start.isoformat(), "slut": end.isoformat()},
            }
        ],
        "publicering": {"läge": "publicera", "från": decided.isoformat()},
        "period": period,
        "insatsägare": {"organisation": f"{kommuner()[places[0]]} kommun", "enhet": "Arbetsmarknadsenheten"},
        "samverkansparter": [
            {"organisation": part, "roll": "Deltar i teamet en dag i veckan."}
            for part in chance.sample(_PARTS, 3)
        ],
        "kommuner": places,
        "målgrupper": chance.sample(vocabularies["malgrupper"], chance.randint(1, 4)),
        "ålder": {"från": low, "till": chance.choice((30, 45, 64, 65))},
        "deltagare": [
            {"antal": chance.randint(8, 120), "avser": chance.choice(("totalt", "samtidigt", "per år"))}
        ],
        "metoder": methods,
        "uppföljningssystem": ["sus"],
        "sammanfattning": f"{name} är till för {who}. {chance.choice(_HOW)} Insatsen drivs i "
        f"{kommuner()[places[0]]} tillsammans med vården och myndigheterna.",
        "beskrivning": {section: _text(chance, name, who) for section in _SECTIONS},
        "mål": [
            {
                "typ": "resultatmål",
                "text": "Deltagarna har gjort en stegförflyttning.",
                "måltal": f"{chance.randint(4, 9)}0 %",
                "utfall": chance.choice(("ej redovisat", "62 %", "71 %")),
            },
            {"typ": "effektmål", "text": "Parterna har en gemensam väg in.", "utfall": "ej redovisat"},
        ],
        "hänvisning": {
            "vem": "Handläggare hos parterna.",
            "krav": "Deltagaren vill själv.",
            "kontakt": f"insats{number}@exempelbygden.example",
        },
        "budget": {"sökt": amount, "egenfinansiering": 0, "per_år": split},
        "personer": [_person(chance, number)],
        "källa": {"dokument": "Ansökan om samverkansmedel"},
    }
    if number % 10 == 0:
        record["exempel"] = True
    return slug, record


def _person(chance: random.Random, number: int) -> dict[str, object]:
    first, last = chance.choice(_FIRST), chance.choice(_LAST)
    person: dict[str, object] = {
        "namn": f"{first} {last}",
        "roll": chance.choice(("insatsledare", "kontaktperson", "styrgrupp")),
        "organisation": "Exempelbygdens kommun",
        "e-post": f"{first}.{last}{number}@exempelbygden.example".lower().replace("ö", "o").replace("ä", "a"),
        "telefon": "031-390 06 15",
    }
    if chance.random() < 0.4:
        person["samtycke"] = [
            {"gäller": ["namn", "e-post"], "kanaler": ["portal"], "från": "2019-01-01", "källa": "mejl"}
        ]
    return person


def records(count: int) -> Iterator[tuple[Forbund, str, dict[str, object]]]:
    """(förbund, slug, record as an editor writes it). The first ones stay when more are asked for."""
    vocabularies = {name: _words(name) for name in ("metoder", "malgrupper")}
    members = forbund()
    earlier: dict[str, str] = {}
    for number in range(count):
        one = members[number % len(members)]
        slug, record = _record(number, one, vocabularies)
        if number % 7 == 0 and one.id in earlier:
            record["relationer"] = [{"typ": "förlänger", "insats": earlier[one.id]}]
        earlier[one.id] = str(record["id"])
        yield one, slug, record


def lay_out(folder: Path, count: int) -> None:
    """`content/` with `count` records and a `site_config/` with our vocabularies and the invented förbund."""
    shutil.copytree(ROOT / "site_config", folder / "site_config")
    shutil.copytree(ROOT / "content" / "sidor", folder / "content" / "sidor")
    shutil.rmtree(folder / "site_config" / "formular")  # of the real förbund's terms
    for name in ("forbund", "villkor"):
        shutil.rmtree(folder / "site_config" / name)
        (folder / "site_config" / name).mkdir()
    for number, one in enumerate(forbund()):
        written = {
            "id": one.id,
            "namn": one.name,
            "län": [one.lan],
            "kommuner": list(one.kommuner),
            "kontakt": {"e-post": f"info@{one.id}.example"},
        }
        _write(folder / "site_config/forbund" / f"{one.id}.yml", written)
        _write(folder / "site_config/villkor" / f"{one.id}-2024.yml", _terms(one, number))
        (folder / "content/insatser" / one.id).mkdir(parents=True)
    for one, slug, record in records(count):
        _write(folder / "content/insatser" / one.id / f"{slug}.yml", record)


def _write(path: Path, value: object) -> None:
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    path.write_text(yaml.dump(value, Dumper=dumper, allow_unicode=True, sort_keys=False, width=100), "utf-8")
