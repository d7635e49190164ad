"""The last day on which somebody can begin lies within the insats."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.gate.decided import end
from generator.words.findings import Finding, Severity

_PATH = ("period", "sista_intag")


def _check(subject: Subject, _register: Register) -> Iterator[Finding]:
    period = subject.located.value.period
    if period is None or period.last_intake is None:
        return
    last, decided = period.last_intake, end(subject.case)
    if period.end is not None and last.first_day > period.end.last_day:
        yield subject.finding(
            CHECK.name,
            _PATH,
            "Sista intag ligger efter insatsens slut.",
            "Kontrollera båda datumen och byt det som är fel.",
        )
    elif decided is not None and last.first_day > decided.last_day:
        yield subject.finding(
            CHECK.name,
            _PATH,
            "Sista intag ligger efter den tid som styrelsen har beslutat om. Därför visas det inte.",
            "Finns det ett beslut om längre tid: lägg till det. Annars: rätta sista_intag.",
            severity=Severity.WARNING,
        )
    if period.start is not None and last.last_day < period.start.first_day:
        yield subject.finding(
            CHECK.name,
            _PATH,
            "Sista intag ligger före insatsens start.",
            "Kontrollera båda datumen och byt det som är fel.",
            severity=Severity.WARNING,
        )


CHECK = Check(
    name="sista-intag",
    sentence="Sista intag ligger mellan insatsens start och slut.",
    check=_check,
)
