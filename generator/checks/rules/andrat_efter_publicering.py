"""What was public and is no matter of opinion: whose insats it is, what was signed, what was decided."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.records.parts import Decision
from generator.records.record import Record
from generator.words.findings import Finding, Severity


def _check(subject: Subject, register: Register) -> Iterator[Finding]:
    record = subject.located.value
    past = register.beside.past.of(record.id)
    changed = (one for one in past if one.committed and not one.stands and one.was_public)
    former = next((one.record for one in changed), None)
    if former is None:
        return
    successor = register.beside.successors.get(former.forbund)
    if record.forbund not in (former.forbund, successor):
        yield _warning(
            subject,
            "förbund",
            "Insatsen hörde till ett annat förbund när den var offentlig.",
            "Skriv tillbaka det. Har förbunden gått ihop: skriv ersatt_av hos det som inte finns kvar.",
        )
    if record.terms != former.terms:
        yield _warning(
            subject,
            "villkor",
            "Insatsen var offentlig enligt andra villkor.",
            "Villkoren är de som parterna skrev under, och de ändras inte efteråt. Behåll de gamla, "
            "om de inte var fel från början.",
        )
    lost = [one for one in map(_said, _decided(former)) if one not in map(_said, record.decisions)]
    if lost:
        yield _warning(
            subject,
            "beslut",
            "Ett beslut som har varit offentligt är borta eller ändrat.",
            "Låt det stå kvar som det var, och lägg till det nya beslutet efter det. "
            "Ändra bara det som skrevs fel.",
        )
    elif former.example and not record.example:
        yield _warning(
            subject,
            "exempel",
            "Posten är inget exempel längre, men har kvar exemplets beslut.",
            "Byt ut besluten mot dem som styrelsen har fattat.",
        )


def _decided(record: Record) -> Iterator[Decision]:
    return (one for one in record.decisions if one.body == "styrelsen")


def _said(decision: Decision) -> tuple[str, str, int | None]:
    return decision.outcome, str(decision.date), decision.amount


def _warning(subject: Subject, key: str, message: str, advice: str) -> Finding:
    return subject.finding(CHECK.name, (key,), message, advice, severity=Severity.WARNING)


CHECK = Check(
    name="andrat-efter-publicering",
    sentence="Förbund, villkor och fattade beslut ändras inte efter publiceringen.",
    check=_check,
)
