"""Signatories and participants are no part of a record, and the gate never shows them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.gate.rules.aldrig import NEVER
from generator.words.findings import Finding, Severity


def _check(subject: Subject, _register: Register) -> Iterator[Finding]:
    never = NEVER | subject.case.settings.never_public_roles
    for index, person in enumerate(subject.located.value.persons):
        if person.role in never:
            yield subject.finding(
                CHECK.name,
                ("personer", index),
                "Personer i den här rollen hör inte hemma i registret.",
                "Ta bort personen ur posten. Uppgifterna publiceras aldrig.",
                severity=Severity.WARNING,
            )


CHECK = Check(
    name="aldrig-i-registret",
    sentence="Undertecknare och deltagare finns inte i posterna.",
    check=_check,
)
