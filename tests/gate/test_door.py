"""The door: opened, withheld for every reason at once, or a nameless grave."""

from dataclasses import asdict
from typing import Any

import pytest

from generator.gate.door import open_door, open_doors
from generator.gate.outcome import Opened, Withheld
from generator.public.insats import Tombstone
from tests import private_values as v

GONE = {"läge": "återkallad", "från": "2025-06-20"}


def test_every_reason_is_told_at_once() -> None:
    case = v.case(
        beslut=[],
        publicering=None,
        sekretess=[{"omfattar": "allt", "grund": "OSL"}],
        channel=v.OTHER_WEB,
        terms=None,
    )
    reasons = v.withheld(case).reasons
    assert {reason.rule for reason in reasons} == {
        "beslut", "publicering", "sekretess-allt", "egen-webb", "villkor-kanda",
    }  # fmt: skip
    assert all(reason.text.endswith(".") for reason in reasons)


def test_a_withheld_record_says_why_of_every_datum() -> None:
    case = v.case(publicering=None, personer=[v.person(titel=None), v.person(roll="styrgrupp")])
    found = v.withheld(case)
    assert {verdict.path for verdict in found.verdicts} == {
        *(f"personer[0].{field}" for field in v.FIELDS if field != "titel"),
        *(f"personer[1].{field}" for field in v.FIELDS),
    }
    assert {(verdict.public, verdict.reason) for verdict in found.verdicts} == {(False, found.reasons[0])}


def test_every_datum_has_a_verdict() -> None:
    persons = [v.person(samtycke=[v.consent()]), v.person(namn=None, telefon=None, roll="okänd")]
    verdicts = v.verdicts(v.case(personer=persons))
    told = {path: verdict.public for path, verdict in verdicts.items() if path.startswith("personer[")}
    assert told == {
        "personer[0].namn": True,
        "personer[0].titel": False,
        "personer[0].organisation": False,
        "personer[0].e-post": True,
        "personer[0].telefon": False,
        "personer[1].titel": False,
        "personer[1].organisation": False,
        "personer[1].e-post": False,
    }
    assert all(verdict.reason.rule and verdict.reason.text for verdict in verdicts.values())


@pytest.mark.parametrize(
    ("changes", "grave"),
    [
        ({"publicering": GONE}, True),
        ({"publicering": {**GONE, "till": "2026-01-01"}}, True),
        ({"publicering": {**GONE, "från": "2026-06-14"}}, True),
        ({"publicering": {**GONE, "från": "2026-06-15"}}, True),
        ({"publicering": {**GONE, "från": "2026-06-16"}}, False),
        ({"publicering": {"läge": "återkallad"}}, False),
        ({"publicering": {"läge": "pausad", "från": "2025-06-20"}}, False),
        ({"publicering": {"läge": "publicera", "från": "2025-06-20", "till": "2026-01-01"}}, False),
        ({"publicering": None}, False),
        ({"publicering": GONE, "sekretess": [{"omfattar": "allt", "grund": "OSL"}]}, False),
        ({"publicering": GONE, "sekretess": [{"omfattar": ["namn"], "grund": "OSL"}]}, False),
        ({"publicering": GONE, "sekretess": [{"omfattar": ["personer"], "grund": "OSL"}]}, True),
        ({"publicering": GONE, "beslut": []}, False),
        ({"publicering": GONE, "beslut": [v.grant(utfall="avslag")]}, False),
        ({"publicering": GONE, "beslut": [v.grant(), v.grant(datum="2026-01-01", utfall="bordlagd")]}, False),
        ({"publicering": GONE, "channel": v.OTHER_WEB}, False),
        ({"publicering": GONE, "channel": v.OWN_WEB}, True),
        ({"publicering": GONE, "terms": None}, False),
    ],
)
def test_a_grave_only_where_a_page_stood(changes: dict[str, Any], grave: bool) -> None:
    found = v.withheld(v.case(**changes))
    assert len(found.tombstones) == grave
    for tombstone in found.tombstones:
        assert tombstone.address == "insatser/exempelbygden/vagen-vidare/"
        assert repr(tombstone) == "Tombstone(address='insatser/exempelbygden/vagen-vidare/')"
        assert isinstance(tombstone, Tombstone)


FORMER: dict[str, Any] = {"tidigare_adresser": ["exempelbygden/vagen", "grannbygden/vagen"]}


@pytest.mark.parametrize(
    ("changes", "graves"),
    [
        ({"publicering": GONE}, ["exempelbygden/vagen-vidare", "exempelbygden/vagen", "grannbygden/vagen"]),
        (
            {
                "publicering": GONE,
                "sekretess": [{"omfattar": ["tidigare_adresser"], "grund": "OSL 26 kap. 1 §"}],
            },
            ["exempelbygden/vagen-vidare"],
        ),
        ({"publicering": {**GONE, "från": "2026-06-16"}}, []),
        ({"publicering": {"läge": "pausad", "från": "2025-06-20"}}, []),
        ({"publicering": GONE, "beslut": []}, []),
    ],
)
def test_former_addresses_are_graves_where_the_page_is_one(
    changes: dict[str, Any], graves: list[str]
) -> None:
    found = v.withheld(v.case(**FORMER, **changes))
    assert [one.address for one in found.tombstones] == [f"insatser/{name}/" for name in graves]


def test_former_addresses_of_a_public_insats_are_told_once_and_unless_secret() -> None:
    twice = ["exempelbygden/vagen", "exempelbygden/vagen"]
    assert v.opened(v.case(tidigare_adresser=twice)).former_addresses == ("insatser/exempelbygden/vagen/",)
    secret = [{"omfattar": ["tidigare_adresser"], "grund": "OSL 26 kap. 1 §"}]
    assert v.opened(v.case(**FORMER, sekretess=secret)).former_addresses == ()


def test_nothing_stands_where_nobody_says_so() -> None:
    assert Withheld((), ()).tombstones == ()


def test_no_reason_quotes_a_datum() -> None:
    persons = [
        v.person(samtycke=[v.consent(till="2025-07-01")], återkallat="2026-01-01"),
        v.person(roll="undertecknare", namn="Ylva Ekdunge"),
        v.person(roll="okänd", namn="Sixten Alvastrand 850101-1234"),
    ]
    for changes in ({}, {"publicering": None}, {"sekretess": [{"omfattar": ["personer"], "grund": "OSL"}]}):
        for verdict in v.outcome(v.case(personer=persons, **changes)).verdicts:
            told = repr(verdict.reason)
            assert not any(word in told for word in ("Tova", "Lindeby", "Ylva", "Sixten", "8501", "390"))


def test_the_same_case_gives_the_same_outcome() -> None:
    case = v.case(personer=[v.person(samtycke=[v.consent()])])
    assert v.outcome(case) == v.outcome(case)
    assert isinstance(v.outcome(case), Opened)
    assert isinstance(v.outcome(v.case(beslut=[])), Withheld)


def test_a_relation_to_a_record_that_keeps_its_own_relations_secret_is_dropped() -> None:
    link = [{"typ": "förlänger", "insats": "a-2"}]
    back = [{"typ": "leder till", "insats": "a-1"}]
    secret = [{"omfattar": ["relationer"], "grund": "OSL"}]
    one, other = open_doors(
        [v.case(id="a-1", relationer=link), v.case(id="a-2", relationer=back, sekretess=secret)], v.rulebook()
    )
    assert isinstance(one, Opened)
    assert isinstance(other, Opened)
    assert (one.insats.relations, other.insats.relations) == ((), ())


def test_a_relation_to_what_is_not_public_is_dropped() -> None:
    links = [{"typ": "förlänger", "insats": "a-2"}, {"typ": "leder till", "insats": "a-3"}]
    public = v.case(id="a-1", relationer=links)
    cases = [public, v.case(id="a-2"), v.case(id="a-3", publicering={"läge": "pausad"})]
    outcomes = open_doors(cases, v.rulebook())
    first = outcomes[0]
    assert isinstance(first, Opened)
    assert [link.target for link in first.insats.relations] == ["a-2"]
    assert [isinstance(outcome, Opened) for outcome in outcomes] == [True, True, False]
    # Nothing else about it changes.
    alone = open_door(public, v.rulebook())
    assert isinstance(alone, Opened)
    assert {**asdict(alone.insats), "relations": ()} == {**asdict(first.insats), "relations": ()}


def test_a_relation_to_a_record_with_another_secret_stays() -> None:
    link = [{"typ": "förlänger", "insats": "a-2"}]
    secret = v.case(id="a-2", sökord=["a"], sekretess=[{"omfattar": ["sökord"], "grund": "OSL"}])
    one, _ = open_doors([v.case(id="a-1", relationer=link), secret], v.rulebook())
    assert isinstance(one, Opened)
    assert [relation.target for relation in one.insats.relations] == ["a-2"]
