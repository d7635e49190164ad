"""Axes with round numbers, and numbers as Swedish readers write them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts.interface import Tick, percent
from generator.words.money import NBSP, swedish_number

_MOST_STEPS = 4
_UNITS = (
    (2_000_000_000, 1_000_000_000, "mdkr"),
    (2_000_000, 1_000_000, "mnkr"),
    (2_000, 1_000, "tkr"),
    (0, 1, "kr"),
)
UNIT_WORDS = {
    "mdkr": "mdkr betyder miljarder kronor",
    "mnkr": "mnkr betyder miljoner kronor",
    "tkr": "tkr betyder tusen kronor",
}


@dataclass(frozen=True)
class Scale:
    """From nought to `top` in equal steps, both whole and round; no number of the diagram is larger."""

    top: int
    step: int

    @property
    def values(self) -> tuple[int, ...]:
        """Nought, the steps, the top."""
        return tuple(range(0, self.top + 1, self.step))

    def share(self, value: int) -> float:
        """How far along the axis a value stands, 0–1."""
        return value / self.top


def scale(largest: int) -> Scale:
    """The axis for numbers up to `largest` (at least 1): steps of 1, 2 or 5 and noughts, four at most."""
    magnitude = 1
    while True:
        for step in (magnitude, 2 * magnitude, 5 * magnitude):
            steps = -(-max(largest, 1) // step)
            if steps <= _MOST_STEPS:
                return Scale(steps * step, step)
        magnitude *= 10


def _decimal(value: int, unit: int) -> str:
    """`4,4`: one decimal at most, and none that is nought; half a tenth goes up."""
    tenths = (value * 20 + unit) // (2 * unit)
    whole, rest = divmod(tenths, 10)
    return swedish_number(whole) + (f",{rest}" if rest else "")


def short_kronor(amount: int) -> str:
    """4418130 → `4,4 mnkr`, 910730 → `911 tkr`: for a bar; the exact sum stands in the table."""
    if amount >= 1_000_000_000:
        return f"{_decimal(amount, 1_000_000_000)}{NBSP}mdkr"
    if amount >= 1_000_000:
        return f"{_decimal(amount, 1_000_000)}{NBSP}mnkr"
    if amount >= 1_000:  # 999 600 is a thousand tkr, and reads as one
        return f"{swedish_number((amount + 500) // 1000)}{NBSP}tkr"
    return f"{swedish_number(amount)}{NBSP}kr"


def kronor_unit(axis: Scale) -> str:
    """The unit in which the axis is written: `mnkr`, `tkr` or `kr`."""
    return next(name for least, _, name in _UNITS if axis.top >= least)


def kronor_ticks(axis: Scale) -> tuple[Tick, ...]:
    """The axis in its unit: `0 mnkr`, `0,5`, `1`.

    The unit stands at the nought: `0 200 400 600` is a telephone number.
    """
    divisor = next(unit for least, unit, _ in _UNITS if axis.top >= least)
    texts = [_decimal(value, divisor) for value in axis.values]
    texts[0] += f"{NBSP}{kronor_unit(axis)}"
    return _placed(axis, texts)


def count_ticks(axis: Scale) -> tuple[Tick, ...]:
    """The axis in whole numbers: `0 st`, `5`, `10`. The nought has a unit for the reason above."""
    first, *rest = (swedish_number(value) for value in axis.values)
    return _placed(axis, [f"{first}{NBSP}st", *rest])


def _placed(axis: Scale, texts: list[str]) -> tuple[Tick, ...]:
    last = len(texts) - 1
    return tuple(
        Tick(
            percent(axis.share(value)),
            text,
            "start" if place == 0 else "end" if place == last else "middle",
        )
        for place, (value, text) in enumerate(zip(axis.values, texts, strict=True))
    )


def level(value: int, largest: int) -> int:
    """1–4: where a count of at least one stands among those up to `largest`."""
    return next(step for step, _, most in levels(largest) if value <= most)


# Of fewer classes than four the densities lie further apart.
_DENSITIES = {1: (3,), 2: (2, 4), 3: (1, 2, 4), 4: (1, 2, 3, 4)}


def levels(largest: int) -> tuple[tuple[int, int, int], ...]:
    """At most four classes (level, first, last) that hold every count from 1 to `largest`, few to many.

    Up to four each count has its own; beyond, each class is some times as wide as the one before, for
    most places have few.
    """
    if largest <= 4:
        ends = list(range(1, max(largest, 1) + 1))
    else:
        ends = sorted({max(1, round(largest ** (step / 4))) for step in range(1, 4)} | {largest})
    starts = [1, *(end + 1 for end in ends[:-1])]
    return tuple(zip(_DENSITIES[len(ends)], starts, ends, strict=True))
