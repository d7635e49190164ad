"""Axes: round, long enough, and read as Swedish readers read."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.audit.rules.okant_telefonnummer import phones_in
from generator.charts.scale import count_ticks, kronor_ticks, level, levels, scale, short_kronor
from generator.words.money import swedish_number


@given(st.integers(0, 10**12))
def test_an_axis_holds_its_largest_number_and_wastes_little(largest: int) -> None:
    axis = scale(largest)
    assert axis.top >= largest
    assert axis.top - largest <= axis.step or largest == 0
    assert 2 <= len(axis.values) <= 5
    assert axis.values[-1] == axis.top
    assert str(axis.step).rstrip("0") in {"1", "2", "5"}


@given(st.integers(0, 10**12))
def test_an_axis_of_kronor_writes_each_step_apart_from_the_others(largest: int) -> None:
    texts = [tick.text for tick in kronor_ticks(scale(largest))]
    assert len(set(texts)) == len(texts)
    assert texts[0].rpartition("\u00a0")[2] in {"kr", "tkr", "mnkr", "mdkr"}


@pytest.mark.parametrize(
    ("largest", "texts"),
    [
        (3, ["0\u00a0kr", "1", "2", "3"]),
        (1_799_359, ["0\u00a0mnkr", "0,5", "1", "1,5", "2"]),
        (4_418_130, ["0\u00a0mnkr", "2", "4", "6"]),
        (910_730, ["0\u00a0tkr", "500", "1\u00a0000"]),
        (150_000, ["0\u00a0tkr", "50", "100", "150"]),
    ],
)
def test_steps_of_kronor(largest: int, texts: list[str]) -> None:
    assert [tick.text for tick in kronor_ticks(scale(largest))] == texts


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (0, "0 kr"),
        (999, "999 kr"),
        (1_499, "1 tkr"),
        (910_730, "911 tkr"),
        (999_999, "1 000 tkr"),
        (1_000_000, "1 mnkr"),
        (4_418_130, "4,4 mnkr"),
        (12_750_000, "12,8 mnkr"),
        (2_779_600_000, "2,8 mdkr"),
    ],
)
def test_short_sums(amount: int, text: str) -> None:
    assert short_kronor(amount).replace("\u00a0", " ") == text


def test_numbers_are_grouped() -> None:
    assert swedish_number(1234567) == "1\u00a0234\u00a0567"


@given(st.integers(1, 10_000), st.data())
def test_every_count_has_one_class_and_more_is_never_fainter(largest: int, data: st.DataObject) -> None:
    classes = levels(largest)
    assert classes[0][1] == 1
    assert classes[-1][2] == largest
    assert all(first <= last for _, first, last in classes)
    assert all(one[2] + 1 == next_[1] for one, next_ in pairwise(classes))
    count = data.draw(st.integers(1, largest))
    assert 1 <= level(count, largest) <= level(largest, largest) <= 4
    assert [step for step, first, last in classes if first <= count <= last] == [level(count, largest)]


@given(st.integers(1, 10**10))
def test_no_axis_can_be_dialled(largest: int) -> None:
    axis = scale(largest)
    for ticks in (kronor_ticks(axis), count_ticks(axis)):
        assert not list(phones_in(" ".join(tick.text for tick in ticks)))
