"""What the gate's rules are made of. A new rule is a new file in `rules/` with one `RULE`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from generator.records.config import ContactEnd
from generator.records.paths import Path
from generator.records.persons import Person, PersonField
from generator.records.record import Record
from generator.records.terms import Terms
from generator.words.channels import Channel
from generator.words.vocabularies import Vocabulary


@dataclass(frozen=True)
class Settings:
    """What the gate needs of the configuration, the same for every record."""

    contact_end: ContactEnd
    forbund: frozenset[str]
    roles: Vocabulary
    never_public_roles: frozenset[str]
    parties: Vocabulary
    kinds: Vocabulary
    target_groups: Vocabulary
    methods: Vocabulary
    follow_up_systems: Vocabulary


@dataclass(frozen=True)
class Case:
    """One record before the gate. `terms` is None when the record names terms that nobody wrote."""

    record: Record
    slug: str
    terms: Terms | None
    settings: Settings
    channel: Channel
    day: date


def place_of(case: Case, person: Person, *inside: str | int) -> Path:
    """The path in the record of something that is written about the person."""
    index = next(number for number, one in enumerate(case.record.persons) if one is person)
    return ("personer", index, *inside)


@dataclass(frozen=True)
class Reason:
    """Why something is public or withheld, in Swedish, without any value of the record.

    `entry` is the path in the record of what it rests on: a decision, a consent, a secrecy.
    """

    rule: str
    text: str
    entry: Path = ()


@dataclass(frozen=True)
class Permit:
    """A ground on which a person's datum may be public, before any bar is tried.

    `given` is the day on which the person or the terms gave it (None: from the beginning);
    `until` its last day, both included. `end_known` is False when the end cannot be told. `entry` is the
    consent's path in the record; `terms` and `clause` are the terms' id and the clause, quoted.
    """

    rule: str
    text: str
    given: date | None
    until: date | None
    end_known: bool = True
    entry: Path = ()
    terms: str | None = None
    clause: str | None = None


@dataclass(frozen=True)
class Verdict:
    """What became of one field or datum, and why. `path` counts list items from 0.

    `until` is the last day on which it is public, None when no day is known; `terms` and `clause` say which
    terms opened it, or would have.
    """

    path: str
    public: bool
    reason: Reason
    until: date | None = None
    terms: str | None = None
    clause: str | None = None


@dataclass(frozen=True)
class Rule:
    """A named rule; `sentence` says it in Swedish, as the handbook and `explain` print it."""

    name: str
    sentence: str


@dataclass(frozen=True)
class WholeRule(Rule):
    """Withholds the whole record when it gives a reason."""

    judge: Callable[[Case], Reason | None] = field(kw_only=True)


@dataclass(frozen=True)
class FieldRule(Rule):
    """Withholds one field of a public record when it gives a reason; paths without indexes."""

    judge: Callable[[Case, str], Reason | None] = field(kw_only=True)


@dataclass(frozen=True)
class GroundRule(Rule):
    """Gives the permits that could open a person's datum."""

    permits: Callable[[Case, Person, PersonField], Iterable[Permit]] = field(kw_only=True)


@dataclass(frozen=True)
class BarRule(Rule):
    """Takes back one permit for a person's datum when it gives a reason."""

    judge: Callable[[Case, Person, PersonField, Permit], Reason | None] = field(kw_only=True)
