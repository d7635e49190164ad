"""Reads through the ways in which one number can be written: dashes, spaces, invisible characters."""

from __future__ import annotations

import re
import unicodedata

from generator.words.swedish import visible

_DASHES = re.compile(r"[\u2010-\u2015\u2212]")


def spelled_out(text: str) -> str:
    """The text with every dash a hyphen and every space a plain one, without invisible characters.

    Line breaks stay, so a match can be placed in the text it came from.
    """
    return _DASHES.sub("-", visible(unicodedata.normalize("NFKC", text)))


def national(phone: str) -> str:
    """Digits only, with the national prefix: +46 (0)31 390 06 15 → 0313900615."""
    digits = re.sub(r"\D", "", phone)
    for prefix in ("0046", "46"):
        if digits.startswith(prefix):
            return "0" + digits.removeprefix(prefix).removeprefix("0")
    return digits
