"""Whether someone can be referred now: from decided dates and the build's date, never guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.public.insats import PublicInsats
from generator.words.dates import PartialDate, swedish_date


class IntakeState(StrEnum):
    """The four answers. The values are ASCII: classes of the theme and parts of addresses."""

    OPEN = "oppet"
    LATER = "oppnar"
    CLOSED = "stangt"
    UNKNOWN = "oklart"


# In the order of a list: whom one can refer to first. As a filter of the search names them.
INTAKE_LABELS = {
    IntakeState.OPEN: "Öppet nu",
    IntakeState.LATER: "Öppnar senare",
    IntakeState.UNKNOWN: "Oklart, fråga först",
    IntakeState.CLOSED: "Stängt",
}
# As a heading above such insatser.
GROUP_TITLES = {
    IntakeState.OPEN: "Tar emot nya nu",
    IntakeState.LATER: "Öppnar senare",
    IntakeState.UNKNOWN: "Oklart om de tar emot: fråga först",
    IntakeState.CLOSED: "Tar inte emot nya",
}


@dataclass(frozen=True)
class Intake:
    """The state on one day; `label` is short enough for a card, `sentence` stands on the page."""

    state: IntakeState
    label: str
    sentence: str


def intake(insats: PublicInsats, day: date) -> Intake:
    """The intake as it stands on `day`.

    Open only while the insats goes on and its last day of intake is known and not past: an insats
    that goes on without one may be full, so the answer is that nobody has said.
    """
    until, start = insats.intake_until, insats.period.start if insats.period else None
    last = swedish_date(until) if until is not None else None
    if insats.status == "avslutad":
        closed = f" Intaget stängde {last}." if last and until and until.last_day < day else ""
        return Intake(
            IntakeState.CLOSED, "Stängt: insatsen är avslutad", f"Nej. Insatsen är avslutad.{closed}"
        )
    if until is not None and until.last_day < day:
        return Intake(
            IntakeState.CLOSED,
            f"Stängt för nya sedan {last}",
            f"Nej. Det gick att börja till och med {last}.",
        )
    if insats.status == "kommande" and start is not None:
        later = f" Det går sedan att börja till och med {last}." if last else ""
        begins = _in(start)
        return Intake(IntakeState.LATER, f"Öppnar {begins}", f"Inte än. Insatsen startar {begins}.{later}")
    if insats.status == "pågående" and last is not None:
        return Intake(IntakeState.OPEN, f"Öppet till {last}", f"Ja. Det går att börja till och med {last}.")
    sentence = "Här står inte hur länge insatsen tar emot nya deltagare. Fråga kontakten först."
    return Intake(IntakeState.UNKNOWN, "Oklart, fråga först", sentence)


def _in(when: PartialDate) -> str:
    """`1 juli 2027`, but `i september 2025`: as it stands after a verb."""
    told = swedish_date(when)
    return f"i {told}" if when.month is not None and when.day is None else told


_ORDER = {state: number for number, state in enumerate(INTAKE_LABELS)}


def by_intake(insatser: Iterable[PublicInsats], intakes: Mapping[str, Intake]) -> tuple[PublicInsats, ...]:
    """Those that take somebody in first; within a state as they came. `intakes` is by id."""
    return tuple(sorted(insatser, key=lambda insats: _ORDER[intakes[insats.id].state]))
