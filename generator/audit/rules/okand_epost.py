"""Every e-mail address on the site came from somewhere that the public side knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.audit.interface import Fault, Known, SiteCheck, SiteFile

_AT = re.compile(
    r"(?<![\w.+%-])[\w.+%-]{1,64}@(?P<host>(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,24})(?![\w-])(?!\.\w)"
)
_LONGEST, _LONGEST_HOST = 64, 512  # signs before and after the @ (RFC 5321 has 64 and 255)
# icon@2x.png, and the versions of packages that scripts name: pagefind@1.5.2 has no letters at its end.
_FILES = frozenset({"png", "jpg", "jpeg", "svg", "webp", "avif", "gif", "css", "js", "mjs", "html"})


def emails_in(text: str) -> Iterator[tuple[int, str]]:
    """(place, address in small letters) for each e-mail address."""
    at, end = text.find("@"), 0
    while at >= 0:
        match = _AT.search(text, max(end, at - _LONGEST), at + _LONGEST_HOST)
        # Of the next one the window may hold only a part.
        if match is not None and match.start("host") == at + 1:
            end = match.end()
            if match["host"].rpartition(".")[2].lower() not in _FILES:
                yield match.start(), match[0].casefold()
        at = text.find("@", max(at + 1, end))


def _check(file: SiteFile, known: Known) -> Iterator[Fault]:
    told: set[str] = set()
    for reading in file.readings:
        if reading.noisy:
            continue
        for place, address in emails_in(reading.text):
            address = address.removeprefix("mailto:")
            if address not in known.emails and address not in told:
                told.add(address)
                yield Fault(
                    reading.line(place),
                    "Här står en e-postadress som ingen post, inställning eller egen sida visar.",
                    "Se efter varifrån den kommer och ta bort den där.",
                )


SITE_CHECK = SiteCheck(
    name="okand-epost",
    sentence="Varje e-postadress på webbplatsen står också i det som får visas.",
    check=_check,
)
