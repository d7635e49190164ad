"""When a permission ends: on a date, or a time after the decision, the insats or a budget year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from generator.records.fields import refuse
from generator.words.dates import PartialDate, add_months, parse_partial_date


class Anchor(StrEnum):
    """What the time is counted from."""

    DECISION = "beslutet"
    INSATS_END = "insatsens slut"
    BUDGET_YEAR_END = "budgetårets slut"


_ANCHORS = {
    "beslut": Anchor.DECISION,
    "beslutet": Anchor.DECISION,
    "insatsen": Anchor.INSATS_END,
    "insatsens slut": Anchor.INSATS_END,
    "budgetåret": Anchor.BUDGET_YEAR_END,
    "budgetårets slut": Anchor.BUDGET_YEAR_END,
    "budgetårets utgång": Anchor.BUDGET_YEAR_END,
}
_UNITS = {"dag": "dag", "dagar": "dag", "månad": "månad", "månader": "månad", "år": "år"}
_RELATIVE = re.compile(r"(\d{1,4}) (dagar|dag|månader|månad|år) efter (.+)")
_MOST_YEARS = 999  # 9999 years after a decision is no day of Python's calendar
_ADVICE = (
    "Skriv ett datum (2027-12-31) eller en tid efter beslutet, insatsens slut eller "
    "budgetårets slut, till exempel: 2 år efter budgetårets slut."
)


@dataclass(frozen=True)
class End:
    """The last day of a permission. `on` is a fixed date; otherwise `count` `unit` after `anchor`."""

    text: str
    on: PartialDate | None = None
    count: int = 0
    unit: str = "dag"
    anchor: Anchor | None = None

    def last_day(self, anchors: dict[Anchor, date | None]) -> date | None:
        """The last day that the permission holds; None when its anchor is not known."""
        if self.on is not None:
            return self.on.last_day
        start = anchors.get(self.anchor) if self.anchor is not None else None
        if start is None:
            return None
        if self.unit == "dag":
            return start + timedelta(days=self.count)
        return add_months(start, self.count * (12 if self.unit == "år" else 1))


def parse_end(text: str) -> End:
    """`2027-12-31`, `6 månader efter insatsens slut`, `insatsens slut` → End. ValueError otherwise."""
    text = " ".join(text.split())
    if text.casefold() in _ANCHORS:
        return End(text, anchor=_ANCHORS[text.casefold()])
    match = _RELATIVE.fullmatch(text.casefold())
    if match is not None and match[3] in _ANCHORS:
        if _UNITS[match[2]] == "år" and int(match[1]) > _MOST_YEARS:
            raise ValueError("years")
        return End(text, count=int(match[1]), unit=_UNITS[match[2]], anchor=_ANCHORS[match[3]])
    return End(text, on=parse_partial_date(text))


def _end(value: object) -> End:
    try:
        return parse_end(value if isinstance(value, str) else "")
    except ValueError:
        refuse("Det går inte att förstå hur länge det gäller.", _ADVICE)


EndText = Annotated[
    End,
    PlainValidator(_end),
    WithJsonSchema({"type": "string", "examples": ["2 år efter budgetårets slut", "2027-12-31"]}),
]
