"""Until when a person's datum is public: a withdrawal that is written for a later day ends it too."""

from __future__ import annotations

from datetime import date, timedelta

from generator.gate.account import Accounted
from generator.gate.interface import Case
from generator.gate.same_person import entries_of


def last_day(case: Case, one: Accounted) -> date | None:
    """The last day on which a public value is public as the record stands; None when no day is known."""
    if not one.verdict.public:
        return None
    ends = [one.verdict.until]
    match one.path:
        case ("personer", int(index), *_):
            persons = case.record.persons
            for entry in entries_of(persons[index], persons):
                ends += [
                    when.first_day - timedelta(days=1)
                    for when in (entry.withdrawn, entry.objection)
                    if when is not None and when.first_day > case.day
                ]
    return min((day for day in ends if day is not None), default=None)
