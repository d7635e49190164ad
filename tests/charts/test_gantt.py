"""Times: each within the frame, in its place, and today's line."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from generator.charts.gantt import Span, gantt, shortened
from tests.charts.test_bars import share

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@st.composite
def spans(draw: st.DrawFn) -> list[Span]:
    found = []
    for place in range(draw(st.integers(0, 12))):
        first, last = sorted((draw(DAYS), draw(DAYS)))
        open_side = draw(st.sampled_from(["none", "first", "last"]))
        found.append(
            Span(
                f"insats {place}",
                None if open_side == "first" else first,
                None if open_side == "last" else last,
            )
        )
    return found


@given(spans(), DAYS)
def test_every_bar_lies_where_its_days_are(drawn: list[Span], day: date) -> None:
    rows = gantt(drawn, day)
    if rows is None:
        assert drawn == []
        return
    ends = [when for span in drawn for when in (span.first, span.last) if when]
    first = date(min(*ends, day).year, 1, 1)
    days = (date(max(*ends, day).year + 1, 1, 1) - first).days
    assert rows.mark is not None
    assert abs(share(rows.mark.x) * days - (day - first).days) <= 0.0001 * days
    for span, line in zip(drawn, rows.lines, strict=True):
        (part,) = line.parts
        assert part.open == (span.first is None or span.last is None)
        start, end = share(part.x), share(part.x) + share(part.width)
        assert 0 <= start < end <= 1.0041
        assert abs(start * days - ((span.first - first).days if span.first else 0)) <= 0.0002 * days
        assert abs(end * days - ((span.last - first).days + 1 if span.last else days)) <= 0.0042 * days


def test_an_example_is_never_cut_away() -> None:
    rows = gantt(
        [Span("Ett mycket långt namn på en insats i flera delar", None, date(2026, 1, 1), "exempel")],
        date(2026, 1, 1),
    )
    assert rows is not None
    assert rows.lines[0].label == "Ett mycket långt namn på en… (exempel)"


def test_a_name_is_cut_only_when_it_is_long() -> None:
    assert shortened("Jobbvägen") == "Jobbvägen"
    assert shortened("Jobbvägen – Försteg till ordinarie verksamhet", 12) == "Jobbvägen…"
