"""Identity numbers and BankID ids have no place in any text that could become public."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.checks.texts import all_texts
from generator.words.findings import Finding
from generator.words.numbers import spelled_out

_UUID = re.compile(r"(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])", re.IGNORECASE)
# By shape, not checksum: samordningsnummer add 60 to the day, and mistyped numbers are private too.
_IDENTITY = re.compile(
    r"(?<!\d)(?<!\d-)(?:(?:18|19|20)\d\d|\d\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
    r" ?[-+ ]? ?\d{4}(?!-?\d)"
)


def _check(subject: Subject, _register: Register) -> Iterator[Finding]:
    for text in all_texts(subject.located.value):
        if text.path[0] == "personer" and text.path[-1] == "telefon":
            continue
        for number, line in enumerate(spelled_out(text.value).split("\n")):
            if _IDENTITY.search(line) or _UUID.search(line):
                yield subject.finding(
                    CHECK.name,
                    text.path,
                    "Texten innehåller något som ser ut som ett personnummer eller ett BankID-nummer.",
                    "Ta bort det. Sådana nummer får aldrig finnas i registret.",
                    position=subject.located.position_in_text(text.path, number),
                )


CHECK = Check(
    name="identitetsnummer",
    sentence="Ingen text innehåller personnummer, samordningsnummer eller BankID-nummer.",
    check=_check,
)
