"""Horizontal bars, plain or stacked: a name, a value and a bar for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.charts.interface import MOST_SERIES, Line, Part, Rows, Tick, em, percent
from generator.charts.scale import Scale, count_ticks, kronor_ticks, scale, short_kronor
from generator.words.money import swedish_number

_AXIS, _TOP, _ROW, _TEXT, _BAR, _BAR_HEIGHT = 1.0, 1.5, 3.0, 1.2, 1.6, 1.0  # em
_LEAST = 0.004  # of the frame: a hair's breadth, so that no number is without its bar


@dataclass(frozen=True)
class Bar:
    """A name and its numbers, one for each series; none is negative."""

    label: str
    values: tuple[int, ...]


def kronor_bars(
    bars: Sequence[Bar], series: tuple[str, ...] = (), told: Callable[[int], str] = short_kronor
) -> Rows | None:
    """Bars of kr; `told` writes a bar's sum. None when there is nothing to draw."""
    return _rows(bars, series, told, kronor_ticks)


def count_bars(bars: Sequence[Bar], series: tuple[str, ...] = ()) -> Rows | None:
    """Bars of counts. None when there is nothing to draw."""
    return _rows(bars, series, swedish_number, count_ticks)


def _rows(
    bars: Sequence[Bar],
    series: tuple[str, ...],
    told: Callable[[int], str],
    ticks: Callable[[Scale], tuple[Tick, ...]],
) -> Rows | None:
    if len(series) > MOST_SERIES or any(len(bar.values) != max(len(series), 1) for bar in bars):
        raise ValueError("each bar has one value for each series, and the series can be told apart")
    largest = max((sum(bar.values) for bar in bars), default=0)
    if largest == 0:
        return None
    axis = scale(largest)
    return Rows(
        height=em(row_y(len(bars))),
        bar_height=em(_BAR_HEIGHT),
        axis_y=em(_AXIS),
        top_y=em(_TOP),
        ticks=ticks(axis),
        lines=tuple(
            line(place, bar.label, told(sum(bar.values)), _parts(bar.values, axis))
            for place, bar in enumerate(bars)
        ),
        series=series,
    )


def row_y(place: int) -> float:
    """Where row number `place` begins, in em."""
    return _TOP + 0.2 + place * _ROW


def line(place: int, label: str, value: str, parts: tuple[Part, ...]) -> Line:
    """Row number `place` of a diagram of rows."""
    return Line(label, value, em(row_y(place) + _TEXT), em(row_y(place) + _BAR), parts)


def _parts(values: Sequence[int], axis: Scale) -> tuple[Part, ...]:
    found, before = [], 0
    for series, value in enumerate(values, start=1):
        if value:
            start = min(axis.share(before), 1 - _LEAST)
            width = max(axis.share(value), _LEAST)
            found.append(Part(percent(start), percent(min(width, 1 - start)), series))
        before += value
    return tuple(found)
