"""Identifiers: ASCII, permanent, safe as a file name and in an address everywhere."""

from __future__ import annotations

import re

_SHAPE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
LONGEST = 100

# Names that Windows refuses as files whatever their suffix, and names that the site uses itself.
_WINDOWS = {"con", "prn", "aux", "nul", *(f"{dev}{n}" for dev in ("com", "lpt") for n in range(10))}
_SITE = {
    "404", "admin", "api", "assets", "data", "datasets", "feeds", "forbund", "index", "insatser",
    "kommuner", "malgrupper", "metoder", "pagefind", "search", "sitemap", "static", "status",
}  # fmt: skip
RESERVED = frozenset(_WINDOWS | _SITE)


def id_problem(text: str) -> str | None:
    """None when `text` can be an id; otherwise `shape`, `length` or `reserved`."""
    if _SHAPE.fullmatch(text) is None:
        return "shape"
    if len(text) > LONGEST:
        return "length"
    if text in RESERVED:
        return "reserved"
    return None
