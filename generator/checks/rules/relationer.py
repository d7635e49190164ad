"""A relation points at a record that exists, and not at itself."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.words.findings import Finding
from generator.words.swedish import did_you_mean


def _check(subject: Subject, register: Register) -> Iterator[Finding]:
    for index, relation in enumerate(subject.located.value.relations):
        if relation.target == subject.located.value.id:
            message, near = "Insatsen hänvisar till sig själv.", None
        elif relation.target not in register.first_files:
            message, near = (
                "Det finns ingen insats med det id:t.",
                did_you_mean(relation.target, register.first_files),
            )
        else:
            continue
        yield subject.finding(
            CHECK.name,
            ("relationer", index, "insats"),
            message,
            f"Menade du {near}?" if near else "Skriv id:t på en insats som finns i registret.",
        )


CHECK = Check(
    name="relationer",
    sentence="Relationer pekar på andra insatser som finns.",
    check=_check,
)
