"""An import asks what it is unsure of; a record that is public should have its answers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.gate.outcome import Opened
from generator.words.findings import Finding, Severity


def _check(subject: Subject, _register: Register) -> Iterator[Finding]:
    source = subject.located.value.source
    if source is None or not source.doubts or not isinstance(subject.outcome, Opened):
        return
    count = len(source.doubts)
    yield subject.finding(
        CHECK.name,
        ("källa", "tveksamt"),
        f"{'En fråga' if count == 1 else f'{count} frågor'} från inläsningen av ansökan står kvar.",
        "Se efter i ansökan, rätta det som är fel och ta bort raden.",
        severity=Severity.WARNING,
    )


CHECK = Check(
    name="tveksamt-kvar",
    sentence="En insats som syns har inga frågor kvar från inläsningen av ansökan.",
    check=_check,
)
