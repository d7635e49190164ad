"""A consent that can be shown to have been given: a day and a source (GDPR art. 7(1))."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.words.findings import Finding, Severity


def _check(subject: Subject, _register: Register) -> Iterator[Finding]:
    for index, person in enumerate(subject.located.value.persons):
        for item, consent in enumerate(person.consents):
            missing = [
                key for key, value in (("från", consent.start), ("källa", consent.source)) if value is None
            ]
            if missing:
                yield subject.finding(
                    CHECK.name,
                    ("personer", index, "samtycke", item),
                    f"Samtycket saknar {' och '.join(missing)}.",
                    "Ni ska kunna visa när och hur samtycket gavs. Skriv t.ex. källa: mejl 2025-06-18.",
                    severity=Severity.WARNING,
                )


CHECK = Check(
    name="samtycke-datum",
    sentence="Varje samtycke säger när det gavs och var det finns.",
    check=_check,
)
