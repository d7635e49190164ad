"""Dates that keep the precision they were written with: a year, a month or a day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
# Also with the dashes that word processors put in the place of hyphens.
_YEAR_FIRST = re.compile(
    r"(\d{4})[-\u2010-\u2015\u2212/.](\d{1,2})(?:[-\u2010-\u2015\u2212/.](\d{1,2}))?", re.ASCII
)
_EIGHT_DIGITS = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_IN_WORDS = re.compile(rf"(?:(\d{{1,2}}) )?({'|'.join(_MONTHS)}) (\d{{4}})", re.ASCII)
_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True)
class PartialDate:
    """A calendar date known to the year, the month or the day.

    `month` and `day` are None where the writer did not give them; nothing is filled in.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first_day(self) -> date:
        """The earliest day that this date can mean."""
        month = 1 if self.month is None else self.month
        return date(self.year, month, 1 if self.day is None else self.day)

    @property
    def last_day(self) -> date:
        """The latest day that this date can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        """The ISO 8601 text with the same precision: `2025`, `2025-09` or `2025-09-01`."""
        parts = [f"{self.year:04}"]
        if self.month is not None:
            parts.append(f"{self.month:02}")
        if self.day is not None:
            parts.append(f"{self.day:02}")
        return "-".join(parts)


def parse_partial_date(text: str) -> PartialDate:
    """`2025`, `2025-09` or `2025-09-01` → a date of that precision.

    Raises ValueError for any other shape, for a day that does not exist, and for years
    outside 1900–2199 (a typing error in every case seen).
    """
    match = _WRITTEN.fullmatch(text)
    if match is None:
        raise ValueError("shape")
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or not 1900 <= year < 2200:
        raise ValueError("year")
    written = PartialDate(year, month, day)
    _ = written.first_day  # raises ValueError for 2024-13, 2024-00 and 2024-02-30
    return written


def as_iso(text: str) -> str | None:
    """`2025/6/12`, `20250612`, `12 juni 2025` → `2025-06-12`; `2025.6`, `juni 2025` → `2025-06`.

    None for what is written so already, and for what can be read in two ways (`12/06/2025`) or not at all.
    """
    parts = _YEAR_FIRST.fullmatch(text) or _EIGHT_DIGITS.fullmatch(text)
    if parts is not None:
        written = parts.groups()
    elif (words := _IN_WORDS.fullmatch(text.casefold())) is not None:
        written = (words[3], str(_MONTHS.index(words[2]) + 1), words[1])
    else:
        return None
    found = "-".join(part.zfill(2) for part in written if part is not None)
    try:
        parse_partial_date(found)
    except ValueError:
        return None
    return None if found == text else found


def swedish_date(when: PartialDate | date) -> str:
    """`12 juni 2025`, `september 2025` or `2025`, as precise as the date is."""
    if isinstance(when, date):
        when = PartialDate(when.year, when.month, when.day)
    words = [str(when.year)]
    if when.month is not None:
        words.insert(0, _MONTHS[when.month - 1])
    if when.day is not None:
        words.insert(0, str(when.day))
    return " ".join(words)


def swedish_period(start: PartialDate | None, end: PartialDate | None) -> str:
    """`september 2024 – augusti 2026`; an open side is said in words; "" when both are open."""
    if start is not None and end is not None:
        if str(start) == str(end):
            return swedish_date(start)
        return f"{swedish_date(start)} – {swedish_date(end)}"
    if start is not None:
        return f"från {swedish_date(start)}"
    if end is not None:
        return f"till {swedish_date(end)}"
    return ""


def add_months(day: date, months: int) -> date:
    """The same day of the month `months` later, or that month's last day when it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
