"""A kommun that is no member of the förbund is more often a wrong code than a guest."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.words.findings import Finding, Severity
from generator.words.kommuner import kommuner


def _check(subject: Subject, register: Register) -> Iterator[Finding]:
    record = subject.located.value
    members = register.beside.kommuner.get(record.forbund)
    if not members:
        return
    names = kommuner()
    for index, code in enumerate(record.kommuner):
        if code not in members:
            yield subject.finding(
                CHECK.name,
                ("kommuner", index),
                "Kommunen hör inte till förbundet.",
                f"Rätta koden, eller lägg till kommunen i forbund/{record.forbund}.yml. "
                f"Förbundets kommuner är {', '.join(f'{one} {names[one]}' for one in sorted(members))}.",
                severity=Severity.WARNING,
            )


CHECK = Check(
    name="kommun-utanfor-forbundet",
    sentence="Insatsens kommuner hör till förbundet.",
    check=_check,
)
