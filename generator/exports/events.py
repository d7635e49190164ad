"""What happened with the insatser: new, changed, ended. Feeds are made of it.

Nothing is remembered between builds: what is withheld today has no event, whatever was told of it before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from generator.exports.interface import Release
from generator.indexes import all_indexes
from generator.pages.inbaddad import shared_lists
from generator.pages.kort import in_brief
from generator.public.catalogue import Catalogue
from generator.public.insats import PublicInsats

MOST = 100  # entries of a feed, the newest
FEEDS = "data/flode/"
# XML 1.0 § 2.2 has no place for these, not even escaped.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Event:
    """`id` is a tag URI (RFC 4151) that stays; `title` and `text` are plain Swedish, safe in XML."""

    id: str
    day: date
    kind: str
    title: str
    text: str
    insats: PublicInsats
    url: str


@dataclass(frozen=True)
class Feed:
    """The events of a group of insatser. `address` is the feed's file without its suffix."""

    address: str
    title: str
    page: str
    insatser: tuple[PublicInsats, ...]


def plain(text: str) -> str:
    """Without the characters that XML has no place for."""
    return _NO_XML.sub("\ufffd", text)


def tag(release: Release, insats: PublicInsats, what: str) -> str:
    """`tag:insatser.example,2026:<id>/<what>`: the name of something, wherever the site moves to."""
    return f"tag:{urlsplit(release.catalogue.site.url).hostname},2026:{insats.id}/{what}"


def told(insats: PublicInsats) -> str:
    """What is said of an insats in a few words, with what must be said beside it."""
    return plain(in_brief(insats))


def _dates(insats: PublicInsats, catalogue: Catalogue) -> Iterator[tuple[str, str, date]]:
    """(kind, its title, day). A grant is what makes an insats new."""
    granted = [one.date.last_day for one in insats.decisions if one.date is not None]
    changed = catalogue.changed.get(insats.id)
    start = insats.period.start.first_day if insats.period and insats.period.start else None
    new = min(min(granted, default=start or changed or catalogue.day), catalogue.day)
    yield "ny", "Ny insats", new
    if changed is not None and changed > new:
        yield f"andrad/{changed.isoformat()}", "Ändrad", changed
    end = insats.period.end if insats.period else None
    if insats.status == "avslutad" and end is not None:
        yield "avslutad", "Avslutad", min(end.last_day, catalogue.day)


def events(insatser: Iterable[PublicInsats], release: Release) -> tuple[Event, ...]:
    """The newest first, at most `MOST`."""
    found = [
        Event(
            id=tag(release, insats, what),
            day=day,
            kind=what.partition("/")[0],
            title=plain(f"{title}: {insats.name}"),
            text=told(insats),
            insats=insats,
            url=release.url(insats.address),
        )
        for insats in insatser
        for what, title, day in _dates(insats, release.catalogue)
    ]
    return tuple(sorted(found, key=lambda event: (-event.day.toordinal(), event.id)))[:MOST]


def feeds(release: Release) -> Iterator[Feed]:
    """One of all insatser, and one for each förbund and target group, also of those that have none yet."""
    catalogue = release.catalogue
    name = catalogue.site.name
    yield Feed(f"{FEEDS}alla", name, "", catalogue.insatser)
    for listed in shared_lists(all_indexes(), release.view):
        address = f"{FEEDS}{listed.address.rstrip('/')}"
        yield Feed(address, f"{listed.title} – {name}", listed.address, listed.insatser or ())
