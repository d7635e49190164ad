"""Reads through the ways in which one number can be written: dashes, spaces, invisible characters."""

from __future__ import annotations

import re
import unicodedata

from generator.words.swedish import visible

_UUID = re.compile(r"(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])", re.IGNORECASE)
# By shape, not checksum: samordningsnummer add 60 to the day, and mistyped numbers are private too.
_IDENTITY = re.compile(
    r"(?<!\d)(?<!\d-)(?:(?:18|19|20)\d\d|\d\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
    r" ?[-+ ]? ?\d{4}(?!-?\d)"
)
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


def has_identity_number(text: str) -> bool:
    """Whether a line has what looks like a personnummer, a samordningsnummer or a BankID id."""
    plain = spelled_out(text)
    return _IDENTITY.search(plain) is not None or _UUID.search(plain) is not None
