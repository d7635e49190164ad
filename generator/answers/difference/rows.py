"""What a comparison is made of: one side of it, one row, and the whole of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from generator.checks.interface import Subject
from generator.gate.account import Accounted, account
from generator.gate.interface import Reason, Verdict
from generator.gate.outcome import Opened
from generator.public.insats import PublicInsats
from generator.records.paths import Path, field_of

Kind = Literal["blir offentligt", "ändras", "försvinner"]
PUBLIC: Kind = "blir offentligt"
CHANGED: Kind = "ändras"
GONE: Kind = "försvinner"
KINDS = (PUBLIC, CHANGED, GONE)


@dataclass(frozen=True)
class Change:
    """One row, without any withheld value, any person's datum and any running text.

    `insats` is `förbund/slug`; `field` has no indexes and is "" for the insats as a whole. `person` counts
    from 0 in the version that `file` and `line` name. `ground` is the rule's reason in words, `terms` and
    `clause` say which terms opened it, `ground_line` where in `file` the consent or the like stands, `until`
    is the last day. `channels` are those with this same change. `day` is the later day on which it happens,
    None on the day of the comparison.
    """

    kind: Kind
    insats: str
    field: str
    person: int | None
    role: str | None
    text: str
    rule: str
    ground: str | None
    terms: str | None
    clause: str | None
    ground_line: int | None
    until: date | None
    file: str
    line: int
    channels: tuple[str, ...]
    day: date | None = None


@dataclass(frozen=True)
class Difference:
    """All rows against `revision` on `day`, and those that the change brings `later`.

    `notes` say what could not be compared.
    """

    revision: str
    day: date
    channels: tuple[str, ...]
    changes: tuple[Change, ...]
    notes: tuple[str, ...]
    later: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Side:
    """One version of a record, as the gate judged it on one channel.

    `quoted`: values that are public in it may be repeated beside what takes their place.
    """

    subject: Subject
    quoted: bool = True

    @cached_property
    def values(self) -> tuple[Accounted, ...]:
        """Every written value and its verdict."""
        return account(self.subject.case, self.subject.outcome)

    @property
    def insats(self) -> PublicInsats | None:
        """What is public of it, if anything is."""
        outcome = self.subject.outcome
        return outcome.insats if isinstance(outcome, Opened) else None

    @property
    def name(self) -> str:
        """`förbund/slug`."""
        return f"{self.subject.case.record.forbund}/{self.subject.located.slug}"

    def role(self, person: int) -> str:
        """The role of the person at this place; never a word that no vocabulary knows."""
        role = self.subject.case.record.persons[person].role
        return role if role in self.subject.case.settings.roles else "okänd roll"


def missing(text: str) -> Verdict:
    """The verdict on what is no longer written, so that no rule of the gate was asked about it."""
    return Verdict("", public=False, reason=Reason("saknas", text))


def change(kind: Kind, name: str, at: Side, path: Path, text: str, verdict: Verdict) -> Change:
    """A row about the insats `name`, placed at `path` in the version `at`.

    A row about the insats as a whole is placed at what the verdict rests on.
    """
    person = path[1] if path[:1] == ("personer",) and len(path) > 1 and isinstance(path[1], int) else None
    return Change(
        kind=kind,
        insats=name,
        field=field_of(path),
        person=person,
        role=at.role(person) if person is not None else None,
        text=text,
        rule=verdict.reason.rule,
        ground=verdict.reason.text,
        terms=verdict.terms,
        clause=verdict.clause,
        ground_line=_line(at, verdict) if path else None,
        until=verdict.until,
        file=at.subject.located.file,
        line=at.subject.located.at(*(path or verdict.reason.entry)).line,
        channels=(at.subject.case.channel.name,),
    )


def _line(at: Side, verdict: Verdict) -> int | None:
    return at.subject.located.at(*verdict.reason.entry).line if verdict.reason.entry else None
