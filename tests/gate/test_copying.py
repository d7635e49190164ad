"""Copying: what a record holds, what of it is ever shown, and that secrecy takes away each part."""

from typing import Any

import pytest

from generator.gate.door import open_door
from generator.gate.interface import Case
from generator.gate.outcome import Opened
from generator.gate.rulebook import Rulebook
from generator.public.insats import (
    PublicBudget,
    PublicCost,
    PublicDecision,
    PublicDocument,
    PublicGoal,
    PublicParticipants,
    PublicParty,
    PublicPeriod,
    PublicReferral,
    PublicRelation,
)
from generator.records.paths import covers, known_paths
from generator.words.dates import parse_partial_date
from tests import private_values as v

SETTINGS = v.settings(
    follow_up_systems=v.vocabulary("system", "kanariesystem"),
    roles=v.vocabulary("roller", "kanarieroll"),
    parties=v.vocabulary("parter", "kanarieägarpart", "kanariesampart"),
)
SECTIONS = sorted(p.removeprefix("beskrivning.") for p in known_paths() if p.startswith("beskrivning."))

FULL: dict[str, Any] = {
    "id": "kanarie-id",
    "namn": "Kanarienamn",
    "andra_namn": ["Kanarieannatnamn"],
    "tidigare_adresser": ["kanarieforbund/kanarietidigare"],
    "inriktning": "förstudie",
    "diarienummer": "KANARIE 2025/17",
    "beslut": [
        {
            "utfall": "beviljad",
            "datum": "2025-06-12",
            "instans": "styrelsen",
            "paragraf": "§ 34711",
            "belopp": "7654321",
            "avser": {"start": "2025-09-03", "slut": "2033-11-07"},
        }
    ],
    "publicering": {"läge": "publicera", "från": "2025-06-21", "till": "2029-02-03"},
    "period": {"start": "2025-09-03", "slut": "2033-11-07", "sista_intag": "2027-10-05"},
    "insatsägare": {
        "organisation": "Kanarieägaren",
        "part": "kanarieägarpart",
        "enhet": "Kanarieägarenhet",
    },
    "samverkansparter": [
        {
            "organisation": "Kanarieparten",
            "part": "kanariesampart",
            "enhet": "Kanariepartenhet",
            "roll": "Kanariepartroll",
        }
    ],
    "kommuner": ["2184"],
    "målgrupper": ["unga-vuxna"],
    "ålder": {"från": "8101", "till": "8102"},
    "deltagare": [{"antal": "8103", "avser": "samtidigt", "kommentar": "Kanariedeltagarkommentar"}],
    "metoder": ["tjänstedesign"],
    "uppföljningssystem": ["kanariesystem"],
    "sammanfattning": "Kanariesammanfattning",
    "beskrivning": {key: f"Kanarie§{key}§" for key in SECTIONS},
    "mål": [{"typ": "effektmål", "text": "Kanariemål", "måltal": "81,04 %", "utfall": "Kanarieutfall"}],
    "hänvisning": {
        "vem": "Kanarievem",
        "krav": "Kanariekrav",
        "hur": "Kanariehur",
        "kontakt": "kanarie@kontakt.example",
    },
    "budget": {
        "sökt": "7654321",
        "egenfinansiering": "8105",
        "per_år": {"2025": "7000001", "2026": "654320"},
        "kostnader": [{"post": "Kanariepost", "belopp": "7600003", "år": "2031"}],
        "kommentar": "Kanariebudgetkommentar",
    },
    "personer": [
        {
            "namn": "Kanarie Personsson",
            "roll": "kanarieroll",
            "titel": "Kanarietitel",
            "organisation": "Kanarieorganisation",
            "e-post": "person@kanarie.example",
            "telefon": "031-390 06 15",
            "samtycke": [
                {
                    "gäller": list(v.FIELDS),
                    "kanaler": ["portal"],
                    "från": "2025-06-22",
                    "till": "2028-03-04",
                    "källa": "Kanariemejl",
                }
            ],
            "återkallat": "2033-01-01",
            "invändning": "2033-01-02",
        }
    ],
    "handlingar": [
        {
            "titel": "Kanariehandling",
            "typ": "Kanarieslutrapport",
            "länk": "https://kanarie.example/rapport.pdf",
            "datum": "2026-05-06",
        }
    ],
    "relationer": [{"typ": "bygger på", "insats": "kanarie-relation"}],
    "sökord": ["Kanariesökord"],
    "exempel": "true",
    "granskade_rader": [
        {"fält": "beskrivning.kanarie", "börjar": "Kanarierad", "skäl": "Kanarieskäl"},
    ],
    "källa": {
        "dokument": "Kanariedokument",
        "datum": "2024-01-09",
        "anmärkningar": ["Kanarieanmärkning"],
        "tveksamt": ["Kanariefråga"],
        "bilagor": ["Kanariebilaga"],
        "oplacerat": "Kanarieoplacerat",
    },
}

# On every page, or told by there being a page: secrecy over them covers the whole record.
SPINE = {"id", "namn", "förbund", "villkor", "exempel", "beslut.utfall", "beslut.instans"}
# Never public: for editors, or about how publication is ruled.
NEVER = {
    "källa.datum", "källa.anmärkningar", "källa.tveksamt", "källa.bilagor", "källa.oplacerat",
    "publicering.läge", "publicering.från", "publicering.till",
    "sekretess.omfattar", "sekretess.grund",
    "personer.samtycke.gäller", "personer.samtycke.kanaler", "personer.samtycke.från",
    "personer.samtycke.till", "personer.samtycke.källa", "personer.återkallat", "personer.invändning",
    "personer.sekretess", "granskade_rader.fält", "granskade_rader.börjar", "granskade_rader.skäl",
}  # fmt: skip
# Public as the styrelse decided, not as applied for.
AS_DECIDED = {"period.start", "period.slut"}
LEAVES = frozenset(
    path for path in known_paths() if not any(other.startswith(f"{path}.") for other in known_paths())
)


def leaf_values(value: object, path: str = "") -> list[tuple[str, str]]:
    """Each leaf path of the record and the text under it."""
    if isinstance(value, dict) and path != "budget.per_år":
        inner = [leaf_values(item, f"{path}.{key}" if path else str(key)) for key, item in value.items()]
        return [pair for pairs in inner for pair in pairs]
    if isinstance(value, list):
        return [pair for item in value for pair in leaf_values(item, path)]
    if isinstance(value, dict):
        return [(path, str(amount)) for amount in value.values()]
    return [(path, str(value))]


def as_shown(path: str, text: str) -> str:
    """The canary as it would stand in the public form's repr."""
    if path.split(".")[-1] in ("datum", "start", "slut", "sista_intag", "från", "till") and "-" in text:
        return repr(parse_partial_date(text))
    labels = {"kanarieroll": "Kanarieroll"}
    return labels.get(text, text)


# Words that every record uses tell nothing: they are no canaries.
COMMON = {"personer.samtycke.gäller", "personer.samtycke.kanaler"}
CANARIES = [(path, as_shown(path, text)) for path, text in leaf_values(FULL) if path not in COMMON]


def full(*secret: str) -> Case:
    secrecy = [{"omfattar": list(secret), "grund": "Kanariegrund"}] if secret else []
    return v.case(**FULL, sekretess=secrecy, settings=SETTINGS)


def test_the_record_fills_every_field() -> None:
    elsewhere = {"sekretess.omfattar", "sekretess.grund", "personer.sekretess", "förbund", "villkor"}
    assert {path for path, _ in leaf_values(FULL)} == LEAVES - elsewhere


@pytest.mark.parametrize("path", sorted(LEAVES))
def test_every_field_is_shown_or_known_never_to_be(path: str) -> None:
    """A field that joins the record is private until somebody adds it to the copying, and here."""
    insats = repr(v.opened(full()))
    for canary in {text for leaf, text in CANARIES if leaf == path} - {"true"}:
        assert (canary in insats) is (path not in NEVER), canary
    assert "Kanariegrund" not in repr(v.opened(full("sammanfattning")))


@pytest.mark.parametrize("path", sorted(known_paths()))
def test_secrecy_takes_away_what_it_covers(path: str) -> None:
    case = full(path)
    if not v.is_public(case):
        assert path in SPINE | {"beslut", "publicering"}
        return
    insats = repr(v.opened(case))
    for leaf, canary in CANARIES:
        if covers(path, leaf):
            assert canary not in insats, (leaf, canary)


@pytest.mark.parametrize("path", sorted(known_paths() - SPINE - {"beslut", "publicering"}))
def test_secrecy_over_one_part_leaves_the_others(path: str) -> None:
    """Nothing that stands in another section disappears, but for what would tell the secret."""
    insats = repr(v.opened(full(path)))
    section = path.split(".")[0]
    together = {"period", "beslut", "budget"}
    kept = [
        (leaf, text)
        for leaf, text in CANARIES
        if leaf not in NEVER
        and leaf.split(".")[0] != section
        and not {leaf.split(".")[0], section} <= together
    ]
    assert len(kept) > 30
    for leaf, canary in kept:
        assert canary in insats or canary == "true", leaf


def test_every_copied_field_has_a_verdict() -> None:
    verdicts = v.verdicts(full())
    asked = {path for path in verdicts if not path.startswith("personer[")}
    copied = {leaf for leaf in LEAVES if not leaf.startswith("personer.")} - NEVER - SPINE - AS_DECIDED
    assert asked == copied
    assert all(verdict.public for verdict in verdicts.values())
    assert {path for path in verdicts if path.startswith("personer[")} == {
        f"personer[0].{field}" for field in v.FIELDS
    }


def test_unknown_words_publish_nothing() -> None:
    changes: dict[str, Any] = {
        "målgrupper": ["okänd-grupp", "unga-vuxna", "unga-vuxna"],
        "metoder": ["okänd-metod"],
        "uppföljningssystem": ["okänt-system"],
    }
    insats = v.opened(v.case(**changes))
    assert [term.id for term in insats.target_groups] == ["unga-vuxna"]
    assert (insats.methods, insats.follow_up_systems) == ((), ())
    assert "okän" not in repr(insats)


def test_the_attribution_is_the_terms_own() -> None:
    sentence = "Insatsen är en samverkansinsats."
    assert v.opened(v.case(terms=v.terms(erkännande=sentence))).attribution == sentence
    assert v.opened(v.case()).attribution is None


def test_a_person_of_whom_nothing_is_open_is_nobody() -> None:
    assert v.opened(v.case(personer=[v.person(), v.person(roll="styrgrupp")])).persons == ()


def test_an_empty_record_is_public_too() -> None:
    insats = v.opened(v.case(period=None, beslut=[v.grant(avser=None, belopp=None, paragraf=None)]))
    assert (insats.owner, insats.referral, insats.budget, insats.period) == (None, None, None, None)
    assert insats.address == "insatser/exempelbygden/vagen-vidare/"


def test_what_every_page_says_of_the_record() -> None:
    insats = v.opened(full())
    assert (insats.id, insats.slug, insats.name) == ("kanarie-id", "vagen-vidare", "Kanarienamn")
    assert (insats.forbund, insats.terms, insats.example) == ("exempelbygden", "exempelbygden-2024", True)
    assert v.opened(v.case()).example is False


def test_each_value_stands_in_its_own_place() -> None:
    """That it is shown is not enough: a target must not be read as an outcome."""
    insats = v.opened(full())
    kinds = {term.id: term for term in SETTINGS.parties}
    owner = PublicParty("Kanarieägaren", "Kanarieägarenhet", None, kinds["kanarieägarpart"])
    party = PublicParty("Kanarieparten", "Kanariepartenhet", "Kanariepartroll", kinds["kanariesampart"])
    assert (insats.owner, insats.parties) == (owner, (party,))
    assert insats.participants == (PublicParticipants(8103, "samtidigt", "Kanariedeltagarkommentar"),)
    assert insats.goals == (PublicGoal("effektmål", "Kanariemål", "81,04 %", "Kanarieutfall"),)
    contact = "kanarie@kontakt.example"
    assert insats.referral == PublicReferral("Kanarievem", "Kanariekrav", "Kanariehur", contact)
    link, day = "https://kanarie.example/rapport.pdf", parse_partial_date("2026-05-06")
    assert insats.documents == (PublicDocument("Kanariehandling", "Kanarieslutrapport", link, day),)
    assert insats.relations == (PublicRelation("bygger på", "kanarie-relation"),)
    years, costs = ((2025, 7000001), (2026, 654320)), (PublicCost("Kanariepost", 7600003, 2031),)
    assert insats.budget == PublicBudget(7654321, 8105, years, costs, "Kanariebudgetkommentar")
    (person,) = insats.persons
    assert vars(person) == {
        "role": "Kanarieroll",
        "name": "Kanarie Personsson",
        "title": "Kanarietitel",
        "organisation": "Kanarieorganisation",
        "email": "person@kanarie.example",
        "phone": "031-390 06 15",
        "grounds": tuple((field, "samtycke") for field in v.FIELDS),
    }


def test_a_referral_of_which_nothing_is_open_is_none() -> None:
    assert v.opened(full("hänvisning")).referral is None


START, END = parse_partial_date("2025-09-03"), parse_partial_date("2033-11-07")
DECIDED = parse_partial_date("2025-06-12")


@pytest.mark.parametrize(
    ("secret", "expected"),
    [
        ("sökord", (DECIDED, "§ 34711", 7654321, PublicPeriod(START, END))),
        ("beslut.avser.start", (DECIDED, "§ 34711", 7654321, PublicPeriod(None, END))),
        ("beslut.avser.slut", (DECIDED, "§ 34711", 7654321, PublicPeriod(START, None))),
        ("beslut.avser", (DECIDED, "§ 34711", 7654321, None)),
        ("beslut.datum", (None, "§ 34711", 7654321, PublicPeriod(START, END))),
        ("beslut.paragraf", (DECIDED, None, 7654321, PublicPeriod(START, END))),
        ("beslut.belopp", (DECIDED, "§ 34711", None, PublicPeriod(START, END))),
    ],
)
def test_a_decision_part_by_part(secret: str, expected: tuple[Any, ...]) -> None:
    date, paragraph, amount, period = expected
    public = PublicDecision(
        outcome="beviljad", date=date, body="styrelsen", paragraph=paragraph, amount=amount, period=period
    )
    assert v.opened(full(secret)).decisions == (public,)


@pytest.mark.parametrize(
    ("span", "period"),
    [
        ({"start": "2025-09-03"}, PublicPeriod(START, None)),
        ({"slut": "2033-11-07"}, PublicPeriod(None, END)),
        ({}, None),
        (None, None),
    ],
)
def test_a_decided_time_with_an_open_side(span: dict[str, str] | None, period: PublicPeriod | None) -> None:
    insats = v.opened(v.case(beslut=[v.grant(avser=span)]))
    assert ([decision.period for decision in insats.decisions], insats.period) == ([period], period)


@pytest.mark.parametrize("secret", ["beslut.avser.start", "beslut.avser.slut"])
@pytest.mark.parametrize(("day", "status"), [("2025-08-31", "kommande"), ("2028-01-01", "avslutad")])
def test_no_status_while_one_side_is_secret(secret: str, day: str, status: str) -> None:
    assert v.opened(v.case(day=day)).status == status
    case = v.case(day=day, sekretess=[{"omfattar": [secret], "grund": "OSL"}])
    assert v.opened(case).status is None


def test_without_any_rule_the_gate_is_total_too() -> None:
    outcome = open_door(v.case(terms=None), Rulebook((), (), (), ()))
    assert isinstance(outcome, Opened)
    assert outcome.insats.attribution is None
