"""The narrower reading where the rules are silent (docs/adr/0003), one case each."""

from __future__ import annotations

from typing import Any

import pytest

from generator.gate.outcome import Opened
from tests import private_values as v


def span(start: str | None, end: str | None) -> dict[str, str]:
    return {key: day for key, day in (("start", start), ("slut", end)) if day is not None}


def refusal(day: str, **changes: Any) -> dict[str, Any]:
    return v.grant(utfall="avslag", datum=day, belopp=None, avser=None, **changes)


@pytest.mark.parametrize(
    ("grant", "word", "public"),
    [
        ("2026-05", "2026-05-20", False),
        ("2026-05", "2026-05-01", False),
        ("2026-05", "2026-04-30", True),
        ("2026-05-20", "2026-05", False),
        ("2026-06-01", "2026-05", True),
        ("2026", "2026-01-01", False),
    ],
)
def test_a_grant_of_a_month_is_newer_only_when_it_must_be(grant: str, word: str, public: bool) -> None:
    decisions = [v.grant(datum=grant), refusal(word)]
    for order in (decisions, decisions[::-1]):
        assert v.is_public(v.case(beslut=order, day="2026-12-31")) is public


def test_a_grant_of_a_month_falls_with_a_revocation_of_that_month() -> None:
    decisions = [v.grant(datum="2025-05"), v.grant(utfall="återkallad", datum="2025-05-02"), v.grant()]
    insats = v.opened(v.case(beslut=decisions))
    assert [str(decision.date) for decision in insats.decisions] == ["2025-06-12"]


@pytest.mark.parametrize(
    ("intake", "decided", "shown"),
    [
        ("2025-09-01", span("2025-09", "2027-12"), True),
        ("2027-12", span("2025-09", "2027-12"), True),
        ("2025-08-31", span("2025-09", "2027-12"), False),
        ("2025", span("2025-09", "2027-12"), False),
        ("2028-01-01", span("2025-09", "2027-12"), False),
        ("2026-06", span(None, "2027-12"), False),
        ("2026-06", span("2025-09", None), False),
        ("2026-06", None, False),
    ],
)
def test_the_last_intake_lies_within_the_decided_time(
    intake: str, decided: dict[str, str] | None, shown: bool
) -> None:
    one = v.case(beslut=[v.grant(avser=decided)], period={"sista_intag": intake})
    assert (v.opened(one).intake_until is not None) is shown


@pytest.mark.parametrize(
    "covered",
    ["period", "period.start", "period.slut", "beslut.avser", "beslut.avser.start", "beslut.avser.slut"],
)
def test_a_secret_time_covers_the_last_intake(covered: str) -> None:
    one = v.case(sekretess=[{"omfattar": [covered], "grund": "OSL 26 kap. 1 §"}])
    assert v.opened(one).intake_until is None
    assert v.opened(v.case()).intake_until is not None


@pytest.mark.parametrize(
    ("decided", "day", "status"),
    [
        (span("2025-09", None), "2026-06-15", None),
        (span(None, "2027-12"), "2026-06-15", None),
        (span("2027-09", None), "2026-06-15", "kommande"),
        (span(None, "2025-12"), "2026-06-15", "avslutad"),
        (span("2025-09", "2027-12"), "2026-06-15", "pågående"),
    ],
)
def test_the_status_is_said_only_when_it_is_certain(
    decided: dict[str, str], day: str, status: str | None
) -> None:
    assert v.opened(v.case(beslut=[v.grant(avser=decided)], day=day)).status == status


@pytest.mark.parametrize(
    ("till", "decided", "stands"),
    [
        (None, "2025-06-12", True),
        ("2026-01-31", "2025-06-12", True),
        ("2026-01-31", "2026-02-01", False),  # the window closed before anything was granted
        ("2025-06-19", "2025-06-12", False),  # it closed before it opened
        ("2031-01-01", "2025-06-12", True),
    ],
)
def test_a_tombstone_stands_only_where_a_page_stood(till: str | None, decided: str, stands: bool) -> None:
    window = {"läge": "återkallad", "från": "2025-06-20", "till": till}
    publication = {key: value for key, value in window.items() if value is not None}
    withheld = v.withheld(v.case(beslut=[v.grant(datum=decided)], publicering=publication))
    assert bool(withheld.tombstones) is stands


def test_a_window_of_months_reaches_from_its_first_day_to_its_last() -> None:
    for start, end, public in (
        ("2026-06", None, True),
        ("2026-07", None, False),
        (None, "2026-06", True),
        (None, "2026-05", False),
    ):
        window = {"läge": "publicera", "från": start, "till": end}
        publication = {key: value for key, value in window.items() if value is not None}
        assert v.is_public(v.case(publicering=publication)) is public


def test_a_newer_grant_takes_the_budgets_later_years_away() -> None:
    shorter = v.grant(datum="2026-01-15", avser=span("2026-01", "2026-12"), belopp="5")
    for year, shown in (("2026", True), ("2027", False)):
        result = v.outcome(v.case(beslut=[v.grant(), shorter], budget={"sökt": "5", "per_år": {year: "5"}}))
        assert isinstance(result, Opened)
        assert result.insats.budget is not None
        assert bool(result.insats.budget.per_year) is shown


def test_what_was_replaced_does_not_return() -> None:
    decisions = [
        v.grant(datum="2025-01-15", avser=span("2024-01", "2025-12"), belopp="1"),
        v.grant(datum="2025-02-15", avser=span("2025-01", "2026-12"), belopp="20"),
        v.grant(datum="2025-03-15", avser=span("2026-01", "2027-12"), belopp="300"),
    ]
    for order in (decisions, decisions[::-1]):
        assert v.opened(v.case(beslut=order)).granted_total == 300


def test_without_a_decided_end_nothing_is_counted_from_the_budget_year() -> None:
    following = v.clause(kanaler=["portal"], längst="1 år efter budgetårets slut")
    for decided, shown in ((span("2025-09", "2026-12"), True), (span("2025-09", None), False), (None, False)):
        one = v.case(
            beslut=[v.grant(avser=decided)],
            terms=v.terms(personuppgifter=[following]),
            personer=[v.person()],
        )
        assert bool(v.shown(one)) is shown
