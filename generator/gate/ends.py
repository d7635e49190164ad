"""When a permit for a person's datum ends: the last day, and whether it is known."""

from __future__ import annotations

from datetime import date

from generator.gate.decided import anchors
from generator.gate.interface import Case
from generator.records.ends import End
from generator.records.persons import PersonField


def clause_ends(case: Case, field: PersonField, stated: End | None) -> tuple[date | None, bool]:
    """Under terms: the end that the clause names, else the site's default.

    With neither there is no end. An end that cannot be counted is not known.
    """
    end = stated or _default(case, field)
    if end is None:
        return None, True
    until = end.last_day(anchors(case))
    return until, until is not None


def consent_ends(case: Case, field: PersonField, stated: End | None) -> tuple[date | None, bool]:
    """Under a consent: the earlier of the end that it names and the site's default.

    The earlier, so that a person who adds an end never opens more. While the insats has no known
    end the default has not begun to count; an end of the consent's own must be known.
    """
    days = anchors(case)
    default = _default(case, field)
    ends = [end.last_day(days) for end in (stated, default) if end is not None]
    known = stated is None or ends[0] is not None
    return min((day for day in ends if day is not None), default=None), known


def _default(case: Case, field: PersonField) -> End | None:
    default = case.settings.contact_end
    return default.longest if field in default.fields else None
