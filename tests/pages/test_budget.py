"""The money of one insats: drawn by year, told as a table, each kind apart from the others."""

from __future__ import annotations

from typing import Any

import pytest

from generator.pages.promises import money
from generator.public.insats import PublicBudget
from tests import public_values as v
from tests.pages.test_render import meta

YEARS = ((2025, 910_730), (2026, 1_799_359), (2027, 1_708_043))


def drawn(**changes: Any) -> dict[str, Any]:
    return dict(money(v.insats(**changes)))


def test_granted_years_are_drawn_and_told_as_a_table() -> None:
    found = drawn()
    chart: Any = found["diagram"]
    assert chart["titel"] == "Beviljat per år"
    lines = chart["rader"]["stapla"]
    assert [(line["text"], line["varde"]) for line in lines] == [
        (row["ar"], row["belopp"]) for row in found["per_ar"]["rader"]
    ]
    assert "2025: 910\u00a0730\u00a0kr och 2026: 2\u00a0312\u00a0106\u00a0kr" in chart["beskrivning"]
    assert "mnkr betyder miljoner kronor" in chart["noter"][0]
    assert "skillnad" not in found


def test_a_budget_that_misses_the_grant_says_so() -> None:
    budget = PublicBudget(4_418_130, 0, YEARS, (), None)
    found = drawn(granted_total=4_418_130, granted_per_year=(), budget=budget)
    chart: Any = found["diagram"]
    assert chart["titel"] == "Budget per år i ansökan, som beviljades i sin helhet"
    assert len(chart["rader"]["stapla"]) == 3
    assert "4\u00a0418\u00a0132\u00a0kr" in found["skillnad"]
    assert "4\u00a0418\u00a0130\u00a0kr" in found["skillnad"]


@pytest.mark.parametrize(
    "changes",
    [
        {"granted_per_year": ((2025, 910_730),)},
        {"granted_per_year": ((2025, 910_730), (2026, None))},
        {"granted_per_year": ((2025, 0), (2026, 0)), "budget": None},
        {"granted_per_year": (), "budget": None},
    ],
)
def test_a_single_year_and_nothing_at_all_are_not_drawn(changes: dict[str, Any]) -> None:
    assert "diagram" not in drawn(**changes)


def test_an_example_is_told_by_the_picture() -> None:
    chart: Any = drawn(example=True)["diagram"]
    assert chart["exempel"] == "Exempel: beslutet är påhittat."
    assert "exempel" not in drawn()["diagram"]


def test_applied_and_own_money_are_no_bars() -> None:
    front = meta(v.catalogue())
    texts = [line["varde"] for line in front["pengar"]["diagram"]["rader"]["stapla"]]
    assert front["pengar"]["egen"] not in texts
    assert front["pengar"]["sokt"] not in texts
