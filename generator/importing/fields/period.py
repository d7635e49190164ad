"""The planned time, and the date of the document."""

from __future__ import annotations

import calendar
from typing import Final

from generator.importing.division import Section
from generator.importing.document import Block
from generator.importing.draft import Context, Draft
from generator.importing.fields.dates import dates_in
from generator.words.dates import PartialDate
from generator.words.findings import Position

_RULE: Final = "period"
_CHECK = "Se efter i originalet och skriv rätt datum."


def read_period(section: Section, draft: Draft, _context: Context) -> None:
    """Start and end from one answer."""
    block = section.blocks[0]
    found = list(dates_in(block.text))
    if not found:
        message = "Insatstiden går inte att läsa."
        draft.doubt(("period",), block.place, _RULE, message, "Skriv start och slut under period.")
        draft.unplaced(section.blocks)
        return
    _set(draft, "period.start", found[0], block.place)
    if len(found) > 1:
        _set(draft, "period.slut", found[1], block.place)
    if len(found) != 2:
        message = "Insatstiden har inte ett startdatum och ett slutdatum."
        draft.doubt(("period",), block.place, _RULE, message, _CHECK)
        draft.unplaced(section.blocks[:1])
    draft.unplaced(section.blocks[1:])


def read_one(section: Section, draft: Draft, _context: Context) -> None:
    """One date of its own: start, end, last intake, or the document's."""
    if section.part is None:
        return
    target, block = section.part.target, section.blocks[0]
    found = list(dates_in(block.text))
    if not found:
        path = tuple(target.split("."))
        draft.doubt(path, block.place, _RULE, "Datumet går inte att läsa.", _CHECK)
        draft.unplaced(section.blocks)
        return
    _set(draft, target, found[-1], block.place)
    draft.unplaced(section.blocks[1:])


def _set(draft: Draft, key: str, when: PartialDate, place: Position) -> None:
    path = tuple(key.split("."))
    if not draft.set(key, str(when), place):
        draft.doubt(path, place, _RULE, "Dokumentet har två olika datum för samma sak.", _CHECK)
        draft.unplaced([Block(str(when), place)])
    if when.day is None:
        message = "Bara månaden står, inte dagen."
        advice = "Låt månaden stå, eller skriv dagen om du vet den."
        draft.doubt(path, place, _RULE, message, advice)


def doubt_period(draft: Draft) -> None:
    """What does not go together when all is read."""
    start, end = (_date(draft.get(f"period.{key}")) for key in ("start", "slut"))
    intake = _date(draft.get("period.sista_intag"))
    place = draft.places.get(("period", "slut"), Position(1, 1))
    if start is not None and end is not None and end.last_day < start.first_day:
        draft.doubt(("period", "slut"), place, _RULE, "Slutet ligger före starten.", _CHECK)
    if intake is not None and end is not None and intake.first_day > end.last_day:
        message = "Sista intaget ligger efter slutet."
        draft.doubt(("period", "sista_intag"), place, _RULE, message, _CHECK)
    if end is not None and end.day is not None and end.month is not None:
        last = calendar.monthrange(end.year, end.month)[1]
        if end.day == last - 1 and last == 31:
            message = "Slutdagen är den näst sista i månaden."
            draft.doubt(
                ("period", "slut"), place, _RULE, message, "Se efter att den inte skulle vara den 31."
            )


def _date(value: object) -> PartialDate | None:
    found = list(dates_in(value)) if isinstance(value, str) else []
    return found[0] if found else None
