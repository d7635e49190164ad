"""A reviewed line that is no longer there could quiet a warning about another one day."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.checks.reviewed import begins
from generator.checks.texts import all_texts
from generator.records.paths import known_paths
from generator.words.findings import Finding, Severity
from generator.words.swedish import did_you_mean


def _check(subject: Subject, _register: Register) -> Iterator[Finding]:
    for index, entry in enumerate(subject.located.value.reviewed):
        if entry.field not in known_paths():
            near = did_you_mean(entry.field, known_paths())
            key, message = "fält", "Fältet finns inte."
            advice = f"Menade du {near}?" if near else "Skriv det som beskrivning.metod."
        elif not any(
            begins(entry, line)
            for text in all_texts(subject.located.value)
            if text.field == entry.field
            for line in text.value.split("\n")
        ):
            key, message = "börjar", "Ingen rad i fältet börjar så."
            advice = "Skriv radens första ord som de står, eller ta bort granskningen."
        else:
            continue
        yield subject.finding(
            CHECK.name, ("granskade_rader", index, key), message, advice, severity=Severity.WARNING
        )


CHECK = Check(
    name="granskade-rader",
    sentence="Varje granskad rad finns i posten.",
    check=_check,
)
