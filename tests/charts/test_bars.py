"""Bars: within the frame, as long as their numbers, none lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts.bars import Bar, count_bars, kronor_bars
from generator.charts.interface import Rows
from generator.charts.scale import scale


def share(text: str) -> float:
    assert text.endswith("%")
    return float(text[:-1]) / 100


def down(text: str) -> float:
    assert text.endswith("em")
    return float(text[:-2])


@st.composite
def stacked(draw: st.DrawFn) -> tuple[int, list[Bar]]:
    series = draw(st.integers(1, 5))
    amount = st.one_of(st.just(0), st.integers(0, 100), st.integers(0, 10**10))
    rows = draw(st.lists(st.tuples(*[amount] * series), max_size=12))
    return series, [Bar(f"rad {place}", row) for place, row in enumerate(rows)]


@given(stacked())
def test_bars_stand_within_the_frame_one_after_the_other(drawn: tuple[int, list[Bar]]) -> None:
    series, bars = drawn
    rows = kronor_bars(bars, tuple("abcde"[:series]) if series > 1 else ())
    if rows is None:
        assert not any(sum(bar.values) for bar in bars)
        return
    top = scale(max(sum(bar.values) for bar in bars)).top
    below = 0.0
    for bar, line in zip(bars, rows.lines, strict=True):
        assert line.label == bar.label
        assert below <= down(line.text_y) < down(line.bar_y)
        below = down(line.bar_y) + down(rows.bar_height)
        assert [part.series for part in line.parts] == [n for n, v in enumerate(bar.values, 1) if v]
        before = 0
        for value, part in zip((v for v in bar.values if v), line.parts, strict=True):
            assert share(part.width) > 0
            assert share(part.x) + share(part.width) <= 1.0001
            assert abs(share(part.x) - before / top) <= 0.005
            assert abs(share(part.width) - value / top) <= 0.005
            before += value
    assert below <= down(rows.height)


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=30))
def test_a_longer_bar_is_a_larger_number(counts: list[int]) -> None:
    rows = count_bars([Bar(str(count), (count,)) for count in counts])
    if rows is None:
        assert set(counts) == {0}
        return
    lengths = [sum(share(part.width) for part in line.parts) for line in rows.lines]
    for one, length in zip(counts, lengths, strict=True):
        for other, longer in zip(counts, lengths, strict=True):
            assert one <= other or length >= longer


def test_a_bar_that_does_not_fit_its_series_is_refused() -> None:
    with pytest.raises(ValueError, match="one value for each series"):
        kronor_bars([Bar("x", (1, 2))], ("en", "två", "tre"))
    with pytest.raises(ValueError, match="told apart"):
        kronor_bars([Bar("x", (1,) * 6)], tuple("abcdef"))


def test_without_numbers_nothing_is_drawn() -> None:
    assert kronor_bars([]) is None
    assert count_bars([Bar("2025", (0,))]) is None


def test_the_axis_goes_from_edge_to_edge() -> None:
    rows = kronor_bars([Bar("2025", (910_730,))])
    assert isinstance(rows, Rows)
    assert [(tick.x, tick.anchor) for tick in rows.ticks] == [
        ("0%", "start"),
        ("50%", "middle"),
        ("100%", "end"),
    ]
