"""Few people in a small place can be told apart: a small count says something about each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.checks.published import published
from generator.checks.reviewed import ADVICE, is_reviewed
from generator.words.findings import Finding, Severity

FEW_IN_TEXT, FEW_PLANNED = 15, 5
# 13 personer, 8 av 55; not a group of 8–10, not 2,5.
_COUNT = re.compile(
    r"(?P<count>\d(?<![\d–,./-].)(?<!\d .)\d?) (?:av (?:de |totalt )?\d{1,4}\b"
    r"|(?:[^\W\d]+ )?(?:deltagare|personer|individer|ungdomar|kvinnor|män|unga|klienter|brukare|patienter)\b)"
)


def _check(subject: Subject, _register: Register) -> Iterator[Finding]:
    for index, planned in enumerate(subject.located.value.participants):
        if planned.number < FEW_PLANNED:
            yield subject.finding(
                CHECK.name,
                ("deltagare", index, "antal"),
                f"Färre än {FEW_PLANNED} deltagare: det kan gå att förstå vilka de är.",
                "Ta bort antalet, eller slå ihop grupperna.",
                severity=Severity.WARNING,
            )
    free = published(subject)
    if _COUNT.search(free.free_together) is None:
        return
    for text in free.free:
        for number, written in enumerate(text.value.split("\n")):
            for match in _COUNT.finditer(written):
                if int(match["count"]) >= FEW_IN_TEXT or is_reviewed(subject, text, number, match.end()):
                    continue
                yield subject.finding(
                    CHECK.name,
                    text.path,
                    f"Texten nämner färre än {FEW_IN_TEXT} personer: det kan gå att förstå vilka de är.",
                    f"Skriv andelen eller några, om talet gäller deltagare. {ADVICE}",
                    severity=Severity.WARNING,
                    position=subject.located.position_in_text(text.path, number, match.start()),
                )


CHECK = Check(
    name="sma-tal",
    sentence="Inget tal gäller så få deltagare att det går att förstå vilka de är.",
    check=_check,
)
