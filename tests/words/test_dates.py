"""Dates with the precision they were written with."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.words.dates import (
    PartialDate,
    add_months,
    as_iso,
    parse_partial_date,
    swedish_date,
    swedish_period,
)


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("2025", PartialDate(2025)),
        ("2025-09", PartialDate(2025, 9)),
        ("2025-09-01", PartialDate(2025, 9, 1)),
        ("2024-02-29", PartialDate(2024, 2, 29)),
        ("1900", PartialDate(1900)),
        ("2199-12-31", PartialDate(2199, 12, 31)),
    ],
)
def test_a_date_keeps_its_precision_and_its_text(text: str, parsed: PartialDate) -> None:
    assert parse_partial_date(text) == parsed
    assert str(parsed) == text


@pytest.mark.parametrize(
    "text",
    [
        "2024-13", "2024-00", "2024-02-30", "2023-02-29", "2024-04-31", "2024-09-00", "2024-00-10",
        "1899", "2200", "24", "2024-9", "2024-09-1", "2024/09", "20240901", "2024 09 01", "juni 2025",
        "2024-09-01T00:00", "2024-", "2024-09-", "", " 2024", "2024\n", "٢٠٢٤", "+2024", "2024-W40-1",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_partial_date(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-09", date(2025, 9, 1), date(2025, 9, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-12", date(2025, 12, 1), date(2025, 12, 31)),
        ("2025-09-07", date(2025, 9, 7), date(2025, 9, 7)),
    ],
)
def test_a_date_spans_the_days_that_it_can_mean(text: str, first: date, last: date) -> None:
    when = parse_partial_date(text)
    assert (when.first_day, when.last_day) == (first, last)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_comes_back_from_its_text_and_lies_in_its_month_and_year(day: date) -> None:
    text = day.isoformat()
    assert parse_partial_date(text).first_day == parse_partial_date(text).last_day == day
    for shorter in (text[:4], text[:7]):
        when = parse_partial_date(shorter)
        assert str(when) == shorter
        assert when.first_day <= day <= when.last_day


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (PartialDate(2025), "2025"),
        (PartialDate(2025, 9), "september 2025"),
        (PartialDate(2025, 6, 12), "12 juni 2025"),
        (date(2026, 1, 2), "2 januari 2026"),
        (PartialDate(2026, 12, 31), "31 december 2026"),
    ],
)
def test_a_date_is_said_in_swedish(when: PartialDate | date, said: str) -> None:
    assert swedish_date(when) == said


def test_every_month_has_its_swedish_name() -> None:
    assert [swedish_date(PartialDate(2025, month)).split()[0] for month in range(1, 13)] == [
        "januari", "februari", "mars", "april", "maj", "juni",
        "juli", "augusti", "september", "oktober", "november", "december",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2024-09", "2026-08", "september 2024 – augusti 2026"),
        ("2024-09-01", "2026-08-30", "1 september 2024 – 30 augusti 2026"),
        ("2025", "2027", "2025 – 2027"),
        ("2025", "2025", "2025"),
        ("2025", "2025-12", "2025 – december 2025"),
        ("2025-09", None, "från september 2025"),
        (None, "2027", "till 2027"),
        (None, None, ""),
    ],
)
def test_a_period_is_said_in_swedish(start: str | None, end: str | None, said: str) -> None:
    parsed = [None if text is None else parse_partial_date(text) for text in (start, end)]
    assert swedish_period(*parsed) == said


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 8, 30), 6, date(2027, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 11, 23), 1, date(2026, 12, 23)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 11, 30), 0, date(2026, 11, 30)),
        (date(2026, 1, 15), 23, date(2027, 12, 15)),
    ],
)
def test_months_are_added_and_end_with_a_shorter_month(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2025/6/12", "2025-06-12"), ("2025.06.12", "2025-06-12"), ("2025–06–12", "2025-06-12"),
        ("2025-6-1", "2025-06-01"), ("2025/6", "2025-06"), ("20250612", "2025-06-12"),
        ("12 juni 2025", "2025-06-12"), ("Juni 2025", "2025-06"), ("1 maj 2025", "2025-05-01"),
        ("2025-06-12", None), ("2025-06", None), ("2025", None), ("2025/13/1", None), ("2025/17", None),
        ("2025/2/30", None), ("12/6/2025", None), ("06/12/2025", None), ("202506", None), ("1850/6/12", None),
        ("juni", None), ("31 juni 2025", None), ("12 june 2025", None), ("2025/6/12 kl. 9", None), ("", None),
    ],
)  # fmt: skip
def test_other_ways_to_write_a_date_that_mean_one_day(written: str, iso: str | None) -> None:
    assert as_iso(written) == iso
