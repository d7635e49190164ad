"""Rule 4: withdrawn consent and objection beat the terms and every earlier consent."""

from typing import Any

import pytest

from generator.words.channels import PORTAL, Channel
from tests import private_values as v

CLAUSE = v.terms(personuppgifter=[v.clause()])


@pytest.mark.parametrize("key", ["återkallat", "invändning"])
@pytest.mark.parametrize(
    ("withdrawn", "consents_from", "day", "public"),
    [
        ("2026-03-01", "2025-06-20", "2026-02-28", True),
        ("2026-03-01", "2025-06-20", "2026-03-01", False),
        ("2026-03-01", "2025-06-20", "2026-03-02", False),
        ("2026-03", "2025-06-20", "2026-02-28", True),
        ("2026-03", "2025-06-20", "2026-03-01", False),
        ("2026", "2025-06-20", "2026-01-01", False),
        ("2026-03-01", "2026-02-28", "2026-04-01", False),
        ("2026-03-01", "2026-03-01", "2026-04-01", False),
        ("2026-03-01", "2026-03-02", "2026-04-01", True),
        ("2026-03", "2026-03-31", "2026-05-01", False),
        ("2026-03", "2026-04-01", "2026-05-01", True),
        ("2026-03-01", "2026-03", "2026-05-01", False),
        ("2026-03-01", None, "2026-05-01", False),
    ],
)
def test_consents(key: str, withdrawn: str, consents_from: str | None, day: str, public: bool) -> None:
    persons = [v.person(samtycke=[v.consent(från=consents_from)], **{key: withdrawn})]
    one = v.case(personer=persons, day=day)
    assert bool(v.shown(one)) is public
    if not public:
        assert v.verdicts(one)["personer[0].namn"].reason.rule == "aterkallat"


@pytest.mark.parametrize("key", ["återkallat", "invändning"])
@pytest.mark.parametrize(("day", "public"), [("2026-02-28", True), ("2026-03-01", False)])
def test_terms(key: str, day: str, public: bool) -> None:
    one = v.case(
        personer=[v.person(**{key: "2026-03-01"})], terms=CLAUSE, channel=v.OWN_WEB, day=day, slug="a"
    )
    assert bool(v.shown(one)) is public


def test_a_new_consent_does_not_reopen_the_terms() -> None:
    new = v.consent(gäller=["namn"], kanaler=["förbundswebb"], från="2026-04-01")
    persons = [v.person(återkallat="2026-03-01", samtycke=[new])]
    assert set(v.shown(v.case(personer=persons, terms=CLAUSE, channel=v.OWN_WEB))) == {"namn"}


ALONE: dict[str, Any] = {"e-post": None, "telefon": None, "titel": None, "organisation": None}


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ({}, True),
        ({"namn": "TOVA LINDEBY", "e-post": None, "telefon": None}, True),
        ({"namn": "Tova  Lindeby", "e-post": None, "telefon": None}, True),
        ({"namn": "Lindeby, Tova", "e-post": None, "telefon": None}, True),
        ({"namn": "T. Lindeby", "telefon": None, "e-post": "Tova.Lindeby@hudiksvall.example"}, True),
        ({"namn": None, "e-post": None}, True),
        ({"namn": "T. Lindeby", "e-post": None, "telefon": "031 390 06 15"}, True),
        ({"namn": "T. Lindeby", "e-post": None, "telefon": "+46 31-390 06 15"}, True),
        ({"namn": "T. Lindeby", "e-post": None, "telefon": "0046 (0)31 390 06 15"}, True),
        ({"namn": "Tova Maria Lindeby", "e-post": None, "telefon": None}, True),
        ({"namn": "Tova", "e-post": None, "telefon": None}, False),
        ({"namn": "Tova Lindberg", "e-post": None, "telefon": None}, False),
        ({"namn": "Erik Lindeby", "e-post": "erik.lindeby@hudiksvall.example", "telefon": None}, False),
        ({"namn": None, "e-post": None, "telefon": "031-390 06 16"}, False),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_the_same_person_stands_twice(other: dict[str, Any], same: bool, first: bool) -> None:
    """The entry with the withdrawal has all data; the other one asks to be shown."""
    opened = v.person(roll="kontaktperson", samtycke=[v.consent(gäller=list(v.FIELDS))], **other)
    withdrawn = v.person(återkallat="2026-03-01")
    persons = [opened, withdrawn] if first else [withdrawn, opened]
    assert bool(v.shown(v.case(personer=persons))) is not same


def test_a_chain_of_entries_is_one_person() -> None:
    persons = [
        v.person(**ALONE | {"e-post": "tova@x.example"}, återkallat="2026-03-01"),
        v.person(**ALONE | {"namn": None, "e-post": "tova@x.example", "telefon": "031-390 06 15"}),
        v.person(**ALONE | {"namn": "T. L.", "telefon": "031-390 06 15"}, samtycke=[v.consent()]),
    ]
    for order in (persons, persons[::-1], [persons[1], persons[0], persons[2]]):
        assert v.shown(v.case(personer=order)) == {}


def test_missing_data_make_nobody_the_same() -> None:
    empty: dict[str, Any] = {"namn": None, "telefon": None}
    withdrawn = v.person(**empty, **{"e-post": None}, återkallat="2026-03-01")
    assert v.shown(v.case(personer=[withdrawn, v.person(samtycke=[v.consent()])]))


@pytest.mark.parametrize("channel", [PORTAL, v.OWN_WEB, v.SOCIAL, v.OPEN_DATA])
def test_in_every_channel(channel: Channel) -> None:
    consents = [v.consent(gäller=list(v.FIELDS), kanaler=list(v.CHANNEL_NAMES))]
    assert v.shown(v.case(personer=[v.person(samtycke=consents)], channel=channel))
    gone = [v.person(samtycke=consents, invändning="2026-06-15")]
    assert v.shown(v.case(personer=gone, channel=channel)) == {}
