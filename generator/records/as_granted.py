"""A draft as it would be if the styrelse granted it: for a preview alone, where nothing is published."""

from __future__ import annotations

from datetime import date

from generator.records.parts import Decision, Publication, Span
from generator.records.record import Record
from generator.words.dates import PartialDate


def as_granted(record: Record, day: date) -> Record | None:
    """The record, granted as applied for and public on `day`; None for what is no draft.

    A draft waits for its publication: none is asked for, it is paused, or begins later. Where the styrelse
    has decided already its word stands, also a no. What was taken away is no draft.
    """
    if not _waits(record.publication, day):
        return None
    today = PartialDate(day.year, day.month, day.day)
    decisions = record.decisions
    if not any(decision.body == "styrelsen" for decision in decisions):
        decisions = [*decisions, _grant(record, today)]
    public = Publication.model_construct(state="publicera", start=today, end=None)
    return record.model_copy(update={"decisions": decisions, "publication": public})


def _waits(publication: Publication | None, day: date) -> bool:
    if publication is None or publication.state == "pausad":
        return True
    begins = publication.start.first_day if publication.start is not None else day
    return publication.state == "publicera" and begins > day


def _grant(record: Record, today: PartialDate) -> Decision:
    """A decision about the whole sum and time of the application."""
    period, budget = record.period, record.budget
    return Decision.model_construct(
        outcome="beviljad",
        date=today,
        body="styrelsen",
        paragraph=None,
        amount=budget.applied if budget is not None else None,
        concerns=Span.model_construct(start=period.start, end=period.end) if period is not None else None,
    )
