"""A withdrawn record says since when its page was public; otherwise no page is left on its address."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.words.findings import Finding, Severity


def _check(subject: Subject, _register: Register) -> Iterator[Finding]:
    publication = subject.located.value.publication
    if publication is None or publication.state != "återkallad":
        return
    if publication.start is not None and publication.start.first_day > subject.case.day:
        yield subject.finding(
            CHECK.name,
            ("publicering", "från"),
            "Dagen ligger framåt, men en återkallad insats är borta genast.",
            "Skriv dagen då sidan först syntes. Ska den synas ännu en tid: byt läget till publicera, och "
            "skriv sista dagen efter till.",
            severity=Severity.WARNING,
        )
    if publication.start is None:
        yield subject.finding(
            CHECK.name,
            ("publicering", "läge"),
            "Posten säger inte från vilken dag sidan var offentlig. Därför står ingen sida kvar på adressen.",
            "Skriv från med den dagen, så möts besökaren av en sida som säger att den är borttagen.",
            severity=Severity.WARNING,
        )


CHECK = Check(
    name="borttagen-utan-dag",
    sentence="En återkallad insats säger från vilken dag den var offentlig.",
    check=_check,
)
