"""The way in to an insats belongs to a function: a person's own address is published without asking them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.checks.personal import ADVICE, MESSAGE, RULE, is_personal
from generator.words.findings import Finding, Severity


def _check(subject: Subject, _register: Register) -> Iterator[Finding]:
    referral = subject.located.value.referral
    if referral is not None and referral.contact is not None and is_personal(referral.contact):
        yield subject.finding(
            CHECK.name, ("hänvisning", "kontakt"), MESSAGE, ADVICE, severity=Severity.WARNING
        )


CHECK = Check(
    name=RULE,
    sentence="En adress som alltid visas hör till en funktion, inte till en person.",
    check=_check,
)
