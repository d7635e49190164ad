"""Nobody has decided anything yet on a day that has not come."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.words.findings import Finding, Severity


def _check(subject: Subject, _register: Register) -> Iterator[Finding]:
    for index, decision in enumerate(subject.located.value.decisions):
        if decision.date.first_day > subject.case.day:
            yield subject.finding(
                CHECK.name,
                ("beslut", index, "datum"),
                "Beslutet är daterat efter dagen då webbplatsen byggs. Tills dess räknas det inte.",
                "Rätta datumet om det är fel. Är mötet inte hållet än: ta bort beslutet tills det är fattat.",
                severity=Severity.WARNING,
            )


CHECK = Check(
    name="beslut-i-framtiden",
    sentence="Inget beslut är daterat efter dagen då webbplatsen byggs.",
    check=_check,
)
