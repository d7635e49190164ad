"""The days on which the gate's answer turns: one of each kind. That none is missed: tests/proof."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from generator.gate.door import open_doors
from generator.gate.interface import Case
from generator.gate.outcome import Outcome
from generator.gate.turning import WatchedDay
from tests import private_values as v

ONE_DAY = timedelta(days=1)
DAY = date(2026, 6, 15)
START = date(2025, 7, 1)  # granted and published
MIDDLE = ["2025-09-01", "2028-01-01"]  # the decided time begins and is over


def judged(cases: list[Case], day: date) -> tuple[tuple[Outcome, ...], date | None]:
    """What comes out that day, and the next day that has to be looked at."""
    watched = WatchedDay.on(day)
    outcomes = open_doors([replace(one, day=watched) for one in cases], v.rulebook())
    return outcomes, watched.turn


def turns(*cases: Case, since: date = START) -> list[str]:
    found: list[str] = []
    _, turn = judged([*cases], since)
    while turn is not None:
        found.append(turn.isoformat())
        _, turn = judged([*cases], turn)
    return found


def case(**changes: Any) -> Case:
    return v.case(**{"settings": v.settings(), **changes})


def somebody(*consents: dict[str, Any], **changes: Any) -> list[dict[str, Any]]:
    return [v.person(samtycke=[*consents], **changes)]


@pytest.mark.parametrize(
    ("changes", "days"),
    [
        ({}, []),
        ({"publicering": {"läge": "publicera", "från": "2026-12"}}, ["2026-12-01"]),
        ({"publicering": {"läge": "publicera", "till": "2027-01"}}, ["2027-02-01"]),
        # A page that stood has a grave from the first day that it would have been public.
        ({"publicering": {"läge": "återkallad", "från": "2026-12-24"}}, ["2026-12-24"]),
        ({"personer": somebody(v.consent(från="2026-03"))}, ["2026-03-01", "2028-07-01"]),
        ({"personer": somebody(v.consent(till="2026-12-31"))}, ["2027-01-01"]),
        ({"personer": somebody(v.consent(till="1 år efter beslutet"))}, ["2026-06-13"]),
        ({"personer": somebody(v.consent(till="insatsens slut"))}, ["2028-01-01"]),
        ({"personer": somebody(v.consent(till="2 månader efter insatsens slut"))}, ["2028-03-01"]),
        ({"personer": somebody(v.consent(), återkallat="2026-10")}, ["2026-10-01"]),
        ({"personer": somebody(v.consent(), invändning="2026-10-05")}, ["2026-10-05"]),
    ],
)  # fmt: skip
def test_each_kind_of_date(changes: dict[str, Any], days: list[str]) -> None:
    found = turns(case(**changes))
    assert sorted({*found} - {*MIDDLE}) == [day for day in days if day not in MIDDLE]
    assert {*days} <= {*found}


@pytest.mark.parametrize(
    ("decision", "days"),
    [
        # A grant counts from its last day, a word against the insats from its first.
        ({"datum": "2026-11", "avser": {"slut": "2029"}}, ["2026-11-30", "2030-01-01"]),
        ({"datum": "2026-11", "utfall": "avslag"}, ["2026-11-01"]),
        ({"datum": "2026-11-05", "instans": "beredningsgruppen"}, []),
    ],
)
def test_later_decisions(decision: dict[str, Any], days: list[str]) -> None:
    found = turns(case(beslut=[v.grant(), v.grant(**decision)]))
    assert [day for day in found if day not in MIDDLE] == days


def test_a_clause_ends_by_its_own_time_or_the_sites() -> None:
    one = {"channel": v.OWN_WEB, "personer": [v.person()]}
    opened = [
        v.terms(personuppgifter=[v.clause(längst=end)]) for end in (None, "2 år efter budgetårets slut")
    ]
    assert [turns(case(terms=terms, **one))[-1] for terms in opened] == ["2028-07-01", "2030-01-01"]
    assert turns(case(**one)) == MIDDLE


def test_a_later_decision_moves_the_end_that_is_counted_from_it() -> None:
    longer = v.grant(datum="2027-03-01", avser={"slut": "2028-12"})
    one = case(beslut=[v.grant(), longer], period=None, personer=somebody(v.consent()))
    # Until then it is counted from the first one's end, and so 1 July 2028 is never reached.
    assert turns(one, since=date(2026, 1, 1)) == ["2027-03-01", "2029-01-01", "2029-07-01"]


def test_the_last_intake_is_the_same_answer_on_every_day() -> None:
    assert turns(case(period={"sista_intag": "2026-06"})) == MIDDLE


def test_a_record_turns_when_one_that_it_names_does() -> None:
    later = case(id="exempelbygden-annan", publicering={"läge": "publicera", "från": "2026-08-01"})
    link = {"typ": "leder till", "insats": "exempelbygden-annan"}
    assert "2026-08-01" not in turns(case(relationer=[link]))
    assert "2026-08-01" in turns(case(relationer=[link]), later)


@pytest.mark.parametrize(
    "compare", [operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne]
)
@pytest.mark.parametrize("days", [-1, 0, 1, 5])
@pytest.mark.parametrize("turned", [False, True])
def test_a_comparison_turns_on_the_day_that_is_noted(
    compare: Callable[[date, date], bool], days: int, turned: bool
) -> None:
    other = DAY + days * ONE_DAY

    def asked(day: date) -> bool:
        return compare(other, day) if turned else compare(day, other)

    watched = WatchedDay.on(DAY)
    assert asked(watched) is asked(DAY)
    later = [DAY + number * ONE_DAY for number in range(1, 10)]
    assert watched.turn == next((day for day in later if asked(day) is not asked(DAY)), None)


def test_the_end_of_the_calendar_is_no_turning_day() -> None:
    watched = WatchedDay.on(DAY)
    assert watched <= date.max
    assert watched.turn is None
    assert hash(watched) == hash(DAY)
