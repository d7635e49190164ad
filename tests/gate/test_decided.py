"""What the styrelse has decided, as far as it is in force on a day."""

from typing import Any

import pytest

from generator.gate import decided
from generator.gate.interface import Case
from generator.records.ends import Anchor
from tests import private_values as v

YEARLY = v.terms(beslut_per="kalenderår")


def made(*decisions: dict[str, Any], yearly: bool = False, **changes: Any) -> Case:
    return v.case(beslut=list(decisions), terms=YEARLY if yearly else v.terms(), **changes)


def grant(day: str, amount: int | None = None, start: str | None = None, end: str | None = None) -> Any:
    span = {key: value for key, value in (("start", start), ("slut", end)) if value is not None}
    return v.grant(
        datum=day, belopp=None if amount is None else str(amount), avser=span or None, paragraf=None
    )


def revoked(day: str, start: str | None = None, end: str | None = None) -> Any:
    return {**grant(day, None, start, end), "utfall": "återkallad"}


def time_of(case: Case) -> tuple[str | None, str | None]:
    start, end = decided.start(case), decided.end(case)
    return (None if start is None else str(start)), (None if end is None else str(end))


PERIODS: dict[str, tuple[list[Any], tuple[str | None, str | None]]] = {
    "one": ([grant("2025-01-01", 1, "2025-02", "2026-03")], ("2025-02", "2026-03")),
    "no time": ([grant("2025-01-01", 1)], (None, None)),
    "only a start": ([grant("2025-01-01", 1, "2025-02")], ("2025-02", None)),
    "prolonged": (
        [grant("2025-01-01", 1, "2025-02", "2026-03"), grant("2026-01-01", 1, "2026-04", "2027-03")],
        ("2025-02", "2027-03"),
    ),
    "shortened": (
        [grant("2025-01-01", 1, "2025-02", "2027-12"), grant("2026-01-01", 1, "2025-02", "2026-08")],
        ("2025-02", "2026-08"),
    ),
    "the newest names no end": (
        [grant("2025-01-01", 1, "2025-02", "2026-03"), grant("2026-01-01", 2)],
        ("2025-02", "2026-03"),
    ),
    "in the future": (
        [grant("2025-01-01", 1, "2025-02", "2026-03"), grant("2026-06-16", 1, "2024-01", "2027-03")],
        ("2025-02", "2026-03"),
    ),
    "revoked, granted anew": (
        [
            grant("2025-01-01", 1, "2025-02", "2026-03"),
            revoked("2025-06-01"),
            grant("2026-01-01", 1, "2026-01", "2026-08"),
        ],
        ("2026-01", "2026-08"),
    ),
    "another time revoked": (
        [
            grant("2025-01-01", 1, "2025-02", "2025-12"),
            grant("2025-01-02", 1, "2027-01", "2027-12"),
            revoked("2025-06-01", "2027-01", "2027-12"),
            grant("2026-01-01", 1, "2026-01", "2026-08"),
        ],
        ("2025-02", "2026-08"),
    ),
    "revoked the day it begins to overlap": (
        [
            grant("2025-01-01", 1, "2025-02", "2025-12"),
            revoked("2025-06-01", "2025-12-31", "2026-12"),
            grant("2026-01-01", 1, "2026-01", "2026-08"),
        ],
        ("2026-01", "2026-08"),
    ),
    "two without a start revoked": (
        [
            grant("2025-01-01", 1, None, "2025-12"),
            revoked("2025-06-01", None, "2025-06"),
            grant("2026-01-01", 1, "2026-01", "2026-08"),
        ],
        ("2026-01", "2026-08"),
    ),
    "two without an end revoked": (
        [
            grant("2025-01-01", 1, "2025-02"),
            revoked("2025-06-01", "2025-06"),
            grant("2026-01-01", 1, "2026-01", "2026-08"),
        ],
        ("2026-01", "2026-08"),
    ),
    "granted and revoked the same day, granted anew": (
        [
            grant("2025-01-01", 1, "2025-02", "2026-03"),
            revoked("2025-01-01"),
            grant("2026-01-01", 1, "2026-01", "2026-08"),
        ],
        ("2026-01", "2026-08"),
    ),
    "refused in between": (
        [
            grant("2025-01-01", 1, "2025-02", "2025-12"),
            {**grant("2025-06-01"), "utfall": "avslag"},
            grant("2026-01-01", 1, "2026-01", "2026-08"),
        ],
        ("2025-02", "2026-08"),
    ),
    "equal days of unlike precision": (
        [grant("2025-01-01", 1, "2025", "2026-12"), grant("2025-01-01", 1, "2025-01-01", "2026")],
        ("2025", "2026-12"),
    ),
    "equal days, the other way round": (
        [grant("2025-01-01", 1, "2025", "2026"), grant("2025-01-01", 1, "2025-01-01", "2026-12")],
        ("2025", "2026-12"),
    ),
    "an equal start, said later": (
        [grant("2025-01-01", 1, "2025-01-01", "2026-06"), grant("2025-02-01", 1, "2025", "2026-12")],
        ("2025", "2026-12"),
    ),
}


@pytest.mark.parametrize(("decisions", "expected"), PERIODS.values(), ids=PERIODS)
def test_the_period(decisions: list[Any], expected: tuple[str | None, str | None]) -> None:
    assert time_of(made(*decisions)) == expected
    assert time_of(made(*decisions[::-1])) == expected


@pytest.mark.parametrize(
    ("decisions", "total"),
    [
        ([grant("2025-01-01", 5)], 5),
        ([grant("2025-01-01", 0)], 0),
        ([grant("2025-01-01")], None),
        ([grant("2025-01-01", 5), grant("2025-01-02", 7)], 7),
        ([grant("2025-01-01", 7), grant("2025-01-02", 5)], 5),
        ([grant("2025-01-01", 7), grant("2025-01-02")], None),
        ([grant("2025-01-01", 7), grant("2025-01-01", 5)], 5),
        ([grant("2025-01-01", 10), grant("2025-01-01", 9)], 9),
        ([grant("2025-01-01", 7), grant("2025-01-01")], None),
        ([grant("2025-01-01", 0), grant("2025-01-01")], None),
        ([grant("2025-01-01", 7), revoked("2025-02-01"), grant("2025-03-01")], None),
        ([grant("2025-01-01", 7), grant("2027-01-01", 5)], 7),
    ],
)
def test_the_total(decisions: list[Any], total: int | None) -> None:
    assert decided.total(made(*decisions)) == total
    assert decided.total(made(*decisions[::-1])) == total


@pytest.mark.parametrize(
    ("decisions", "years", "total"),
    [
        ([grant("2025-01-01", 5, "2025", "2025")], {2025: 5}, 5),
        ([grant("2025-01-01", 5)], {}, None),
        ([grant("2025-01-01", 5, None, "2025")], {}, None),
        ([grant("2025-01-01", 5, "2025")], {2025: 5}, 5),
        # Nobody says how much of it is the first year's.
        ([grant("2025-01-01", 5, "2025", "2027")], {2025: None}, None),
        ([grant("2025-01-01", 5, "2025-01", "2025-06"), grant("2025-05-01", 7, "2025-07")], {2025: 12}, 12),
        ([grant("2025-01-01", 5, "2025"), grant("2026-01-01", 7, "2026")], {2025: 5, 2026: 7}, 12),
        ([grant("2025-01-01", 5, "2025"), grant("2025-03-01", 7, "2025")], {2025: 7}, 7),
        ([grant("2025-01-01", 5, "2025"), grant("2025-01-01", 7, "2025")], {2025: 5}, 5),
        ([grant("2025-01-01", 5, "2025"), grant("2025-01-01", None, "2025")], {2025: None}, None),
        ([grant("2025-01-01", 5, "2025"), grant("2026-01-01", None, "2026")], {2025: 5, 2026: None}, None),
        ([grant("2025-01-01", 5, "2025"), grant("2026-12-01", 7, "2027")], {2025: 5}, 5),
    ],
)
def test_yearly_amounts(decisions: list[Any], years: dict[int, int | None], total: int | None) -> None:
    for order in (decisions, decisions[::-1]):
        case = made(*order, yearly=True)
        assert decided.amounts_per_year(case) == years
        assert decided.total(case) == total
        assert v.opened(case).granted_per_year == tuple(years.items())


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2025-03-01", "2025-12-31", ("2025-03-01", "2025-12-31")),
        ("2025-03-01", "2025-11", ("2025-03-01", "2025-11")),
        ("2025-03-01", "2026", ("2025-03-01", "2025-12-31")),
        ("2025-03", "2026-01-01", ("2025-03", "2025-12")),
        ("2025", "2027", ("2025", "2025")),
        ("2025", None, ("2025", "2025")),
        ("2025", "2025", ("2025", "2025")),
        ("2025", "2025-12-31", ("2025", "2025-12-31")),
        (None, "2025", (None, None)),
        (None, None, (None, None)),
    ],
)
def test_yearly_terms_clip_the_time(
    start: str | None, end: str | None, expected: tuple[str | None, str | None]
) -> None:
    case = made(grant("2025-01-01", 5, start, end), yearly=True)
    assert time_of(case) == expected
    (decision,) = v.opened(case).decisions
    # A sum that also pays for the next year is not the decided year's.
    assert (decision.amount is None) is (expected == (None, None) or (end is not None and end >= "2026"))
    assert (decision.period is None) is (expected == (None, None))


@pytest.mark.parametrize(("yearly", "end"), [(True, "2026"), (False, "2025")])
def test_the_year_decided_last_is_not_the_last_year(yearly: bool, end: str) -> None:
    decisions = [grant("2025-01-01", 5, "2026", "2026"), grant("2025-02-01", 5, "2025", "2025")]
    assert time_of(made(*decisions, yearly=yearly)) == ("2025", end)


def test_other_terms_clip_nothing() -> None:
    case = made(grant("2025-01-01", 5, "2025", "2027"))
    assert time_of(case) == ("2025", "2027")
    assert v.opened(case).granted_per_year == ()


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2025-08-31", "kommande"),
        ("2025-09-01", "pågående"),
        ("2027-12-31", "pågående"),
        ("2028-01-01", "avslutad"),
    ],
)
def test_the_status(day: str, status: str) -> None:
    assert v.opened(v.case(day=day)).status == status


def test_anchors() -> None:
    known = decided.anchors(made(grant("2025-01", 5, "2025", "2026-08"), period={"slut": "2026-06"}))
    assert {anchor: str(day) for anchor, day in known.items()} == {
        Anchor.DECISION: "2025-01-31",
        Anchor.INSATS_END: "2026-06-30",
        Anchor.BUDGET_YEAR_END: "2026-12-31",
    }
    unknown = decided.anchors(made(period=None))
    assert set(unknown.values()) == {None}
    undated = decided.anchors(made(grant("2025-01-01", 5), period=None))
    assert undated[Anchor.INSATS_END] is None
    assert undated[Anchor.BUDGET_YEAR_END] is None


def test_only_grants_of_the_board_are_shown() -> None:
    decisions = [
        grant("2025-01-01", 5, "2025", "2026"),
        {**grant("2025-02-01", 9), "instans": "beredningsgruppen"},
        {**grant("2025-03-01", 8), "utfall": "avslag"},
        {**grant("2025-04-01", 4, "2025", "2026"), "utfall": "delvis beviljad"},
    ]
    shown = v.opened(made(*decisions)).decisions
    assert [(d.outcome, d.amount, d.body) for d in shown] == [
        ("beviljad", 5, "styrelsen"),
        ("delvis beviljad", 4, "styrelsen"),
    ]


def test_a_decision_without_a_time_is_about_no_year() -> None:
    assert decided.amounts_per_year(made(grant("2025-01-01", 5), grant("2025-01-02", 5, None, "2026"))) == {}


@pytest.mark.parametrize(
    ("span", "years"),
    [
        ({"start": "2025-12", "slut": "2027-01"}, {2025, 2026, 2027}),
        ({"start": "2025-12"}, {2025}),
        ({"slut": "2027-01"}, {2027}),
        ({}, set()),
        (None, set()),
    ],
)
def test_the_years_of_the_decided_time(span: dict[str, str] | None, years: set[int]) -> None:
    assert decided.years(made(v.grant(avser=span))) == years


YEARS = {"2025": "5", "2026": "7"}
BOTH = [grant("2025-01-01", 5, "2025", "2025"), grant("2026-01-01", 7, "2026", "2026")]


@pytest.mark.parametrize(
    ("decisions", "budget", "yearly", "full"),
    [
        ([grant("2025-01-01", 5)], {"sökt": "5"}, False, True),
        ([grant("2025-01-01", 5)], {"sökt": "6"}, False, False),
        ([grant("2025-01-01", 5)], None, False, False),
        ([grant("2025-01-01")], {"egenfinansiering": "1"}, False, False),
        ([grant("2025-01-01", 5)], {"sökt": "5", "per_år": {"2030": "4"}}, False, True),
        (BOTH, {"sökt": "12", "per_år": YEARS}, True, True),
        (BOTH, {"sökt": "12"}, True, True),
        (BOTH, {"sökt": "12", "per_år": {"2025": "6", "2026": "6"}}, True, False),
        (BOTH, {"sökt": "12", "per_år": {**YEARS, "2027": "1"}}, True, False),
    ],
)
def test_granted_in_full(
    decisions: list[Any], budget: dict[str, Any] | None, yearly: bool, full: bool
) -> None:
    assert decided.granted_in_full(made(*decisions, yearly=yearly, budget=budget)) is full


TIME = {"start": "2025", "slut": "2026"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"utfall": "beviljad"}, {"utfall": "delvis beviljad"}),
        ({"datum": "2025-06"}, {"datum": "2025-06-30"}),
        ({"belopp": "5"}, {"belopp": "7"}),
        ({"belopp": None}, {"belopp": "7"}),
        ({"paragraf": "§ 1"}, {"paragraf": "§ 2"}),
        ({"paragraf": None}, {"paragraf": "1"}),
        ({"avser": TIME}, {"avser": TIME | {"start": "2025-02"}}),
        ({"avser": TIME}, {"avser": TIME | {"slut": "2026-11"}}),
        ({"avser": None}, {"avser": TIME}),
    ],
)
def test_two_grants_of_one_day_stand_in_one_order(first: dict[str, Any], second: dict[str, Any]) -> None:
    """What is missing comes first."""
    same = {"datum": "2025-06-30", "avser": TIME}
    one, other = v.grant(**same | first), v.grant(**same | second)
    written = made(one, other)
    assert decided.in_force(written) == tuple(written.record.decisions)
    turned = made(other, one)
    assert decided.in_force(turned) == tuple(turned.record.decisions[::-1])
