"""Identity numbers and BankID ids have no place in any text that could become public."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.checks.texts import all_texts
from generator.words.findings import Finding
from generator.words.numbers import has_identity_number


def _check(subject: Subject, _register: Register) -> Iterator[Finding]:
    for text in all_texts(subject.located.value):
        if text.path[0] == "personer" and text.path[-1] == "telefon":
            continue
        for number, line in enumerate(text.value.split("\n")):
            if has_identity_number(line):
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
