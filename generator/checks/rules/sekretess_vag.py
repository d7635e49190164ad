"""Secrecy must point at fields that exist; otherwise the gate hides the whole record."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.records.paths import known_paths
from generator.words.findings import Finding
from generator.words.swedish import did_you_mean


def _check(subject: Subject, _register: Register) -> Iterator[Finding]:
    for index, secrecy in enumerate(subject.located.value.secrecy):
        if isinstance(secrecy.covers, str):
            continue
        for item, path in enumerate(secrecy.covers):
            if path == "allt" or path in known_paths():
                continue
            near = did_you_mean(path, known_paths())
            yield subject.finding(
                CHECK.name,
                ("sekretess", index, "omfattar", item),
                "Fältet som sekretessen ska omfatta finns inte. Därför döljs hela insatsen.",
                f"Menade du {near}?" if near else "Skriv allt, eller ett fält som beskrivning.bakgrund.",
            )


CHECK = Check(
    name="sekretess-vag",
    sentence="Sekretess pekar på fält som finns.",
    check=_check,
)
