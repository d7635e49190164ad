"""E-mail addresses that look like a person's own, where only a function's may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from generator.records.config import ForbundConfig
from generator.storage.located import Located
from generator.words.findings import Finding, Position, Severity
from generator.words.fornamn import first_names
from generator.words.swedish import fold

RULE = "personlig-adress"
MESSAGE = "E-postadressen ser ut att vara en persons. Den visas för alla, utan att personen har tillfrågats."
ADVICE = "Skriv en funktionsadress, till exempel jobbcentrum@kommun.se."
_LINK = re.compile(r"mailto:(?P<address>[^\s)>\"'?\]]+)", re.IGNORECASE)
_BETWEEN = re.compile(r"[._-]")


def is_personal(address: str) -> bool:
    """Whether it begins as `förnamn.efternamn@`, with a first name that is common in Sweden."""
    local, at, _ = address.strip().partition("@")
    words = _BETWEEN.split(fold(local))
    return bool(at) and len(words) > 1 and words[0] in _first_names() and all(map(str.isalpha, words))


@cache
def _first_names() -> frozenset[str]:
    return frozenset(map(fold, first_names()))


def check_forbund_contact(forbund: Mapping[str, Located[ForbundConfig]]) -> Iterator[Finding]:
    """A warning for each förbund whose address is a person's."""
    for located in forbund.values():
        contact = located.value.contact
        if contact is not None and contact.email is not None and is_personal(contact.email):
            place = located.at("kontakt", "e-post")
            yield Finding(located.file, place, RULE, MESSAGE, ADVICE, Severity.WARNING)


def check_mail_links(pages: Mapping[str, str]) -> Iterator[Finding]:
    """A warning for each link to a person's address in pages written by hand, by file."""
    for file, text in pages.items():
        for number, line in enumerate(text.split("\n"), 1):
            for match in _LINK.finditer(line):
                if is_personal(match["address"]):
                    place = Position(number, match.start("address") + 1)
                    yield Finding(file, place, RULE, MESSAGE, ADVICE, Severity.WARNING)
