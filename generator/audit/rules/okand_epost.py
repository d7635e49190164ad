"""Every e-mail address on the site came from somewhere that the public side knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.audit.interface import Fault, Known, SiteCheck, SiteFile

_AT = re.compile(
    r"(?<![\w.+%-])[\w.+%-]{1,64}@(?P<host>(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,24})(?![\w-])(?!\.\w)"
)
# icon@2x.png, and the versions of packages that scripts name: pagefind@1.5.2 has no letters at its end.
_FILES = frozenset({"png", "jpg", "jpeg", "svg", "webp", "avif", "gif", "css", "js", "mjs", "html"})


def emails_in(text: str) -> Iterator[tuple[int, str]]:
    """(place, address in small letters) for each e-mail address."""
    if "@" not in text:
        return
    for match in _AT.finditer(text):
        if match["host"].rpartition(".")[2].lower() not in _FILES:
            yield match.start(), match[0].casefold()


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
