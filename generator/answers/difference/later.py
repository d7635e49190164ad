"""What a change makes public, changes or takes away on later days, by its own dates.

A record is looked at on each day on which one of its versions turns. What the two versions show otherwise
than the day before is told once, on its first day; what both do alike is not told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from generator.answers.difference.differences import OTHERWISE, of_record
from generator.answers.difference.rows import CHANGED, GONE, PUBLIC, Change, Kind, Side
from generator.checks.interface import Subject

# What a row is about: the insats, the field, the person.
_Rows = Mapping[tuple[str, str, int | None], Sequence[Change]]
# The new version does nothing that day: the row is about what the old one would have done.
_ELSE: Mapping[Kind, str] = {
    PUBLIC: "skulle annars sluta synas",
    CHANGED: "skulle annars ändras",
    GONE: "skulle annars börja synas",
}


@dataclass(frozen=True)
class Standing:
    """Both versions of one record on one channel, as they stand on a day and until one of them turns.

    Of the old version nothing is quoted: what it would show on a later day may never have been public.
    """

    old: Side | None
    new: Side | None

    @classmethod
    def of(cls, old: Subject | None, new: Subject | None) -> Standing:
        """How they stand on the first day."""
        return cls(None, None).turned(old, new)

    def turned(self, old: Subject | None, new: Subject | None) -> Standing:
        """How they stand on another day, with the same sides where nothing comes out otherwise."""
        return Standing(_turned(self.old, old, quoted=False), _turned(self.new, new, quoted=True))

    @cached_property
    def difference(self) -> _Rows:
        """What differs between them."""
        return _by_subject(of_record(self.old, self.new, sound=False))


def news(before: Standing, after: Standing, day: date) -> Iterator[Change]:
    """What of the difference on `day` has not been told of an earlier day."""
    old, new = _moves(before.old, after.old), _moves(before.new, after.new)
    if old or new:
        yield from (replace(row, day=day) for row in _news(before.difference, after.difference, old, new))


def _turned(side: Side | None, subject: Subject | None, *, quoted: bool) -> Side | None:
    if side is not None and subject is not None and side.subject.outcome == subject.outcome:
        return side
    return Side(subject, quoted) if subject is not None else None


def _news(stood: _Rows, here: _Rows, old: _Rows, new: _Rows) -> Iterator[Change]:
    """Of the difference `here` what is new since it `stood`; `old` and `new` are what each version does then.

    What the new version alone does is told as such, and so is all that it does where the insats as a whole
    differed, or that brings back what was told to go. Else it is the difference, where there was none of its
    kind; not of the parts of an insats that differed as a whole.
    """
    whole = _has_whole(stood)
    for key in dict.fromkeys((*here, *new)):
        before, now, own = stood.get(key, ()), here.get(key, ()), new.get(key, ())
        alone = bool(now) and key not in old
        if own and (whole or alone or any(row.kind == GONE for row in before)):
            # That it ends is no news where the old version does not show it either: its last day was told.
            yield from (row for row in own if now or row.kind != GONE)
        elif not (whole and key[1]) and {row.kind for row in before} != {row.kind for row in now}:
            yield from now if own or _has_whole(new) else map(_otherwise, now)


def _otherwise(row: Change) -> Change:
    return replace(row, text=f"{row.text} ({_ELSE[row.kind]})")


def _moves(before: Side | None, after: Side | None) -> _Rows:
    """What one version does itself since the day before; that its status follows the calendar is no row."""
    if before is None or after is None or before is after:
        return {}
    return _by_subject(row for row in of_record(before, after, sound=False) if row.text != OTHERWISE)


def _by_subject(rows: Iterable[Change]) -> _Rows:
    found: dict[tuple[str, str, int | None], list[Change]] = {}
    for row in rows:
        found.setdefault((row.insats, row.field, row.person), []).append(row)
    return found


def _has_whole(rows: _Rows) -> bool:
    """Whether the insats as a whole comes or goes, and every part of it with it."""
    return any(not field and row.kind != CHANGED for (_, field, _), found in rows.items() for row in found)
