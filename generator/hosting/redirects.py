"""Addresses that have moved: `_redirects`, as Netlify, Cloudflare Pages and GitLab Pages read it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from generator.hosting.interface import HostingError

# No sign that a host reads as a pattern or that ends a directive; no step upwards, no other host.
_ADDRESS = re.compile(r"(?:(?!\.{1,2}(?:/|$))[A-Za-z0-9._~-]+(?:/|$))*")
_FILE, _INDEX = "_redirects", "index.html"
# Where the files of the page `insatser/<förbund>/<slug>/` or `forbund/<id>/` lie; no other page moves. A test
# compares all addresses of two versions of a register.
_BESIDE: Mapping[str, tuple[str, ...]] = {
    "insatser": (
        "insatser/{}.json",
        "insatser/{}.md",
        "badda-in/insatser/{}/",
        "badda-in/insatser/{}/fragment.html",
        "data/oembed/{}.json",
    ),
    "forbund": (
        "forbund/{}.md",
        "badda-in/forbund/{}/",
        "badda-in/forbund/{}/fragment.html",
        "data/flode/forbund/{}.atom",
        "data/flode/forbund/{}.ics",
        "data/flode/forbund/{}.json",
        "data/v1/forbund/{}.csv",
        "data/v1/listor/forbund/{}.json",
    ),
}


def with_files(pages: Mapping[str, str], files: Collection[str]) -> dict[str, str]:
    """The moves of pages, and of the files beside them: those that the site has beside the new page."""
    found = dict(pages)
    for old, new in pages.items():
        kind, _, before = old.rstrip("/").partition("/")
        now = new.rstrip("/").partition("/")[2]
        for place in _BESIDE.get(kind, ()):
            if _file(place.format(now)) in files:
                found[place.format(before)] = place.format(now)
    return found


def refuse_unfit(redirects: Mapping[str, str], files: Collection[str]) -> None:
    """Raises HostingError for an address that no host could read, or that leads nowhere.

    Addresses are relative to the site, old → new: `insatser/a/b/`, `insatser/a/b.json`, "" the start page.
    At the old one the site has a page that leads on, for hosts that know no such rules.
    """
    for old, new in sorted(redirects.items()):
        if not (_ADDRESS.fullmatch(old) and _ADDRESS.fullmatch(new)) or old in ("", new):
            raise HostingError(
                _FILE,
                f"Flytten från ”{old}” till ”{new}” går inte att skriva.",
                "Skriv två olika adresser inom webbplatsen, med små bokstäver, siffror, bindestreck och /.",
            )
        if _file(new) not in files:
            raise HostingError(
                _FILE,
                f"Flytten från {old} leder till {new}, som inte finns.",
                "Rätta den nya adressen.",
            )


def _file(address: str) -> str:
    return f"{address}{_INDEX}" if address == "" or address.endswith("/") else address


def moves(redirects: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """(old, new) with a leading slash. A page has moved also for those who leave out the slash at the end."""
    for old, new in sorted(redirects.items()):
        yield f"/{old}", f"/{new}"
        if old.endswith("/"):
            yield f"/{old.rstrip('/')}", f"/{new}"


def redirects_file(redirects: Mapping[str, str]) -> str:
    """The file's text, "" when nothing has moved."""
    return "".join(f"{old} {new} 301\n" for old, new in moves(redirects))
