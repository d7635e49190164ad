"""Words of a vocabulary, terms and förbund must be known: the unknown publishes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks.interface import Check, Register, Subject
from generator.words.findings import Finding, Severity
from generator.words.swedish import did_you_mean
from generator.words.vocabularies import Vocabulary


def _check(subject: Subject, _register: Register) -> Iterator[Finding]:
    record, settings = subject.located.value, subject.case.settings
    if record.forbund not in settings.forbund:
        near = did_you_mean(record.forbund, settings.forbund)
        yield subject.finding(
            CHECK.name,
            ("förbund",),
            "Förbundet finns inte i registret.",
            f"Menade du {near}?" if near else "Lägg till det i forbund/ bland inställningarna.",
        )
    if subject.case.terms is None:
        yield subject.finding(
            CHECK.name,
            ("villkor",),
            "Villkoren finns inte i registret.",
            "Lägg till dem i villkor/ bland inställningarna, eller rätta id:t.",
        )
    elif subject.case.terms.forbund != record.forbund:
        yield subject.finding(
            CHECK.name,
            ("villkor",),
            "Villkoren hör till ett annat förbund än insatsen.",
            "Välj det egna förbundets villkor, den version som parterna skrev under.",
        )
    roles = [person.role for person in record.persons]
    yield from _words(subject, settings.roles, roles, "personer", "roll")
    yield from _words(subject, settings.target_groups, record.target_groups, "målgrupper")
    for vocabulary, words, key in (
        (settings.methods, record.methods, "metoder"),
        (settings.follow_up_systems, record.follow_up_systems, "uppföljningssystem"),
    ):
        yield from _words(subject, vocabulary, words, key, severity=Severity.WARNING)
    organisations: list[tuple[tuple[str | int, ...], str | None]] = [
        (("samverkansparter", index), party.kind) for index, party in enumerate(record.parties)
    ]
    if record.owner is not None:
        organisations.append((("insatsägare",), record.owner.kind))
    for path, kind in organisations:
        if kind is not None and kind not in settings.parties:
            yield _unknown(subject, settings.parties, kind, (*path, "part"), Severity.WARNING)


def _words(
    subject: Subject,
    vocabulary: Vocabulary,
    words: Sequence[str],
    key: str,
    inner: str | None = None,
    *,
    severity: Severity = Severity.ERROR,
) -> Iterator[Finding]:
    for index, word in enumerate(words):
        if word in vocabulary:
            continue
        path = (key, index) if inner is None else (key, index, inner)
        yield _unknown(subject, vocabulary, word, path, severity)


def _unknown(
    subject: Subject, vocabulary: Vocabulary, word: str, path: tuple[str | int, ...], severity: Severity
) -> Finding:
    near = did_you_mean(word, vocabulary.terms)
    return subject.finding(
        CHECK.name,
        path,
        f"Ordet finns inte i ordlistan {vocabulary.name}. Det visas inte.",
        f"Menade du {near}?" if near else "Välj ett ord ur ordlistan eller lägg till det där.",
        severity=severity,
    )


CHECK = Check(
    name="kanda-ord",
    sentence="Förbund, villkor, roller, målgrupper, metoder och uppföljningssystem är kända.",
    check=_check,
)
