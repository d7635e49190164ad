"""The id of an insats is never given to another, or old data and links speak of the wrong one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.records.record import Record
from generator.words.findings import Finding, Severity
from generator.words.swedish import fold

_QUOTES = ("", "'", '"')


def _check(subject: Subject, register: Register) -> Iterator[Finding]:
    record = subject.located.value
    past = tuple(register.beside.past.of(record.id))
    days = [str(one.date) for one in record.decisions if one.body == "styrelsen"]
    sought = [text.encode() for text in (record.name, *(f"datum: {q}{day}" for day in days for q in _QUOTES))]
    if all(any(text in one.data for text in sought) for one in past):  # so that few need be read
        return
    former = next((one for one in past if one.was_public), None)
    if former is None or former.record is None or _marks(former.record) & _marks(record):
        return
    yield subject.finding(
        CHECK.name,
        ("id",),
        "Id:t har hört till en insats med annat namn, annat diarienummer och andra beslut.",
        "Är det en ny insats: ge den ett eget id. Är det samma: skriv det gamla namnet under andra_namn.",
        severity=Severity.WARNING,
    )


def _marks(record: Record) -> frozenset[tuple[str, str]]:
    """What two versions of the same insats have at least one of in common."""
    return frozenset(
        (
            *(("namn", fold(name)) for name in (record.name, *record.other_names)),
            *(("diarienummer", one) for one in (record.reference,) if one is not None),
            *(("beslut", str(one.date)) for one in record.decisions if one.body == "styrelsen"),
        )
    )


CHECK = Check(
    name="ateranvant-id",
    sentence="Ett id som en insats har haft ges inte till en annan.",
    check=_check,
)
