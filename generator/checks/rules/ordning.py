"""Times and ages run forwards."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.words.dates import PartialDate
from generator.words.findings import Finding

_Path = tuple[str | int, ...]


def _check(subject: Subject, _register: Register) -> Iterator[Finding]:
    for path, start, end in _spans(subject):
        if start is not None and end is not None and end.last_day < start.first_day:
            yield subject.finding(
                CHECK.name,
                path,
                "Slutet ligger före början.",
                "Kontrollera båda datumen och byt det som är fel.",
            )
    ages = subject.located.value.ages
    if ages is not None and ages.start is not None and ages.end is not None and ages.end < ages.start:
        yield subject.finding(
            CHECK.name, ("ålder", "till"), "Högsta ålder är lägre än lägsta.", "Byt plats på åldrarna."
        )


def _spans(subject: Subject) -> Iterator[tuple[_Path, PartialDate | None, PartialDate | None]]:
    record = subject.located.value
    if record.period is not None:
        yield ("period", "slut"), record.period.start, record.period.end
    if record.publication is not None:
        yield ("publicering", "till"), record.publication.start, record.publication.end
    for index, decision in enumerate(record.decisions):
        if decision.concerns is not None:
            yield ("beslut", index, "avser", "slut"), decision.concerns.start, decision.concerns.end
    for index, person in enumerate(record.persons):
        for item, consent in enumerate(person.consents):
            end = consent.end.on if consent.end is not None else None
            yield ("personer", index, "samtycke", item, "till"), consent.start, end


CHECK = Check(
    name="ordning",
    sentence="Tider och åldrar slutar inte före sin början.",
    check=_check,
)
