"""Dates as people write them in forms: `2024 09 01`, `juni 2025`, `1 juli 2025`, `2025-07-01`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.words.dates import PartialDate, parse_partial_date

_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
_NAMES = "|".join((*_MONTHS, *(month[:3] for month in _MONTHS)))
_DATE = re.compile(
    r"\b(?P<year>(?:19|20)\d\d)(?P<gap>[-/. ]?)(?P<month>0[1-9]|1[0-2])(?P=gap)(?P<day>0[1-9]|[12]\d|3[01])\b"
    r"|\b(?P<year2>(?:19|20)\d\d)-(?P<month2>0[1-9]|1[0-2])\b"
    rf"|\b(?:(?P<day3>\d\d?) )?(?P<name>{_NAMES})\.?(?: (?P<year3>(?:19|20)\d\d))?\b",
    re.IGNORECASE,
)


def dates_in(text: str) -> Iterator[PartialDate]:
    """Every date, as precise as it is written. A month without a year takes the year of the next date."""
    found = list(_DATE.finditer(text))
    for number, match in enumerate(found):
        year = _year(match) or next((y for later in found[number:] if (y := _year(later))), None)
        if year is None:
            continue
        month = match["month"] or match["month2"] or f"{_month(match['name']):02}"
        day = match["day"] or match["day3"]
        written = f"{year}-{month}" + (f"-{int(day):02}" if day else "")
        try:
            yield parse_partial_date(written)
        except ValueError:  # 31 februari
            continue


def _year(match: re.Match[str]) -> str | None:
    return match["year"] or match["year2"] or match["year3"]


def _month(name: str) -> int:
    return next(number for number, month in enumerate(_MONTHS, 1) if month.startswith(name.casefold()[:3]))
