"""Amounts as people write them: `3 222 836 Kr`, `150 tkr`, `910730`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.words.money import LARGEST

_UNIT = r"(?P<unit>tkr|kkr|tusen kr(?:onor)?|mkr|kr(?:onor)?|:-)"
_FIGURE = r"(?P<figure>\d{1,3}(?:[ .\u00a0]\d{3})+|\d+)(?:,(?P<ore>\d\d))?"
_AMOUNT = re.compile(rf"(?<![\d,.-]){_FIGURE}\s*{_UNIT}?(?![\d%-])", re.IGNORECASE)
_CELL = re.compile(rf"(?P<minus>[-–−])?\s*{_FIGURE}\s*{_UNIT}?", re.IGNORECASE)
_DIGITS_OF_A_YEAR = 4
_TIMES = {"tkr": 1000, "kkr": 1000, "mkr": 1_000_000}


@dataclass(frozen=True)
class Amount:
    """`value` in kronor if `unit` was written, otherwise the bare figure; `unit` is "" when it was not."""

    value: int
    unit: str


def _amount(match: re.Match[str]) -> Amount:
    unit = (match["unit"] or "").casefold()
    times = 1000 if unit.startswith("tusen") else _TIMES.get(unit, 1)
    return Amount(int(re.sub(r"\D", "", match["figure"])) * times, unit)


def amounts_in(text: str) -> Iterator[Amount]:
    """The amounts of a text: figures with a unit, or of five digits or more."""
    for match in _AMOUNT.finditer(text):
        amount = _amount(match)
        told = match["unit"] or len(re.sub(r"\D", "", match["figure"])) > _DIGITS_OF_A_YEAR
        if told and amount.value <= LARGEST:
            yield amount


def cell_amount(cell: str) -> Amount | None:
    """The amount that a cell of a table is; None for everything else, a date or `100%`."""
    match = _CELL.fullmatch(cell.strip())
    amount = None if match is None or match["minus"] else _amount(match)
    return amount if amount is not None and amount.value <= LARGEST else None
