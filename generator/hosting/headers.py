"""`_headers`, as Netlify and Cloudflare Pages read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.hosting.interface import Rule

_INDEX = "index.html"


def headers_file(rules: Iterable[Rule]) -> str:
    """The file's text: an address or a folder of addresses, and below it its headers."""
    blocks: list[str] = []
    for rule in rules:
        lines = "".join(f"  {name}: {value}\n" for name, value in rule.headers)
        blocks += [f"{address}\n{lines}" for address in _addresses(rule.place)]
    return "\n".join(blocks)


def _addresses(place: str) -> Iterator[str]:
    if place == _INDEX or place.endswith(f"/{_INDEX}"):
        yield f"/{place.removesuffix(_INDEX)}"
    yield f"/{place}*" if place == "" or place.endswith("/") else f"/{place}"
