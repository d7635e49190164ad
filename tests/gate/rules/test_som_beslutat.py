"""Rule 3: money and time are public only as decided."""

from typing import Any

import pytest

from tests import private_values as v

BUDGET: dict[str, Any] = {
    "sökt": "3200000",
    "egenfinansiering": "150000",
    "per_år": {"2026": "2000000", "2025": "1200002"},
    "kostnader": [{"post": "Lön", "belopp": "3200000", "år": "2025"}],
    "kommentar": "En kommentar.",
}


@pytest.mark.parametrize(
    ("decisions", "public"),
    [
        ([v.grant()], True),
        ([v.grant(utfall="delvis beviljad")], False),
        ([v.grant(belopp="3199999")], False),
        ([v.grant(belopp="3200001")], False),
        ([v.grant(belopp=None)], False),
        ([v.grant(), v.grant(datum="2026-01-01", utfall="delvis beviljad", belopp="3200000")], False),
        ([v.grant(), v.grant(datum="2026-01-01", belopp="1000000")], False),
        ([v.grant(belopp="1"), v.grant(datum="2026-01-01")], True),
        ([v.grant(), v.grant(belopp="1")], False),
        ([v.grant(), v.grant(belopp=None)], False),
        ([v.grant(), v.grant(utfall="delvis beviljad")], False),
        ([v.grant(), v.grant(datum="2026-06-16", utfall="delvis beviljad")], True),
    ],
)
def test_the_budget_only_when_granted_in_full(decisions: list[dict[str, Any]], public: bool) -> None:
    for order in (decisions, decisions[::-1]):
        budget = v.opened(v.case(beslut=order, budget=BUDGET)).budget
        assert (budget is not None) is public
        if budget is not None:
            assert (budget.applied, budget.own_funding) == (3200000, 150000)
            assert budget.per_year == ((2025, 1200002), (2026, 2000000))
            assert [(c.label, c.amount, c.year) for c in budget.costs] == [("Lön", 3200000, 2025)]
            assert budget.note == "En kommentar."


@pytest.mark.parametrize(
    ("span", "shown"),
    [
        ({"start": "2025-09", "slut": "2026-08"}, {"per_year", "costs", "note"}),
        ({"start": "2025-09", "slut": "2025-12"}, {"costs"}),
        ({"start": "2026-01", "slut": "2026-12"}, set()),
        ({"start": "2025-09"}, {"costs"}),
        (None, set()),
    ],
)
def test_no_year_of_the_budget_that_is_not_decided(span: dict[str, str] | None, shown: set[str]) -> None:
    """The whole sum may be granted for a shorter time than was applied for."""
    budget = v.opened(v.case(beslut=[v.grant(avser=span)], budget=BUDGET)).budget
    assert budget is not None
    assert budget.applied == 3200000
    assert {field for field in ("per_year", "costs", "note") if getattr(budget, field)} == shown


def test_the_note_goes_with_the_costs_of_another_year() -> None:
    costs = [{"post": "Lön", "belopp": "3200000", "år": "2031"}]
    budget = v.opened(v.case(budget={"sökt": "3200000", "kostnader": costs, "kommentar": "Lön 2031."})).budget
    assert budget is not None
    assert (budget.costs, budget.note) == ((), None)


def test_costs_without_a_year_need_no_decided_time() -> None:
    costs = [{"post": "Lön", "belopp": "3200000"}]
    budget = v.opened(
        v.case(beslut=[v.grant(avser=None)], budget={"sökt": "3200000", "kostnader": costs})
    ).budget
    assert budget is not None
    assert budget.costs


def test_a_budget_without_years_has_none_that_must_add_up() -> None:
    budget = v.opened(v.case(budget={"sökt": "3200000", "kommentar": "En kommentar."})).budget
    assert budget is not None
    assert (budget.per_year, budget.note) == ((), "En kommentar.")


def test_a_budget_without_a_sum_is_not_decided() -> None:
    assert v.opened(v.case(budget={**BUDGET, "sökt": None})).budget is None


def test_the_applied_amount_never_stands_for_the_granted() -> None:
    insats = v.opened(v.case(beslut=[v.grant(belopp=None)], budget=BUDGET))
    assert insats.granted_total is None
    assert "3200000" not in repr(insats)


def test_the_applied_time_never_stands_for_the_decided() -> None:
    insats = v.opened(v.case(beslut=[v.grant(avser=None)]))
    assert (insats.period, insats.status, insats.intake_until) == (None, None, None)
    assert "2027" not in repr(insats)


@pytest.mark.parametrize(
    ("intake", "decided_end", "public"),
    [
        ("2027-12-30", "2027-12-31", True),
        ("2027-12-31", "2027-12-31", True),
        ("2028-01-01", "2027-12-31", False),
        ("2027-12", "2027-12-30", False),
        ("2027-12", "2027-12", True),
        ("2027", "2027", True),
        ("2027-06", None, False),
    ],
)
def test_the_last_intake_lies_within_the_decided_time(
    intake: str, decided_end: str | None, public: bool
) -> None:
    span = {"start": "2025-09", **({"slut": decided_end} if decided_end else {})}
    insats = v.opened(v.case(period={"sista_intag": intake}, beslut=[v.grant(avser=span)]))
    assert (str(insats.intake_until) == intake) is public
    assert (insats.intake_until is not None) is public


@pytest.mark.parametrize(
    ("years", "shown"),
    [
        ({"2025": "1200000", "2026": "2000000"}, True),
        ({"2025": "1200000", "2026": "2000002"}, True),  # a krona's rounding a year
        ({"2025": "1200000", "2026": "1999998"}, True),
        ({"2025": "1200000", "2026": "2000003"}, False),
        ({"2025": "1200000", "2026": "1999997"}, False),
        ({"2025": "3200000", "2026": "3200000"}, False),
    ],
)
def test_years_that_do_not_add_up_were_not_granted(years: dict[str, str], shown: bool) -> None:
    budget = {"sökt": "3200000", "per_år": years, "kommentar": "Om åren."}
    public = v.opened(v.case(budget=budget)).budget
    assert public is not None
    assert public.applied == 3_200_000
    assert bool(public.per_year) is shown
    assert (public.note is not None) is shown
