"""Times as bars below the years, with a line for today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.charts.bars import line, row_y
from generator.charts.interface import Part, Rows, Tick, em, percent

_MOST_YEARS_NAMED = 7
_LAST_NAMED = 0.9  # of the frame: a year's number needs room after it
_LONGEST_LABEL = 38  # characters: what a phone holds on one line


@dataclass(frozen=True)
class Span:
    """A name with a time: first and last day, None where that side is not known. Not both are None.

    `mark` is a word that is never cut off.
    """

    label: str
    first: date | None
    last: date | None
    mark: str | None = None


def gantt(spans: Sequence[Span], day: date, today: str = "i dag") -> Rows | None:
    """The spans in their order, from the first year to the last, today's among them. None without spans."""
    days = [when for span in spans for when in (span.first, span.last) if when is not None]
    if not days:
        return None
    first = date(min(*days, day).year, 1, 1).toordinal()
    last = date(max(*days, day).year, 12, 31).toordinal() + 1  # the day after: a bar holds its last day

    def share(ordinal: int) -> float:
        return (ordinal - first) / (last - first)

    def part(span: Span) -> Part:
        start = span.first.toordinal() if span.first is not None else first
        end = span.last.toordinal() + 1 if span.last is not None else last
        start, end = min(start, last - 1), max(end, start + 1)
        return Part(
            percent(share(start)),
            percent(max(share(end) - share(start), 0.004)),
            open=span.first is None or span.last is None,
        )

    years = range(date.fromordinal(first).year, date.fromordinal(last - 1).year + 1)
    every = -(-len(years) // _MOST_YEARS_NAMED)
    return Rows(
        height=em(row_y(len(spans)) + 1.3),
        bar_height=em(0.8),
        axis_y=em(1.0),
        top_y=em(1.5),
        ticks=tuple(
            Tick(percent(place), str(year), "start")
            for year in years[::every]
            if (place := share(date(year, 1, 1).toordinal())) <= _LAST_NAMED
        ),
        lines=tuple(line(place, _label(span), "", (part(span),)) for place, span in enumerate(spans)),
        mark=_mark(share(day.toordinal()), today),
    )


def _label(span: Span) -> str:
    if span.mark is None:
        return shortened(span.label)
    return f"{shortened(span.label, _LONGEST_LABEL - len(span.mark) - 3)} ({span.mark})"


def _mark(share: float, text: str) -> Tick:
    return Tick(percent(share), text, "end" if share > 0.5 else "start")


def shortened(label: str, longest: int = _LONGEST_LABEL) -> str:
    """The label, cut with … where it is too long for one line of a diagram; the table has it whole."""
    return label if len(label) <= longest else f"{label[: longest - 1].rstrip(' ,;:.–-')}…"
