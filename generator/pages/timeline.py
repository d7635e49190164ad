"""What happened when: decisions, start, last intake, end, what came before and after, documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.pages.front_matter import Meta
from generator.pages.view import View
from generator.pages.words import capital
from generator.public.insats import PublicDecision, PublicInsats
from generator.words.dates import PartialDate, swedish_date
from generator.words.money import swedish_kronor

_OUTCOMES = {"beviljad": "beviljade insatsen", "delvis beviljad": "beviljade insatsen till en del"}


@dataclass(frozen=True)
class _Event:
    """`day` orders, and within it `order`; `when` is as precise as it was written."""

    day: date
    order: int
    kind: str
    when: str
    text: str


def _begins(when: PartialDate, kind: str, text: str) -> _Event:
    return _Event(when.first_day, 1, kind, swedish_date(when), text)


def _ends(when: PartialDate, kind: str, text: str) -> _Event:
    return _Event(when.last_day, 3, kind, swedish_date(when), text)


def _decision(decision: PublicDecision) -> Iterator[_Event]:
    if decision.date is None:
        return
    did = f"{capital(decision.body)} {_OUTCOMES.get(decision.outcome, decision.outcome)}"
    amount = "" if decision.amount is None else f": {swedish_kronor(decision.amount)}"
    yield _begins(decision.date, "beslut", f"{did}{amount}")


def _related(insats: PublicInsats, view: View) -> Iterator[_Event]:
    for word, other_id in view.related.get(insats.id, ()):
        other = view.insatser[other_id]
        if other.period is not None and other.period.start is not None:
            text = f"{word} {other.name}: den insatsen börjar"
            yield _begins(other.period.start, "relation", text)


def _events(insats: PublicInsats, view: View) -> Iterator[_Event]:
    today = view.catalogue.day
    for decision in insats.decisions:
        yield from _decision(decision)
    period = insats.period
    if period is not None and period.start is not None:
        yield _begins(period.start, "start", "Insatsen börjar")
    if insats.intake_until is not None:
        yield _ends(insats.intake_until, "intag", "Sista dagen för nya deltagare")
    if period is not None and period.end is not None:
        yield _ends(period.end, "slut", "Insatsen slutar")
    yield from _related(insats, view)
    for document in insats.documents:
        if document.date is not None:
            yield _begins(document.date, "handling", f"{capital(document.kind)}: {document.title}")
    yield _Event(today, 2, "nu", swedish_date(today), "I dag, när sidan gjordes")


def timeline(insats: PublicInsats, view: View) -> list[Meta]:
    """`[{typ, nar, text}]` in order of time; [] when nothing but today is known.

    A related insats is named and not linked: its card, with its attribution, is the way there.

    Of what falls on one day, beginnings come first and ends last.
    """
    events = sorted(_events(insats, view), key=lambda event: (event.day, event.order))
    if len(events) < 2:
        return []
    return [{"typ": one.kind, "nar": one.when, "text": one.text} for one in events]
