"""The oracle's calendar: dates of a year, a month or a day, and ends such as `1 år efter beslutet`."""

from __future__ import annotations

import calendar
import datetime as dt


def first_day(text: str) -> dt.date:
    """The earliest day that `2025`, `2025-09` or `2025-09-01` can mean."""
    year, month, day = _parts(text)
    return dt.date(year, month or 1, day or 1)


def last_day(text: str) -> dt.date:
    """The latest day that the date can mean."""
    year, month, day = _parts(text)
    month = month or 12
    return dt.date(year, month, day or calendar.monthrange(year, month)[1])


def _parts(text: str) -> tuple[int, int | None, int | None]:
    numbers = [int(part) for part in text.split("-")]
    return numbers[0], *[*numbers[1:], None, None][:2]  # type: ignore[return-value]


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day of a later month, or that month's last day when the month is shorter."""
    year, month = day.year, day.month + months
    while month > 12:
        year, month = year + 1, month - 12
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def permitted_until(
    text: str, decided: dt.date | None, insats_end: dt.date | None, budget_year_end: dt.date | None
) -> dt.date | None:
    """Rule 6: "Terms and consents can end: on a date, a time after the decision, after the insats' end, or
    after the end of a budget year." The last day that they hold; None when it cannot be counted.
    """
    if text[0].isdigit() and " " not in text:
        return last_day(text)
    anchors = {
        "beslutet": decided,
        "insatsens slut": insats_end,
        "budgetårets slut": budget_year_end,
        "budgetårets utgång": budget_year_end,
    }
    count, _, rest = text.partition(" ") if text[0].isdigit() else ("0", "", f"dagar efter {text}")
    unit, _, anchor = rest.partition(" efter ")
    start = anchors[anchor]
    if start is None:
        return None
    if unit in ("dag", "dagar"):
        return start + dt.timedelta(days=int(count))
    return months_later(start, int(count) * (12 if unit == "år" else 1))
