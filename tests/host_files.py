"""`_headers` and `_redirects` as the hosts read them, by their documents and by what their tools do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping


def rules_of(text: str) -> dict[str, list[tuple[str, str]]]:
    """`_headers`: an address, then indented lines of its headers."""
    found: dict[str, list[tuple[str, str]]] = {}
    address = ""
    for line in text.splitlines():
        if line.startswith("/"):
            address = line
            assert address not in found
        elif line.strip():
            assert line.startswith("  ")
            name, _, value = line.strip().partition(": ")
            found.setdefault(address, []).append((name, value))
    return found


def cloudflare(address: str) -> str:
    """One `*` for any characters, and all else as it stands."""
    assert address.count("*") <= 1, address
    return re.escape(address).replace(r"\*", ".*")


def netlify(address: str) -> str:
    """As wide as its own tools: `/a/*` covers what begins with `/a`; beside a `*` a dot is any character."""
    parts = [part for part in address.split("/") if part]
    read = [
        "?.*" if part == "*" else part.replace("*", ".*") if "*" in part else re.escape(part)
        for part in parts
    ]
    return f"(?i:/{'/'.join(read)}/?)"


READINGS: Mapping[str, Callable[[str], str]] = {"cloudflare": cloudflare, "netlify": netlify}


def sent(text: str, path: str, host: str = "cloudflare") -> Iterator[tuple[str, str]]:
    """The headers of all rules that cover an address, one for each rule."""
    for address, headers in rules_of(text).items():
        if re.fullmatch(READINGS[host](address), path):
            yield from headers


def moves_of(text: str) -> dict[str, str]:
    """`_redirects`: old address → new, both with a leading slash."""
    lines = [line.split(" ") for line in text.splitlines()]
    assert all(len(line) == 3 and line[2] == "301" for line in lines)
    found = {old: new for old, new, _ in lines}
    assert len(found) == len(lines)
    return found
