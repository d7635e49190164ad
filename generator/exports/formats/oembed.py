"""oEmbed 1.0: what a tool shows when somebody pastes the address of an insats' page (oembed.com)."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from generator.exports.interface import Export, File, Release, as_json, given
from generator.pages.inbaddad import FOLDER
from generator.pages.words import EXAMPLE_SHORT
from generator.public.insats import PublicInsats

_FOLDER = "data/oembed/"
_WIDTH, _HEIGHT = 600, 480  # CSS pixels
_DAY = 24 * 3600  # seconds that an answer may be kept: what was withdrawn is gone the next day


def _insats(insats: PublicInsats, release: Release) -> bytes:
    site = release.catalogue.site
    frame = (
        f'<iframe src="{escape(release.url(FOLDER + insats.address))}" title="{escape(insats.name)}" '
        f'width="{_WIDTH}" height="{_HEIGHT}"></iframe>'
    )
    return as_json(
        given(
            {
                "type": "rich",
                "version": "1.0",
                "title": insats.name,
                "provider_name": site.name,
                "provider_url": site.url,
                "cache_age": _DAY,
                "html": frame,
                "width": _WIDTH,
                "height": _HEIGHT,
                # No keys of the standard: a tool that shows the title alone has to say these too.
                "upplysning": EXAMPLE_SHORT if insats.example else None,
                "erkännande": insats.attribution,
            }
        )
    )


def _files(release: Release) -> Iterator[File]:
    for one in release.catalogue.insatser:
        yield f"{_FOLDER}{one.address.removeprefix('insatser/').rstrip('/')}.json", _insats(one, release)


EXPORT = Export(
    name="oembed",
    title="oEmbed",
    text="För verktyg som visar en insats när någon klistrar in adressen till dess sida.",
    shown=(),
    files=_files,
)
