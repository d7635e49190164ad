"""Dates that exist and run forwards, and still cannot be right together."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.words.dates import PartialDate
from generator.words.findings import Finding, Severity

LONGEST = 10  # years; a mistyped year is what makes an insats longer
_Path = tuple[str | int, ...]


def _check(subject: Subject, _register: Register) -> Iterator[Finding]:
    record = subject.located.value
    applied = record.source.date if record.source is not None else None
    for index, decision in enumerate(record.decisions):
        if decision.concerns is not None:
            inside = ("beslut", index, "avser", "slut")
            yield from _too_long(subject, inside, decision.concerns.start, decision.concerns.end)
            end = decision.concerns.end
            if end is not None and end.last_day < decision.date.first_day:
                message = "Beslutet är fattat efter slutet på den tid som det gäller."
                yield _warning(subject, ("beslut", index, "datum"), message)
    if applied is not None and record.decisions:
        last = max(decision.date.last_day for decision in record.decisions)
        if applied.first_day > last:
            message = "Dokumentet är daterat efter alla beslut om insatsen."
            yield _warning(subject, ("källa", "datum"), message)
    if record.period is not None:
        yield from _too_long(subject, ("period", "slut"), record.period.start, record.period.end)
    for index, document in enumerate(record.documents):
        if document.date is not None and document.date.first_day > subject.case.day:
            message = "Handlingen är daterad efter dagen då webbplatsen byggs."
            yield _warning(subject, ("handlingar", index, "datum"), message)


def _too_long(
    subject: Subject, path: _Path, start: PartialDate | None, end: PartialDate | None
) -> Iterator[Finding]:
    if start is not None and end is not None and end.year - start.year > LONGEST:
        yield _warning(subject, path, f"Tiden är längre än {LONGEST} år.")


def _warning(subject: Subject, path: _Path, message: str) -> Finding:
    advice = "Jämför med protokollet och ansökan, och se särskilt efter att året är rätt."
    return subject.finding(CHECK.name, path, message, advice, severity=Severity.WARNING)


CHECK = Check(
    name="rimliga-tider",
    sentence="Beslut, tider och dokument ligger i en ordning som går ihop.",
    check=_check,
)
