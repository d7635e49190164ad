"""Finds a known e-mail address or phone number in running text, however it is broken up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.words.numbers import national
from generator.words.swedish import fold

# A number may go on in the next line: the page joins the lines of a paragraph.
_DIGITS = re.compile(r"\+?\d(?:(?:[\W_]{0,4}|\s{5,40})\d){5,}")
_AT = re.compile(r"(?<!\s)\s*(?:@|[(\[{]\s*(?:at|a|snabel-?a)\s*[)\]}])\s*")
_SHORTEST_PHONE = 6  # digits; shorter runs stand in every budget


def emails_in(text: str, emails: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(where it begins, which of `emails`)."""
    needles = [fold(email) for email in emails]
    start = 0
    for line in text.split("\n"):
        if needles and _AT.search(line):
            seen = fold(line)
            joined = _AT.sub("@", seen)
            for number, needle in enumerate(needles):
                if needle in joined:
                    # Folding may change the length: then the place in the line is not known.
                    place = seen.find(needle.partition("@")[0]) if len(seen) == len(line) else 0
                    yield start + max(0, place), number
        start += len(line) + 1


def phones_in(text: str, phone: str) -> Iterator[int]:
    """Where the number begins: national, with +46, or as it is dialled in its own town."""
    wanted = national(phone)
    if len(wanted) < _SHORTEST_PHONE:
        return
    forms = (wanted, f"46{wanted[1:]}") if wanted[0] == "0" else (wanted,)
    for match in _DIGITS.finditer(text):
        places = [place for place in range(*match.span()) if text[place].isdigit()]
        digits = "".join(text[place] for place in places)
        if len(digits) >= _SHORTEST_PHONE and wanted.endswith(digits):
            yield places[0]
        for form in forms:
            for found in re.finditer(form, digits):
                yield places[found.start()]
