"""Texts that are hard to read: the summary above all, which the visitor reads first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.records.description import Description
from generator.words.findings import Finding, Severity
from generator.words.lix import lix

HARD = 50
_SHORTER = "Skriv kortare meningar och vanligare ord, ett besked i varje mening."


def _check(subject: Subject, register: Register) -> Iterator[Finding]:  # noqa: ARG001 - one record is enough
    record = subject.located.value
    figure = lix(record.summary) if record.summary is not None else None
    if figure is not None and figure > HARD:
        yield subject.finding(
            CHECK.name,
            ("sammanfattning",),
            f"Sammanfattningen är svår att läsa: LIX {figure}, högst {HARD} är målet.",
            f"{_SHORTER} Sammanfattningen är det som besökaren läser först.",
            severity=Severity.WARNING,
        )
    hard = list(_hard_sections(record.description)) if record.description is not None else []
    if hard:
        told = ", ".join(f"{name} {number}" for name, number in hard)
        yield subject.finding(
            CHECK.name,
            ("beskrivning", hard[0][0]),
            f"De här avsnitten har LIX över {HARD}: {told}.",
            f"{_SHORTER} Börja med det avsnitt som har högst tal. Ansökans egna ord får också stå kvar.",
            severity=Severity.WARNING,
        )


def _hard_sections(description: Description) -> Iterator[tuple[str, int]]:
    """(key, LIX) of each section that is too hard, in the schema's order."""
    for name, info in Description.model_fields.items():
        text = getattr(description, name)
        figure = lix(text) if isinstance(text, str) else None
        if figure is not None and figure > HARD:
            yield info.alias or name, figure


CHECK = Check(
    name="lasbarhet",
    sentence="Sammanfattningen och avsnitten går att läsa utan möda: LIX är högst 50.",
    check=_check,
)
