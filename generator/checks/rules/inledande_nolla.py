"""A spreadsheet takes the zero off the front of a number. The value is never quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject, case_number
from generator.words.findings import Finding, Severity
from generator.words.numbers import national

_PHONE = re.compile(r"[\d\s()/-]{6,}")  # and no e-mail address; with + nothing is lost


def _check(subject: Subject, register: Register) -> Iterator[Finding]:
    record = subject.located.value
    contact = record.referral.contact if record.referral is not None else None
    phones: list[tuple[tuple[str | int, ...], str | None]] = [
        (("personer", index, "telefon"), person.phone) for index, person in enumerate(record.persons)
    ]
    for path, phone in (*phones, (("hänvisning", "kontakt"), contact)):
        if phone is not None and _PHONE.fullmatch(phone) and not national(phone).startswith("0"):
            yield _warning(
                subject,
                path,
                "Telefonnumret börjar inte med noll.",
                "Har en inledande nolla fallit bort? Skriv riktnumret med nollan, inom citattecken.",
            )
    number = case_number(record.reference)
    if number is not None and len(number[1]) < register.widths.get((record.forbund, number[0]), 0):
        yield _warning(
            subject,
            ("diarienummer",),
            "Diarienumret har färre siffror än förbundets andra från samma år.",
            "Har inledande nollor fallit bort? Skriv numret som det står i diariet.",
        )


def _warning(subject: Subject, path: tuple[str | int, ...], message: str, advice: str) -> Finding:
    return subject.finding(CHECK.name, path, message, advice, severity=Severity.WARNING)


CHECK = Check(
    name="inledande-nolla",
    sentence="Telefonnummer och diarienummer har kvar sina inledande nollor.",
    check=_check,
)
