"""A summary that only says the title again tells the visitor nothing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject, spaced
from generator.words.findings import Finding, Severity


def _check(subject: Subject, _register: Register) -> Iterator[Finding]:
    record = subject.located.value
    if record.summary is not None and spaced(record.summary) in map(
        spaced, (record.name, *record.other_names)
    ):
        yield subject.finding(
            CHECK.name,
            ("sammanfattning",),
            "Sammanfattningen säger bara insatsens namn en gång till.",
            "Skriv för vem insatsen är, vad den ger och vem som driver den.",
            severity=Severity.WARNING,
        )


CHECK = Check(
    name="sammanfattning-upprepar",
    sentence="Sammanfattningen säger mer än insatsens namn.",
    check=_check,
)
