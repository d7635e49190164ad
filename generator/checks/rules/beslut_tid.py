"""A grant should say which time it concerns; under yearly terms one calendar year at a time."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.gate.decided import GRANTS, end, per_calendar_year
from generator.words.findings import Finding, Severity


def _check(subject: Subject, _register: Register) -> Iterator[Finding]:
    yearly = per_calendar_year(subject.case)
    for index, decision in enumerate(subject.located.value.decisions):
        if decision.body != "styrelsen" or decision.outcome not in GRANTS:
            continue
        span = decision.concerns
        if span is None or span.start is None:
            yield subject.finding(
                CHECK.name,
                ("beslut", index),
                "Beslutet säger inte vilken tid det gäller. Därför visas ingen tid.",
                "Lägg till avser: {start: …, slut: …} som i protokollet.",
                severity=Severity.WARNING,
            )
        elif yearly and span.end is not None and span.end.year != span.start.year:
            yield subject.finding(
                CHECK.name,
                ("beslut", index, "avser", "slut"),
                "Enligt villkoren beslutar styrelsen för ett kalenderår i taget. Bara det första året visas.",
                "Skriv ett beslut för varje år som styrelsen har beslutat om.",
                severity=Severity.WARNING,
            )
    period, decided_end = subject.located.value.period, end(subject.case)
    if period is None or period.end is None or decided_end is None or not subject.located.value.persons:
        return
    if period.end.last_day < decided_end.last_day:
        yield subject.finding(
            CHECK.name,
            ("period", "slut"),
            "Beslutet gäller längre än så. Det tidigare slutet avgör hur länge personernas uppgifter visas.",
            "Har insatsen förlängts: ändra slut till beslutets sista dag.",
            severity=Severity.WARNING,
        )


CHECK = Check(
    name="beslut-tid",
    sentence="Varje beviljande beslut säger vilken tid det gäller, ett kalenderår där villkoren kräver det.",
    check=_check,
)
