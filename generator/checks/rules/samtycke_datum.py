"""A consent that can be shown to have been given (GDPR art. 7(1)), and that lasts as long as it says."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.gate.decided import anchors
from generator.gate.ends import consent_ends
from generator.gate.interface import Case
from generator.records.persons import Consent
from generator.words.findings import Finding, Severity


def _check(subject: Subject, _register: Register) -> Iterator[Finding]:
    for index, person in enumerate(subject.located.value.persons):
        for item, consent in enumerate(person.consents):
            path = ("personer", index, "samtycke", item)
            missing = [
                key for key, value in (("från", consent.start), ("källa", consent.source)) if value is None
            ]
            if missing:
                yield subject.finding(
                    CHECK.name,
                    path,
                    f"Samtycket saknar {' och '.join(missing)}.",
                    "Ni ska kunna visa när och hur samtycket gavs. Skriv t.ex. källa: mejl 2025-06-18.",
                    severity=Severity.WARNING,
                )
            if _ends_before_its_day(subject.case, consent):
                # The day itself stays unsaid: the end of the insats may be secret.
                longest = subject.case.settings.contact_end.longest.text
                yield subject.finding(
                    CHECK.name,
                    (*path, "till"),
                    "Samtycket slutar före den dag som står här.",
                    f"Det gäller längst till {longest}. Räkna inte med den senare dagen.",
                    severity=Severity.WARNING,
                )


def _ends_before_its_day(case: Case, consent: Consent) -> bool:
    stated = None if consent.end is None else consent.end.last_day(anchors(case))
    if stated is None:
        return False
    ends = (consent_ends(case, field, consent.end)[0] for field in consent.fields)
    return any(end is not None and end < stated for end in ends)


CHECK = Check(
    name="samtycke-datum",
    sentence="Varje samtycke säger när det gavs och var det finns, och når fram till den dag som det nämner.",
    check=_check,
)
