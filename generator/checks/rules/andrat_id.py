"""An id is permanent: data and other records know the insats by it. It is not quoted: it tells the name."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.words.findings import Finding, Severity


def _check(subject: Subject, register: Register) -> Iterator[Finding]:
    address = f"{subject.located.folder}/{subject.located.slug}"
    own, past = subject.located.value.id, tuple(register.beside.past.at(address))
    if all(one.id in (own, None) for one in past):  # so that few versions need be read
        return
    first = next((one for one in past if one.id is not None and one.was_public), None)
    if first is None or first.id == own:
        return
    committed = any(one.committed and one.id == first.id for one in past)
    if first.id in register.first_files:
        message = "På den här adressen har en annan insats varit offentlig."
        advice = "Ge filen ett annat namn, så att gamla länkar inte leder till fel insats."
    else:
        message = "Id:t var ett annat när insatsen blev offentlig."
        advice = (
            "Skriv tillbaka det gamla id:t: git log -p visar det. "
            "Är det här en annan insats: ge den en egen fil."
        )
    yield subject.finding(
        CHECK.name,
        ("id",),
        message,
        advice,
        # What is committed already may be published; a build that stops every night would help nobody.
        severity=Severity.ERROR if committed else Severity.WARNING,
    )


CHECK = Check(
    name="andrat-id",
    sentence="En insats som har varit offentlig behåller sitt id.",
    check=_check,
)
