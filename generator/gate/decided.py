"""What the styrelse has decided about an insats, as far as it is in force on a day.

Only the styrelse decides; a word of beredningsgruppen, however new, is passed over. A date that is
known to the month or year is read narrowly: a grant counts from its last day, a word against the
insats from its first, and the word against is the newer one whenever it can be.
"""

from __future__ import annotations

from datetime import date

from generator.gate.interface import Case
from generator.records.ends import Anchor
from generator.records.parts import Decision, Span
from generator.words.dates import PartialDate

GRANTS = frozenset({"beviljad", "delvis beviljad"})


def in_force(case: Case) -> tuple[Decision, ...]:
    """The styrelse's decisions up to the build's date, oldest first."""
    decided = [
        decision
        for decision in case.record.decisions
        if decision.body == "styrelsen" and _first_felt(decision) <= case.day
    ]
    return tuple(sorted(decided, key=_order))


def newest(case: Case) -> tuple[Decision, ...]:
    """The newest decisions; several when the styrelse took more than one that day."""
    decided = in_force(case)
    newest_day = max(map(_newest_as, decided), default=None)
    return tuple(decision for decision in decided if _newest_as(decision) == newest_day)


def grants(case: Case) -> tuple[Decision, ...]:
    """The grants in force, oldest first: what a later `återkallad` concerns is left out."""
    decided = in_force(case)
    revoked = [decision for decision in decided if decision.outcome == "återkallad"]
    return tuple(
        grant
        for grant in decided
        if grant.outcome in GRANTS
        and not any(
            _newest_as(revocation) >= _newest_as(grant) and _overlap(revocation.concerns, grant.concerns)
            for revocation in revoked
        )
    )


def per_calendar_year(case: Case) -> bool:
    """Whether the terms let the styrelse decide for one calendar year at a time."""
    return case.terms is not None and case.terms.decided_per == "kalenderår"


def concerns(case: Case, decision: Decision) -> Span | None:
    """The time that a decision grants; under yearly terms never beyond its first calendar year."""
    span = decision.concerns
    if span is None or not per_calendar_year(case):
        return span
    if span.start is None:
        return None
    # As precise as the start: "2025", not "2025 – 31 december 2025".
    month, day = span.start.month and 12, span.start.day and 31
    year_end = PartialDate(span.start.year, month, day)
    if span.end is not None and span.end.last_day <= year_end.last_day:
        return span
    return Span.model_construct(start=span.start, end=year_end)


def start(case: Case) -> PartialDate | None:
    """The first decided day, month or year."""
    starts = [span.start for span in _spans(case) if span.start is not None]
    return min(starts, key=lambda when: (when.first_day, str(when)), default=None)


def end(case: Case) -> PartialDate | None:
    """The last decided day, month or year.

    The newest decision that names an end says it: it may shorten what was decided before. Under
    yearly terms each decision is about its own year, and the last decided year says it.
    """
    yearly = per_calendar_year(case)
    dated = [
        (date.min if yearly else decision.date.last_day, span.end.last_day, str(span.end), span.end)
        for decision in grants(case)
        if (span := concerns(case, decision)) is not None and span.end is not None
    ]
    return max(dated, key=lambda item: item[:3])[3] if dated else None


def holding(case: Case) -> tuple[Decision, ...]:
    """The grants whose money counts: a newer one takes the place of those about the same time.

    Of two on the same day about the same time the smaller counts, or the one without an amount.
    Under yearly terms a grant that names no year counts for none.
    """
    standing = [
        (grant, span)
        for grant in sorted(grants(case), key=_newest_and_smallest_first)
        if (span := concerns(case, grant)) is not None or not per_calendar_year(case)
    ]
    kept = [
        grant
        for number, (grant, span) in enumerate(standing)
        if not any(_overlap(span, newer) for _, newer in standing[:number])
    ]
    return tuple(reversed(kept))


def amount(case: Case, decision: Decision) -> int | None:
    """The kr that a decision grants for the time that `concerns` gives it; None when it does not say.

    Under yearly terms a sum that also pays for a later year does not say how much is the first one's.
    """
    if not per_calendar_year(case):
        return decision.amount
    span, written = concerns(case, decision), decision.concerns
    if span is None or written is None:
        return None
    return decision.amount if written.end is None or written.end == span.end else None


def years(case: Case) -> frozenset[int]:
    """The calendar years that some grant is about, up to the decided end.

    Of a time with one open side that is its known year.
    """
    reached: set[int] = set()
    for span in _spans(case):
        ends = [when.year for when in (span.start, span.end) if when is not None]
        reached.update(range(min(ends, default=0), max(ends, default=-1) + 1))
    last = end(case)
    return frozenset(year for year in reached if last is None or year <= last.year)


def amounts_per_year(case: Case) -> dict[int, int | None]:
    """Under yearly terms: calendar year → granted kr; None where a decision does not say."""
    found: dict[int, list[int | None]] = {}
    for decision in holding(case):
        span = concerns(case, decision)
        if span is not None and span.start is not None:
            found.setdefault(span.start.year, []).append(amount(case, decision))
    return {year: _sum(amounts) for year, amounts in sorted(found.items())}


def total(case: Case) -> int | None:
    """Granted kr for all the decided time; None when some part of it is not known."""
    if per_calendar_year(case):
        return _sum(list(amounts_per_year(case).values()))
    return _sum([decision.amount for decision in holding(case)])


def granted_in_full(case: Case) -> bool:
    """Whether the styrelse granted just what was applied for, so that its budget is decided too."""
    budget = case.record.budget
    if budget is None or budget.applied is None or total(case) != budget.applied:
        return False
    if per_calendar_year(case) and budget.per_year and budget.per_year != amounts_per_year(case):
        return False
    return all(decision.outcome == "beviljad" for decision in holding(case))


def anchors(case: Case) -> dict[Anchor, date | None]:
    """The days from which the ends of permissions are counted; None where not known.

    The insats ends on the earlier of its decided end and the end that its record states.
    """
    granted = grants(case)
    decided_end = end(case)
    stated = case.record.period.end if case.record.period is not None else None
    ends = [when.last_day for when in (decided_end, stated) if when is not None]
    return {
        Anchor.DECISION: granted[-1].date.last_day if granted else None,
        Anchor.INSATS_END: min(ends, default=None),
        Anchor.BUDGET_YEAR_END: date(decided_end.year, 12, 31) if decided_end is not None else None,
    }


def _order(decision: Decision) -> tuple[date, tuple[str, ...]]:
    """By day; within a day by all that a decision says, so that the order in the file never counts."""
    span = decision.concerns
    said = (
        decision.outcome,
        decision.date,
        decision.amount,
        decision.paragraph,
        span.start if span is not None else None,
        span.end if span is not None else None,
    )
    return decision.date.last_day, tuple("" if part is None else str(part) for part in said)


def _newest_and_smallest_first(grant: Decision) -> tuple[int, int, bool, tuple[str, ...]]:
    amount = -1 if grant.amount is None else grant.amount
    return -grant.date.last_day.toordinal(), amount, grant.outcome == "beviljad", _order(grant)[1]


def _newest_as(decision: Decision) -> date:
    """The day to compare when it is asked which of two is newer: to a grant's disadvantage."""
    return decision.date.first_day if decision.outcome in GRANTS else decision.date.last_day


def _first_felt(decision: Decision) -> date:
    return decision.date.last_day if decision.outcome in GRANTS else decision.date.first_day


def _sum(amounts: list[int | None]) -> int | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known and len(known) == len(amounts) else None


def _spans(case: Case) -> list[Span]:
    spans = [concerns(case, decision) for decision in grants(case)]
    return [span for span in spans if span is not None]


def _overlap(one: Span | None, other: Span | None) -> bool:
    if one is None or other is None:
        return True
    first = max((s.start.first_day for s in (one, other) if s.start is not None), default=date.min)
    last = min((s.end.last_day for s in (one, other) if s.end is not None), default=date.max)
    return first <= last
