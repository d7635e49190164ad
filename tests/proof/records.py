"""Generated registers: records as YAML gives them, over every dimension that the gate's rules name.

The same seed gives the same register. Every text is a canary of its own, so that a byte of output can be
traced to a record and a field.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.proof import made_decisions as decided
from tests.proof.chance import Chance
from tests.proof.made_persons import PHONES, persons
from tests.proof.oracle_secrecy import DESCRIPTION
from tests.proof.versions import DATA, FORBUND, WORDS, Values, configuration, terms_of

KOMMUNER = ("2184", "0305", "0980", "0319", "1292")
LINKS = ("förlänger", "ersätter", "bygger på", "leder till")


@dataclass(frozen=True)
class Register:
    """Records with their slugs, the förbund's terms, the configuration, and where each canary stands."""

    records: tuple[Values, ...]
    slugs: tuple[str, ...]
    terms: dict[str, Values]
    config: Values
    canaries: tuple[dict[str, str], ...] = field(repr=False)  # of each record: value → its path


def register(seed: int, count: int, *, sound: bool = False) -> Register:
    """`count` records. With an odd seed only e-mail and phone end by themselves; with `sound` nothing stands
    in a record that the checks would refuse.
    """
    chances = [Chance(seed, number, sound=sound) for number in range(count)]
    slugs = tuple(chance.canary("slug").lower() for chance in chances)
    homes = [FORBUND[number % len(FORBUND)] for number in range(count)]
    ids = [f"{forbund}-2025-{slug}" for forbund, slug in zip(homes, slugs, strict=True)]
    phones = [*PHONES]
    records = tuple(
        _record(chance, forbund, ids[number], ids, phones)
        for number, (chance, forbund) in enumerate(zip(chances, homes, strict=True))
    )
    terms = {name: version for forbund in FORBUND for name, version in terms_of(forbund).items()}
    config = configuration(("e-post", "telefon") if seed % 2 else DATA)
    return Register(records, slugs, terms, config, tuple(chance.canaries for chance in chances))


def _record(chance: Chance, forbund: str, own: str, ids: Sequence[str], phones: list[str]) -> Values:
    version = chance.one([*terms_of(forbund)])
    decisions = decided.decisions(chance, yearly=version.endswith("-arsvis"))
    if not chance.sound and chance.often(0.8):
        version = chance.one(("okand-2024", *(f"{other}-alla" for other in FORBUND if other != forbund)))
    record: Values = {
        "id": own,
        "namn": chance.canary("namn"),
        "förbund": forbund,
        "villkor": version,
        "inriktning": chance.one(WORDS["inriktningar"]),
        "beslut": decisions,
        "sekretess": decided.secrecy(chance),
        "personer": persons(chance, phones),
        "relationer": _relations(chance, [one for one in ids if one != own]),
    }
    if not chance.often(0.3):
        record["publicering"] = decided.publication(chance)
    if chance.often(8):
        record["period"] = chance.span() | (
            {"sista_intag": chance.date(2025, 2027)} if chance.often(6) else {}
        )
    if chance.often(7):
        record["budget"] = decided.budget(chance, decisions)
    return record | _words(chance) | _texts(chance) | _lists(chance) | _addresses(chance)


def _relations(chance: Chance, others: list[str]) -> list[Values]:
    found = [{"typ": chance.one(LINKS), "insats": other} for other in chance.some(others, 0, 2)]
    if not chance.sound and chance.often(0.5):
        found.append({"typ": "förlänger", "insats": "finns-inte-2020"})
    return found


def _words(chance: Chance) -> Values:
    found: Values = {"kommuner": chance.some(KOMMUNER)}
    for key in ("målgrupper", "metoder", "uppföljningssystem"):
        found[key] = chance.some(WORDS[key])
        if chance.often(0.5) and (key != "målgrupper" or not chance.sound):
            found[key] = [*found[key], chance.canary(f"{key}.okänt").lower()]
    for key in ("andra_namn", "sökord"):
        found[key] = [chance.canary(f"{key}[{index}]") for index in range(chance.count(1, 1, 1))]
    if chance.often(6):
        found["ålder"] = {"från": chance.one(("16", "18")), "till": chance.one(("29", "64"))}
    if chance.often(3):
        found["exempel"] = "true"
    return found


def _texts(chance: Chance) -> Values:
    found: Values = {
        "beskrivning": {key: _prose(chance, key) for key in DESCRIPTION.split() if chance.often(4)},
        "hänvisning": {
            key: chance.canary(f"hänvisning.{key}") for key in chance.some(("vem", "krav", "hur", "kontakt"))
        },
        "källa": {
            "dokument": chance.canary("källa.dokument"),
            "anmärkningar": [chance.canary("källa.anmärkningar")],
            "tveksamt": [chance.canary("källa.tveksamt")],
            "bilagor": [chance.canary("källa.bilagor")],
            "oplacerat": chance.canary("källa.oplacerat"),
        },
    }
    if chance.often(7):
        found["diarienummer"] = chance.canary("diarienummer")
    if chance.often(8):
        found["sammanfattning"] = f"Om {chance.canary('sammanfattning')}."
    if chance.often(8):
        found["insatsägare"] = _party(chance, "insatsägare")
    return found


def _prose(chance: Chance, key: str) -> str:
    path = f"beskrivning.{key}"
    return f"Här står {chance.canary(path)}.\n\n- en **{chance.canary(f'{path}.punkt')}**"


def _party(chance: Chance, path: str) -> Values:
    own = chance.canary(f"{path}.organisation")
    party: Values = {"organisation": "Arbetsförmedlingen" if chance.often(2) else own}
    if chance.often(4):
        party["part"] = chance.one((*WORDS["parter"], chance.canary(f"{path}.part").lower()))
    if chance.often(5):
        party["enhet"] = chance.canary(f"{path}.enhet")
    return party


def _lists(chance: Chance) -> Values:
    parties = []
    for index in range(chance.count(1, 1, 1, 1)):
        path = f"samverkansparter[{index}]"
        role = {"roll": chance.canary(f"{path}.roll")} if chance.often(6) else {}
        parties.append(_party(chance, path) | role)
    return {
        "samverkansparter": parties,
        "deltagare": [_participants(chance, f"deltagare[{n}]") for n in range(chance.count(1, 1, 1))],
        "mål": [_goal(chance, f"mål[{n}]") for n in range(chance.count(1, 1, 1))],
        "handlingar": [_document(chance, f"handlingar[{n}]") for n in range(chance.count(1, 1))],
    }


def _addresses(chance: Chance) -> Values:
    """Where the page was, in this förbund or another."""
    places = (f"tidigare_adresser[{index}]" for index in range(chance.count(2, 2, 1)))
    return {"tidigare_adresser": [f"{chance.one(FORBUND)}/{chance.canary(path).lower()}" for path in places]}


def _participants(chance: Chance, path: str) -> Values:
    basis = chance.one(("totalt", "samtidigt", "per år"))
    return {
        "antal": chance.one(("8", "40", "90")),
        "avser": basis,
        "kommentar": chance.canary(f"{path}.kommentar"),
    }


def _goal(chance: Chance, path: str) -> Values:
    return {
        "typ": chance.one(("mål", "resultatmål", "effektmål")),
        "text": chance.canary(f"{path}.text"),
        "måltal": f"90 % {chance.canary(f'{path}.måltal')}",
        "utfall": "ej redovisat" if chance.often(5) else chance.canary(f"{path}.utfall"),
    }


def _document(chance: Chance, path: str) -> Values:
    return {
        "titel": chance.canary(f"{path}.titel"),
        "typ": "slutrapport",
        "länk": f"https://kanarie.example/{chance.canary(f'{path}.länk').lower()}.pdf",
        "datum": chance.date(),
    }
