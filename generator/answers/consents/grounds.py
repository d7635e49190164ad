"""Every consent, and every clause that opens a person's data: whether it holds, and until when.

A row names a person by place and role, a consent by its line. It holds no datum of anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.checks.interface import Subject
from generator.gate.interface import Permit, Reason
from generator.gate.outcome import Withheld
from generator.gate.rulebook import Rulebook
from generator.gate.weighing import weighed
from generator.records.persons import FIELDS, datum


class State(StrEnum):
    """What a ground is worth today, in the order in which somebody should look at it."""

    ENDS_SOON = "går ut snart"
    WITHDRAWN = "återkallat"
    OBJECTION = "invändning"
    ENDED = "har gått ut"
    STARTS_LATER = "börjar senare"
    IN_FORCE = "gäller"
    VOID = "gäller inte"


STATES = tuple(State)


@dataclass(frozen=True)
class Ground:
    """A consent or a clause for one person, with those data and channels that share its state.

    `person` counts from 0. `until` is the last day as the gate counts it, `days_left` the days to it (None:
    no known end, or over). `fields` that the record holds a value for are `held`.
    """

    insats: str
    person: int
    role: str
    fields: tuple[str, ...]
    held: bool
    channels: tuple[str, ...]
    ground: str
    start: date | None
    until: date | None
    state: State
    reason: str
    days_left: int | None
    file: str
    line: int

    @property
    def advice(self) -> str:
        """What an editor should do; "" for nothing."""
        if self.state is State.ENDS_SOON and self.ground == "samtycke":
            return "Fråga om nytt samtycke. Annars försvinner uppgifterna av sig själva efter sista dagen."
        if self.state is State.ENDS_SOON:
            return "Uppgifterna försvinner av sig själva efter sista dagen."
        if self.state in (State.WITHDRAWN, State.OBJECTION) and self.held:
            return "Ta ut uppgifterna ur posten: insats consents --forget."
        if self.state is State.ENDED and self.held:
            return "Ta ut uppgifterna ur posten om de inte behövs längre."
        return ""


def grounds(per_channel: Iterable[Sequence[Subject]], rulebook: Rulebook, soon: int) -> tuple[Ground, ...]:
    """Every ground, what needs action first. `per_channel` holds each channel's subjects.

    A ground that ends within `soon` days ends soon.
    """
    found: dict[tuple[object, ...], list[tuple[str, str, bool]]] = {}
    made: dict[tuple[object, ...], Ground] = {}
    for subjects in per_channel:
        for subject in subjects:
            for one in _of(subject, rulebook, soon):
                key = (
                    one.file,
                    one.line,
                    one.person,
                    one.ground,
                    one.start,
                    one.until,
                    one.state,
                    one.reason,
                )
                made.setdefault(key, one)
                found.setdefault(key, []).append((one.fields[0], one.channels[0], one.held))
    joined = (_joined(made[key], parts) for key, parts in found.items())
    return tuple(sorted(joined, key=_order))


def _joined(first: Ground, parts: Sequence[tuple[str, str, bool]]) -> Ground:
    fields = tuple(field for field in FIELDS if any(field == part[0] for part in parts))
    return Ground(
        **{
            **vars(first),
            "fields": fields,
            "channels": tuple(dict.fromkeys(part[1] for part in parts)),
            "held": any(part[2] for part in parts),
        }
    )


def _order(one: Ground) -> tuple[int, date, str, int, int, tuple[str, ...]]:
    return STATES.index(one.state), one.until or date.max, one.insats, one.person, one.line, one.channels


def _of(subject: Subject, rulebook: Rulebook, soon: int) -> Iterator[Ground]:
    """One ground for each field and permit of one record on one channel."""
    case, record = subject.case, subject.case.record
    for index, person in enumerate(record.persons):
        role = person.role if person.role in case.settings.roles else "okänd roll"
        for field in FIELDS:
            for permit, barred in weighed(case, rulebook, person, field):
                state, reason = _state(subject, permit, barred, soon)
                over = state not in (State.ENDS_SOON, State.IN_FORCE, State.STARTS_LATER)
                place = subject.located.at(*(permit.entry or ("personer", index)))
                yield Ground(
                    insats=f"{record.forbund}/{subject.located.slug}",
                    person=index,
                    role=role,
                    fields=(field,),
                    held=datum(person, field) is not None,
                    channels=(case.channel.kind.value,),
                    ground="samtycke" if permit.terms is None else f"villkor {permit.terms}",
                    start=permit.given,
                    until=permit.until,
                    state=state,
                    reason=reason,
                    days_left=None if over or permit.until is None else (permit.until - case.day).days,
                    file=subject.located.file,
                    line=place.line,
                )


def _state(subject: Subject, permit: Permit, barred: Reason | None, soon: int) -> tuple[State, str]:
    day, outcome = subject.case.day, subject.outcome
    if barred is not None and barred.rule == "aterkallat":
        objected = barred.entry[-1:] == ("invändning",)
        return (State.OBJECTION if objected else State.WITHDRAWN), barred.text
    if barred is not None and barred.rule == "i-tid":
        if permit.given is not None and day < permit.given:
            return State.STARTS_LATER, barred.text
        if permit.until is not None:
            return State.ENDED, barred.text
    if barred is not None:
        return State.VOID, barred.text
    if isinstance(outcome, Withheld):
        return State.VOID, outcome.reasons[0].text
    if permit.until is not None and (permit.until - day).days <= soon:
        return State.ENDS_SOON, permit.text
    return State.IN_FORCE, permit.text
