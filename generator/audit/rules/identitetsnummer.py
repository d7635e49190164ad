"""No identity number stands on the site, nor an id of an electronic signature."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.audit.interface import Fault, Known, SiteCheck, SiteFile

# By shape, not checksum: mistyped numbers are private too. Samordningsnummer add 60 to the day. In the
# numbers of organisations the "month" is 20 or more.
_MONTH_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
_NUMBER = re.compile(
    rf"(?<![\w.#+-])(?:(?<![,/])(?:18|19|20)\d\d{_MONTH_DAY} ?[-+\u2010-\u2015 ]? ?\d{{4}}(?![.,]\d)"
    rf"|\d\d{_MONTH_DAY} ?[-+\u2010-\u2015] ?\d{{4}}"
    rf"|(?<![,/])(?P<bare>\d\d{_MONTH_DAY} ?\d{{4}})(?![.,]\d))(?![\w-])"
)
# All signs that a number can be written with, from its first digit on; what may not follow is looked at too.
_DIGITS = re.compile(r"\d[\d +\u2010-\u2015-]{9,}")
_BEYOND = 2
_UUID = re.compile(r"(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])", re.IGNORECASE)
# In small letters or large, written out: without the flag it is sought at the speed of its first sign.
_SIGNED_WITH = re.compile(r"[bB][aA][nN][kK][ -]?[iI][dD]|[fF][rR][eE][jJ][aA]")
_OF_UUID = re.compile(r"-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-")  # few pages have one: then no word is sought
_NEAR = 200  # characters
_SCRIPTS = frozenset({".css", ".js", ".mjs", ".svg", ".wasm", ".pagefind"})
_ADVICE = "Ta bort det där det kommer ifrån. Sådana nummer får aldrig visas."


def _check(file: SiteFile, _known: Known) -> Iterator[Fault]:
    told: set[str] = set()
    for reading in file.readings:
        if reading.noisy:
            continue
        for match in () if file.suffix in _SCRIPTS else _numbers_in(reading.text):
            if match[0] not in told and (match["bare"] is None or _checks_out(match["bare"])):
                told.add(match[0])
                yield Fault(
                    reading.line(match.start()), "Här står något som ser ut som ett personnummer.", _ADVICE
                )
        for match in _SIGNED_WITH.finditer(reading.text) if _OF_UUID.search(reading.text) else ():
            signature = _UUID.search(reading.text, max(match.start() - _NEAR, 0), match.end() + _NEAR)
            if signature is not None and signature[0] not in told:
                told.add(signature[0])
                message = "Här står ett id från en elektronisk underskrift."
                yield Fault(reading.line(signature.start()), message, _ADVICE)


def _numbers_in(text: str) -> Iterator[re.Match[str]]:
    """What `_NUMBER` finds, sought only where digits stand that could be one: a page has few of those."""
    for place in _DIGITS.finditer(text):
        yield from _NUMBER.finditer(text, place.start(), min(place.end() + _BEYOND, len(text)))


def _checks_out(bare: str) -> bool:
    """Ten digits with nothing between are mostly a phone number or a count: here the checksum decides."""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(bare.replace(" ", "")))
    return not bare.startswith("0") and sum(value // 10 + value % 10 for value in doubled) % 10 == 0


SITE_CHECK = SiteCheck(
    name="identitetsnummer",
    sentence="På webbplatsen står inga personnummer, samordningsnummer eller BankID-nummer.",
    check=_check,
)
