"""Every Swedish phone number on the site came from somewhere that the public side knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from phonenumbers import Leniency, PhoneNumberMatcher

from generator.audit.interface import Fault, Known, SiteCheck, SiteFile
from generator.words.numbers import national

# A trunk zero or the country code, then seven to eleven digits in groups. phonenumbers itself reads a page in
# seconds; these windows are all that it could find there. What may not stand before is looked at after the
# first signs: only a pattern that begins with signs is sought at the speed of a search for them.
_BEFORE = r"[\w.,/=#-]"
_WINDOW = re.compile(
    rf"(?:\+46(?<!{_BEFORE}\+46)|0046(?<!{_BEFORE}0046)|\(0(?<!{_BEFORE}\(0)|0(?<!{_BEFORE}0))"
    r"[ \u00a0]?(?:\(0\))?"
    r"(?:[ \u00a0()/.\u2010-\u2015-]{0,3}\d){7,12}(?![\w%])"
)
# Of a sum over a milliard the groups after the first could be dialled.
_GROUPS, _DIGIT_BEFORE = re.compile(r"0\d\d(?:[ \u00a0]\d{3}){2,3}"), re.compile(r"\d[ \u00a0]")
_SCRIPTS = frozenset({".css", ".js", ".mjs", ".svg", ".wasm", ".pagefind"})  # coordinates and constants


def phones_in(text: str) -> Iterator[tuple[int, str]]:
    """(place, national digits) for each number that could be dialled in Sweden."""
    for window in _WINDOW.finditer(text):
        before = text[max(window.start() - 2, 0) : window.start()]
        if _GROUPS.fullmatch(window[0]) and _DIGIT_BEFORE.fullmatch(before):
            continue
        for number in _valid(window[0]):
            yield window.start(), number


@lru_cache(maxsize=10_000)
def _valid(window: str) -> tuple[str, ...]:
    found = PhoneNumberMatcher(window, "SE", leniency=Leniency.VALID)
    return tuple(national(f"+{match.number.country_code}{match.number.national_number}") for match in found)


def _check(file: SiteFile, known: Known) -> Iterator[Fault]:
    if file.suffix in _SCRIPTS:
        return
    told: set[str] = set()
    for reading in file.readings:
        if reading.noisy:
            continue
        for place, number in phones_in(reading.text):
            if number not in known.phones and number not in told:
                told.add(number)
                yield Fault(
                    reading.line(place),
                    "Här står ett telefonnummer som ingen post, inställning eller egen sida visar.",
                    "Se efter varifrån det kommer och ta bort det där.",
                )


SITE_CHECK = SiteCheck(
    name="okant-telefonnummer",
    sentence="Varje svenskt telefonnummer på webbplatsen står också i det som får visas.",
    check=_check,
)
