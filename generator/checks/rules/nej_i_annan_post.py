"""A withdrawal, objection or secrecy over a person counts in its own record; it may be meant everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.interface import Check, Refusal, Register, Subject
from generator.gate.same_person import marks
from generator.records.paths import Path
from generator.records.persons import FIELDS, Person
from generator.words.findings import Finding, Severity


def _check(subject: Subject, register: Register) -> Iterator[Finding]:
    for index, person in enumerate(subject.located.value.persons):
        verdicts = [subject.verdicts.get(f"personer[{index}].{field}") for field in FIELDS]
        begins = [_begins(person, one.reason.entry) for one in verdicts if one is not None and one.public]
        meant = {
            (refusal, kind)
            for kind, mark in marks(person)
            for refusal in register.refusals.get((kind, mark), ())
            if refusal.file != subject.located.file and any(map(refusal.concerns, begins))
        }
        for refusal in sorted({one for one, _ in meant}, key=lambda one: (one.file, one.line)):
            sure = any(one == refusal and kind != "namn" for one, kind in meant)
            yield _finding(subject, index, refusal, sure=sure)


def _begins(person: Person, entry: Path) -> date | None:
    """The day on which the consent at `entry` begins; None when it names none, or when the terms open."""
    match entry:
        case ("personer", _, "samtycke", int(number)):
            start = person.consents[number].start
            return start.first_day if start is not None else None
    return None


def _finding(subject: Subject, index: int, refusal: Refusal, *, sure: bool) -> Finding:
    who = "Personen" if sure else "Någon med samma namn"
    said = "har skyddade uppgifter" if refusal.secret else "har sagt nej till publicering"
    return subject.finding(
        CHECK.name,
        ("personer", index),
        f"{who} {said} i en annan post ({refusal.file}:{refusal.line}) men visas här.",
        "Fråga om det gäller här också. Skriv i så fall samma sak hos personen i den här posten.",
        severity=Severity.ERROR if refusal.secret and sure else Severity.WARNING,
    )


CHECK = Check(
    name="nej-i-annan-post",
    sentence="Den som har sagt nej i en post visas inte i en annan.",
    check=_check,
)
