"""When a permit for a person's datum ends."""

from __future__ import annotations

from datetime import date

from generator.gate.decided import anchors
from generator.gate.interface import Case
from generator.records.ends import End
from generator.records.record import PersonField


def last_day(case: Case, field: PersonField, stated: End | None) -> tuple[date | None, bool]:
    """The last day of a permit, and whether it is known.

    `stated` is the end that the terms name. Without one the site's default ends the data that it
    lists (contact details, some months after the insats' end); other data then have no end.
    """
    default = case.settings.contact_end
    end = stated or (default.longest if field in default.fields else None)
    if end is None:
        return None, True
    until = end.last_day(anchors(case))
    return until, until is not None
