"""The five real forms under the real configuration: what each site may know of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

import pytest

from generator.gate.door import open_door
from generator.gate.interface import Case
from generator.gate.outcome import Opened, Outcome
from generator.public.insats import PublicPerson
from generator.publish.reading import Inputs, read_inputs
from generator.words.channels import PORTAL, Channel, ChannelKind
from tests import private_values as v

TODAY = date(2026, 6, 15)
FORBUND = ("gavleborg", "gotland", "nnv-skane", "uppsala")
GAVLEBORG = "gavleborg-2024-rakna-med-mig"
UPPSALA_SENTENCE = "Insatsen är en samverkansinsats med finansiering av Samordningsförbundet i Uppsala län."


@cache
def inputs() -> Inputs:
    return read_inputs(v.CONTENT, v.CONFIG)


@cache
def outcomes(channel: Channel, day: date) -> Mapping[str, Outcome]:
    """By `<förbund>/<slug>`, as the files are named."""
    configuration = inputs().configuration
    assert configuration is not None, [str(finding) for finding in inputs().findings]
    return {
        f"{one.folder}/{one.slug}": open_door(
            Case(
                one.value,
                one.slug,
                configuration.terms.get(one.value.terms),
                configuration.settings,
                channel,
                day,
            ),
            configuration.rulebook,
        )
        for one in inputs().records
    }


def own(forbund: str) -> Channel:
    return Channel(ChannelKind.FORBUNDSWEBB, forbund)


def public(channel: Channel, day: date = TODAY) -> list[str]:
    return [key for key, outcome in outcomes(channel, day).items() if isinstance(outcome, Opened)]


def persons(channel: Channel, day: date = TODAY) -> list[PublicPerson]:
    return [
        person
        for outcome in outcomes(channel, day).values()
        if isinstance(outcome, Opened)
        for person in outcome.insats.persons
    ]


def records() -> tuple[str, ...]:
    known = ("gavleborg/rakna-med-mig", "gotland/jobbvagen", "nnv-skane/en-vag-in")
    later = ("uppsala/forstarkt-stod", "uppsala/framsteget-i-habo")
    there = [key for key in later if (v.CONTENT / "insatser" / f"{key}.yml").exists()]
    return (*known, *there)


def test_they_are_there() -> None:
    assert set(records()) <= set(outcomes(PORTAL, TODAY))


def test_all_are_public_on_the_portal_and_marked_as_examples() -> None:
    for key in records():
        outcome = outcomes(PORTAL, TODAY)[key]
        assert isinstance(outcome, Opened), key
        assert outcome.insats.example


@pytest.mark.parametrize("kind", [ChannelKind.PORTAL, ChannelKind.OPEN_DATA])
@pytest.mark.parametrize("day", [TODAY, date(2021, 6, 1), date(2024, 9, 1), date(2027, 6, 1)])
def test_nobodys_datum_on_the_portal(kind: ChannelKind, day: date) -> None:
    assert persons(Channel(kind), day) == []
    data = [
        verdict
        for outcome in outcomes(Channel(kind), day).values()
        for verdict in outcome.verdicts
        if verdict.path.startswith("personer[")
    ]
    assert len(data) > 40
    assert not any(verdict.public for verdict in data)


def test_a_forbunds_own_site_shows_its_own() -> None:
    for forbund in FORBUND:
        shown = public(own(forbund))
        assert shown
        assert all(key.startswith(f"{forbund}/") for key in shown)


def test_gavleborgs_site_shows_the_leader_and_nobody_else() -> None:
    shown = persons(own("gavleborg"))
    assert [person.role for person in shown] == ["Insatsledare", "Kontaktperson"]
    for person in shown:
        assert person.name == "Tova Lindeby"
        assert (person.title, person.organisation) == (None, None)
    assert [(person.email, person.phone) for person in shown] == [
        (None, None),
        ("Tova.lindeby@hudiksvall.example", "031 390 06 15"),
    ]
    outcome = outcomes(own("gavleborg"), TODAY)["gavleborg/rakna-med-mig"]
    assert isinstance(outcome, Opened)
    assert "Ryberg" not in repr(outcome.insats)


def test_the_clause_is_the_reason() -> None:
    outcome = outcomes(own("gavleborg"), TODAY)["gavleborg/rakna-med-mig"]
    verdict = next(one for one in outcome.verdicts if one.path == "personer[0].namn")
    assert (verdict.public, verdict.reason.rule, verdict.until) == (True, "villkor", date(2027, 2, 28))
    assert verdict.clause is not None
    assert verdict.clause.startswith("Om stöd beviljas kan, i den mån sekretess inte föreligger")


@pytest.mark.parametrize("forbund", ["gotland", "nnv-skane", "uppsala"])
@pytest.mark.parametrize("day", [TODAY, date(2021, 6, 1), date(2025, 7, 1)])
def test_nobodys_datum_on_the_others_sites(forbund: str, day: date) -> None:
    assert persons(own(forbund), day) == []


def test_social_media_follow_the_clause() -> None:
    assert {person.name for person in persons(Channel(ChannelKind.SOCIAL_MEDIA))} == {"Tova Lindeby"}


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("uppsala/forstarkt-stod", UPPSALA_SENTENCE),
        ("uppsala/framsteget-i-habo", None),
        ("gavleborg/rakna-med-mig", None),
        ("gotland/jobbvagen", None),
        ("nnv-skane/en-vag-in", None),
    ],
)
def test_attribution_follows_the_version_that_was_signed(key: str, sentence: str | None) -> None:
    if key not in records():
        pytest.skip("the record is not written yet")
    outcome = outcomes(PORTAL, TODAY)[key]
    assert isinstance(outcome, Opened)
    assert outcome.insats.attribution == sentence


@pytest.mark.parametrize(
    ("day", "absent"),
    [
        (date(2017, 1, 1), set(records())),
        (
            date(2024, 1, 1),
            {"gavleborg/rakna-med-mig", "gotland/jobbvagen", "uppsala/forstarkt-stod"} & set(records()),
        ),
        (date(2024, 6, 12), {"gavleborg/rakna-med-mig", "gotland/jobbvagen", "uppsala/forstarkt-stod"}),
        (date(2024, 6, 19), {"gavleborg/rakna-med-mig", "gotland/jobbvagen", "uppsala/forstarkt-stod"}),
        (date(2024, 6, 20), {"gotland/jobbvagen", "uppsala/forstarkt-stod"}),
        (TODAY, set()),
    ],
)
def test_an_earlier_day_knows_only_what_was_decided(day: date, absent: set[str]) -> None:
    later = {key for key in records() if key not in public(PORTAL, day)}
    assert later == absent
    for key in later:
        assert outcomes(PORTAL, day)[key].verdicts is not None


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2024, 6, 20), True),
        (date(2026, 8, 30), True),
        (date(2026, 8, 31), True),
        (date(2027, 2, 27), True),
        (date(2027, 2, 28), True),
        (date(2027, 3, 1), False),
        (date(2027, 6, 1), False),
    ],
)
def test_contact_details_stop_six_months_after_the_end(day: date, shown: bool) -> None:
    assert "gavleborg/rakna-med-mig" in public(own("gavleborg"), day)
    assert bool(persons(own("gavleborg"), day)) is shown


def test_the_yearly_terms_show_the_decided_year() -> None:
    outcome = outcomes(PORTAL, TODAY)["nnv-skane/en-vag-in"]
    assert isinstance(outcome, Opened)
    assert outcome.insats.granted_per_year == ((2021, 750000),)
    assert outcome.insats.granted_total == 750000
    assert outcome.insats.status == "avslutad"
