"""Why each part of a record is public or not, channel by channel. Names no value of the record.

A person is named by role and place in the file; a consent, a secrecy or a decision by its line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.checks.interface import Subject
from generator.gate.account import Accounted, account
from generator.gate.interface import Verdict
from generator.gate.outcome import Opened, Withheld
from generator.records.paths import field_of
from generator.records.terms import Terms
from generator.words.channels import Channel


@dataclass(frozen=True)
class Answer:
    """One verdict on one channel; `line` is that of the decision, consent or secrecy it rests on."""

    public: bool
    rule: str
    text: str
    until: date | None
    terms: str | None
    clause: str | None
    line: int | None


@dataclass(frozen=True)
class Row:
    """One field, or those items of it with the same answers. `answers` follow the channels.

    `person` counts from 0 and is None for what is not about a person; `lines` are places in the file.
    """

    field: str
    person: int | None
    lines: tuple[int, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Whole:
    """The record as a whole on one channel. `until` is the last day of its window, None without end."""

    channel: Channel
    public: bool
    tombstone: bool
    reasons: tuple[Answer, ...]
    until: date | None


@dataclass(frozen=True)
class Signed:
    """The terms that the record was signed under. `clause` is None when none is quoted."""

    id: str
    name: str
    clause: str | None


@dataclass(frozen=True)
class Explanation:
    """The answers for one record on one day. `roles` are the persons', in the file's order.

    `terms` is None when the record names terms that nobody wrote.
    """

    file: str
    name: str
    day: date
    terms: Signed | None
    attribution: str | None
    wholes: tuple[Whole, ...]
    roles: tuple[str, ...]
    rows: tuple[Row, ...]


def explain(subjects: Sequence[Subject], persons: Iterable[int] | None = None) -> Explanation:
    """`subjects` are one record, judged on each channel. With `persons` only those persons' data."""
    first = subjects[0]
    settings, record = first.case.settings, first.case.record
    wanted = None if persons is None else set(persons)
    rows = tuple(row for row in _rows(subjects) if wanted is None or row.person in wanted)
    return Explanation(
        file=first.located.file,
        name=f"{record.forbund}/{first.located.slug}",
        day=first.case.day,
        terms=_signed(first.case.terms),
        attribution=first.case.terms.attribution if first.case.terms is not None else None,
        wholes=tuple(_whole(subject) for subject in subjects),
        roles=tuple(p.role if p.role in settings.roles else "okänd roll" for p in record.persons),
        rows=rows,
    )


def _signed(terms: Terms | None) -> Signed | None:
    if terms is None:
        return None
    return Signed(terms.id, terms.name, terms.source.quote if terms.source is not None else None)


def _whole(subject: Subject) -> Whole:
    outcome = subject.outcome
    reasons = outcome.reasons if isinstance(outcome, Withheld) else ()
    return Whole(
        channel=subject.case.channel,
        public=isinstance(outcome, Opened),
        tombstone=isinstance(outcome, Withheld) and bool(outcome.tombstones),
        reasons=tuple(_answer(subject, Verdict("", public=False, reason=reason), None) for reason in reasons),
        until=_window_end(subject) if isinstance(outcome, Opened) else None,
    )


def _window_end(subject: Subject) -> date | None:
    publication = subject.case.record.publication
    return publication.end.last_day if publication is not None and publication.end is not None else None


def _rows(subjects: Sequence[Subject]) -> list[Row]:
    first = subjects[0]
    groups: dict[tuple[str, int | None, tuple[Answer, ...]], list[int]] = {}
    for items in zip(*(account(one.case, one.outcome) for one in subjects), strict=True):
        item: Accounted = items[0]
        person = item.path[1] if item.path[0] == "personer" and isinstance(item.path[1], int) else None
        answers = tuple(
            _answer(subject, one.verdict, _until(subject, one))
            for subject, one in zip(subjects, items, strict=True)
        )
        key = (field_of(item.path), person, answers)
        groups.setdefault(key, []).append(first.located.at(*item.path).line)
    return [
        Row(field, person, tuple(dict.fromkeys(lines)), answers)
        for (field, person, answers), lines in groups.items()
    ]


def _until(subject: Subject, one: Accounted) -> date | None:
    """A datum is never public longer than the insats. Of what is no person's the whole says it."""
    last = one.verdict.until
    if last is None:
        return None
    window = _window_end(subject)
    return last if window is None else min(last, window)


def _answer(subject: Subject, verdict: Verdict, until: date | None) -> Answer:
    reason = verdict.reason
    return Answer(
        public=verdict.public,
        rule=reason.rule,
        text=reason.text,
        until=until,
        terms=verdict.terms,
        clause=verdict.clause,
        line=subject.located.at(*reason.entry).line if reason.entry else None,
    )
