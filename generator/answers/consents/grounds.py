"""Every consent, and every clause that opens a person's data: whether it holds, and until when.

A row names a person by place and role, a consent by its line. It holds no datum of anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from generator.checks.interface import Subject
from generator.gate.interface import Permit, Reason
from generator.gate.outcome import Withheld
from generator.gate.rulebook import Rulebook
from generator.gate.weighing import weighed
from generator.gate.withdrawals import withdrawals
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
_TAKE_OUT = "Ta ut uppgifterna ur posten om de inte behövs längre."
_LIVE = (State.ENDS_SOON, State.IN_FORCE, State.STARTS_LATER)


@dataclass(frozen=True)
class Ground:
    """A consent or a clause for one person, with those data and channels that share its state.

    `person` and `entry` (the consent's place in the person's list, None for a clause) count from 0. `until`
    is the last day as the gate counts it, `days_left` the days to it (None: no known end, or over). `advice`
    says what an editor should do, "" for nothing.
    """

    insats: str
    person: int
    role: str
    fields: tuple[str, ...]
    channels: tuple[str, ...]
    ground: str
    entry: int | None
    start: date | None
    until: date | None
    state: State
    reason: str
    advice: str
    days_left: int | None
    file: str
    line: int


@dataclass(frozen=True)
class _Weighed:
    """A permit on the day: its state and why."""

    permit: Permit
    state: State
    reason: str

    def outlasts(self, other: _Weighed) -> bool:
        """Whether the datum stays, or comes back, when the other one no longer opens it."""
        if self.state not in _LIVE:
            return False
        ends = (self.permit.until or date.max) > (other.permit.until or date.max)
        return ends or other.state not in _LIVE


def grounds(per_channel: Iterable[Sequence[Subject]], rulebook: Rulebook, soon: int) -> tuple[Ground, ...]:
    """Every ground, what needs action first. `per_channel` holds each channel's subjects.

    A ground that ends within `soon` days ends soon.
    """
    found: dict[Ground, dict[str, list[str]]] = {}
    for subjects in per_channel:
        for subject in subjects:
            channel = subject.case.channel.kind.value
            for one, field in _of(subject, rulebook, soon):
                fields = found.setdefault(one, {}).setdefault(channel, [])
                fields += [field] if field not in fields else []
    joined = (
        replace(one, fields=fields, channels=tuple(channels))
        for one, by_channel in found.items()
        for fields, channels in _alike(by_channel).items()
    )
    return tuple(sorted(joined, key=_order))


def _alike(by_channel: Mapping[str, Sequence[str]]) -> dict[tuple[str, ...], list[str]]:
    """The channels by their data: of two clauses with the same end each may open its own."""
    channels: dict[tuple[str, ...], list[str]] = {}
    for channel, fields in by_channel.items():
        channels.setdefault(tuple(fields), []).append(channel)
    return channels


def _order(one: Ground) -> tuple[object, ...]:
    until = one.until or date.max
    place = (one.insats, one.person, one.line, one.channels, one.fields)
    return STATES.index(one.state), not one.advice, until, place


def _of(subject: Subject, rulebook: Rulebook, soon: int) -> Iterator[tuple[Ground, str]]:
    """One ground for each field and permit of one record on one channel; the field stands beside it."""
    case, record = subject.case, subject.case.record
    for index, person in enumerate(record.persons):
        role = person.role if person.role in case.settings.roles else "okänd roll"
        for field in FIELDS:
            held = datum(person, field) is not None
            opening = [
                _Weighed(permit, *_state(subject, permit, barred, soon, held=held))
                for permit, barred in weighed(case, rulebook, person, field)
                if held or permit.terms is None  # a clause is about what is there
            ]
            for one in opening:
                permit, live = one.permit, one.state in _LIVE
                outlasted = any(other.outlasts(one) for other in opening)
                ground = Ground(
                    insats=f"{record.forbund}/{subject.located.slug}",
                    person=index,
                    role=role,
                    fields=(),
                    channels=(),
                    ground="samtycke" if permit.terms is None else f"villkor {permit.terms}",
                    entry=int(permit.entry[-1]) if permit.entry else None,
                    start=permit.given,
                    until=permit.until,
                    state=one.state,
                    reason=one.reason,
                    advice="" if outlasted else _advice(one, no=any(withdrawals(case, person, permit))),
                    days_left=(permit.until - case.day).days if live and permit.until is not None else None,
                    file=subject.located.file,
                    line=subject.located.at(*(permit.entry or ("personer", index))).line,
                )
                yield ground, field


def _advice(one: _Weighed, *, no: bool) -> str:
    """`no`: the person has said no, if only from a later day, and is not to be asked again."""
    if one.state is State.ENDS_SOON and one.permit.terms is None and not no:
        return "Fråga om nytt samtycke. Annars försvinner uppgifterna av sig själva efter sista dagen."
    if one.state is State.ENDS_SOON:
        return "Uppgifterna försvinner av sig själva efter sista dagen."
    if one.state is State.ENDED:
        return _TAKE_OUT
    if one.state in (State.WITHDRAWN, State.OBJECTION):
        return f"{_TAKE_OUT} Ur alla poster på en gång: insats consents --forget."
    return ""


def _state(
    subject: Subject, permit: Permit, barred: Reason | None, soon: int, *, held: bool
) -> tuple[State, str]:
    day, outcome = subject.case.day, subject.outcome
    if not held:
        return State.VOID, "Posten har inte uppgiften."
    if barred is not None and barred.rule == "aterkallat":
        objected = barred.entry[-1:] == ("invändning",)
        return (State.OBJECTION if objected else State.WITHDRAWN), barred.text
    if barred is not None and barred.rule == "i-tid":
        if permit.given is not None and day < permit.given:
            return State.STARTS_LATER, barred.text
        if permit.until is not None and permit.until < day:
            return State.ENDED, barred.text
    if barred is not None:
        return State.VOID, barred.text
    if isinstance(outcome, Withheld):
        return State.VOID, outcome.reasons[0].text
    if permit.until is not None and (permit.until - day).days <= soon:
        return State.ENDS_SOON, permit.text
    return State.IN_FORCE, permit.text
