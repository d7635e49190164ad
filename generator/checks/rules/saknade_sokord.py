"""Visitors search with words of their own; a record that has none of them is not found."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.checks.published import BETWEEN, published
from generator.words.findings import Finding, Severity

_SHORT = frozenset({"namn", "målgrupper", "sammanfattning"})


def _check(subject: Subject, register: Register) -> Iterator[Finding]:
    known = register.beside.search_words
    if subject.located.value.search_words or not known.groups:
        return
    found = published(subject)
    # The first texts nearly always say it; all of them take ten times as long.
    short = BETWEEN.join(text.value for text in found.texts if text.field in _SHORT)
    if all(next(known.met_in(text), None) is None for text in (short, found.together)):
        yield subject.finding(
            CHECK.name,
            ("namn",),
            "Insatsen har inga sökord, och texterna har inget av orden i begrepp/sokord.yml.",
            "Skriv under sökord de ord som besökare själva använder: jobb, studier, sjukskriven …",
            severity=Severity.WARNING,
        )


CHECK = Check(
    name="saknade-sokord",
    sentence="Insatsen har sökord, eller använder något ord som besökare söker på.",
    check=_check,
)
