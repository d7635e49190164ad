"""The last days of consents and clauses as an iCalendar file (RFC 5545)."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from generator.answers.consents.grounds import Ground
from generator.words.swedish import listed

_WARNING = timedelta(days=30)


def as_calendar(found: Iterable[Ground], day: date) -> str:
    """An all-day event on the last day of each ground that has not ended, with an alarm 30 days before.

    Without a clock: the events are stamped with `day`. A ground keeps its UID when its last day or its line
    moves: a calendar that is read in again moves the event and makes no second one.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Insatskatalogen//samtycken//SV")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    seen: Counter[str] = Counter()
    for one in found:
        if one.until is not None and one.days_left is not None:
            uid = _uid(one)
            seen[uid] += 1
            number = f"-{seen[uid]}" if seen[uid] > 1 else ""  # two clauses about the same data
            event = _event(one, one.until, datetime.combine(day, time(), UTC))
            event.add("uid", f"{uid}{number}@insatskatalogen")
            calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written.decode()


def _event(one: Ground, last: date, stamp: datetime) -> Event:
    what = "Samtycke" if one.ground == "samtycke" else "Villkor"
    event = Event()
    event.add("dtstamp", stamp)
    event.add("dtstart", last)
    event.add("dtend", last + timedelta(days=1))
    event.add("summary", f"{what} går ut: {one.insats}, person {one.person + 1} ({one.role})")
    told = f"{listed(one.fields)}. Kanaler: {listed(one.channels)}. Grund: {one.ground}."
    event.add("description", f"Sista dagen för {told} {one.file}:{one.line}")
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", "Går ut om 30 dagar")
    alarm.add("trigger", -_WARNING)
    event.add_component(alarm)
    return event


def _uid(one: Ground) -> str:
    said = (one.insats, str(one.person), one.ground, str(one.entry), *one.fields, *one.channels)
    return hashlib.sha256("|".join(said).encode()).hexdigest()[:32]
