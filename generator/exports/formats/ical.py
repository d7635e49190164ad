"""iCalendar (RFC 5545): when insatser start, take in the last and end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from generator.exports.events import FEEDS, Feed, feeds, tag, told
from generator.exports.interface import Export, File, Release
from generator.public.insats import PublicInsats
from generator.words.dates import PartialDate, swedish_date

_END = b"END:VCALENDAR\r\n"


def _days(insats: PublicInsats) -> Iterable[tuple[str, str, PartialDate, date]]:
    """(kind, its title, the date as it is known, the day it is put on)."""
    period = insats.period
    if period is not None and period.start is not None:
        yield "start", "Start", period.start, period.start.first_day
    if insats.intake_until is not None:
        yield "sista-intag", "Sista dag att börja", insats.intake_until, insats.intake_until.last_day
    if period is not None and period.end is not None:
        yield "slut", "Slut", period.end, period.end.last_day


def _event(insats: PublicInsats, row: tuple[str, str, PartialDate, date], release: Release) -> Event:
    kind, title, known, day = row
    event = Event()
    event.add("uid", tag(release, insats, kind))
    event.add("dtstamp", datetime.combine(release.catalogue.day, time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", f"{title}: {insats.name}")
    # A month is put on one of its days, and says that it is a month.
    when = "" if known.day is not None else f"Datumet är bara känt så här: {swedish_date(known)}. "
    event.add("description", f"{when}{told(insats)}".strip())
    event.add("url", release.url(insats.address))
    event.add("transp", "TRANSPARENT")
    return event


def _events(insats: PublicInsats, release: Release) -> bytes:
    return b"".join(_event(insats, row, release).to_ical(sorted=False) for row in _days(insats))


def _calendar(feed: Feed, events: Mapping[str, bytes]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Insatskatalogen//insatser//SV")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", feed.title)
    # Written once for each insats, which is in many lists, and put in before the calendar's own last line.
    whole: bytes = calendar.to_ical(sorted=False)
    return whole.replace(_END, b"".join(events[one.id] for one in feed.insatser) + _END)


def _files(release: Release) -> Iterator[File]:
    events = {one.id: _events(one, release) for one in release.catalogue.insatser}
    for feed in feeds(release):
        yield f"{feed.address}.ics", _calendar(feed, events)


EXPORT = Export(
    name="ical",
    title="Kalender",
    text="För kalenderprogram: när insatser börjar, sista dagen att börja i dem och när de slutar.",
    shown=(f"{FEEDS}alla.ics",),
    files=_files,
    rank=42,
)
