"""Money in whole kronor."""

from __future__ import annotations

import re

NBSP = "\u00a0"
_WHOLE = re.compile(r"(?:\d{1,3}(?:[ \u00a0\u202f_]\d{3})+|\d+)", re.ASCII)
LARGEST = 10**12


def parse_kronor(text: str) -> int:
    """`3200000`, `3 200 000` or `3_200_000` → 3200000. Unit: whole kronor.

    Raises ValueError for decimals, signs, units (tkr) and sums over 10^12.
    """
    if _WHOLE.fullmatch(text) is None:
        raise ValueError("shape")
    amount = int(re.sub(r"[ \u00a0\u202f_]", "", text))
    if amount > LARGEST:
        raise ValueError("size")
    return amount


def swedish_number(value: int) -> str:
    """1234567 → `1 234 567`, with no-break spaces."""
    return f"{value:,}".replace(",", NBSP)


def swedish_kronor(amount: int) -> str:
    """3222836 → `3 222 836 kr`, with no-break spaces."""
    return f"{swedish_number(amount)}{NBSP}kr"
