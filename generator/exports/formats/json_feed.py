"""JSON Feed 1.1: the same events as in Atom."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.events import FEEDS, Event, Feed, events, feeds
from generator.exports.interface import Export, File, Json, Release, as_json, given


def _item(event: Event) -> Json:
    return given(
        {
            "id": event.id,
            "url": event.url,
            "title": event.title,
            # The format wants a text in every item.
            "content_text": event.text or event.title,
            "date_modified": f"{event.day.isoformat()}T00:00:00Z",
            "tags": [event.kind],
        }
    )


def _feed(feed: Feed, release: Release) -> bytes:
    site = release.catalogue.site
    return as_json(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title,
            "home_page_url": release.url(feed.page),
            "feed_url": release.url(f"{feed.address}.json"),
            "language": "sv",
            "authors": [{"name": site.publisher}],
            "items": [_item(event) for event in events(feed.insatser, release)],
        }
    )


def _files(release: Release) -> Iterator[File]:
    for feed in feeds(release):
        yield f"{feed.address}.json", _feed(feed, release)


EXPORT = Export(
    name="json-feed",
    title="JSON Feed",
    text="Samma flöde som Atom, i JSON.",
    shown=(f"{FEEDS}alla.json",),
    files=_files,
    rank=41,
)
