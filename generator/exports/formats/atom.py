"""Atom (RFC 4287): what is new, changed and ended."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date

from generator.exports.events import FEEDS, Feed, events, feeds, plain
from generator.exports.interface import Export, File, Release

_ATOM = "http://www.w3.org/2005/Atom"


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    child.text = text or None
    return child


def _feed(feed: Feed, release: Release) -> bytes:
    site = release.catalogue.site
    root = ET.Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "sv"})
    found = events(feed.insatser, release)
    _add(root, "id", release.url(f"{feed.address}.atom"))
    _add(root, "title", plain(feed.title))
    _add(root, "updated", _time(max((event.day for event in found), default=release.catalogue.day)))
    _add(root, "link", rel="self", type="application/atom+xml", href=release.url(f"{feed.address}.atom"))
    _add(root, "link", rel="alternate", type="text/html", href=release.url(feed.page))
    _add(_add(root, "author"), "name", plain(site.publisher))
    for event in found:
        entry = _add(root, "entry")
        _add(entry, "id", event.id)
        _add(entry, "title", event.title)
        _add(entry, "updated", _time(event.day))
        _add(entry, "link", rel="alternate", type="text/html", href=event.url)
        _add(entry, "category", term=event.kind)
        if event.text:
            _add(entry, "summary", event.text)
        if event.insats.attribution:
            _add(entry, "rights", plain(event.insats.attribution))
    ET.indent(root)
    ET.register_namespace("", _ATOM)
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _files(release: Release) -> Iterator[File]:
    for feed in feeds(release):
        yield f"{feed.address}.atom", _feed(feed, release)


EXPORT = Export(
    name="atom",
    title="Atom-flöde",
    text="För den som vill följa registret i en läsare: nya, ändrade och avslutade insatser. Varje förbund "
    "och målgrupp har ett eget flöde.",
    shown=(f"{FEEDS}alla.atom",),
    files=_files,
    rank=40,
)
