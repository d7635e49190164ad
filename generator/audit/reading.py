"""Reads a file of the site in every way a reader's program could."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audit.buried import buried
from generator.audit.interface import Reading, SiteFile
from generator.audit.undoing import ways_to_read
from generator.audit.unpacking import UnreadableError, unpacked

_SAMPLE = 65_536
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x20), 0x7F))
_FEW, _SHARE = 8, 0.01  # text has no control characters, but a stray one makes no picture of it
_BOMS = (b"\xff\xfe", b"\xfe\xff")


def read(name: str, content: bytes) -> SiteFile:
    """The file `name` (its path below the site) with all its readings, each text once."""
    readings = [Reading(way) for way in ways_to_read(name)]
    own = list(_of_bytes(content))
    if own:
        own[0] = Reading(own[0].text, placed=True, noisy=own[0].noisy)
    readings += own
    unreadable = False
    try:
        for inner in unpacked(content):
            readings += _of_bytes(inner)
    except UnreadableError:
        unreadable = True
    return SiteFile(name, content, tuple(dict.fromkeys(readings)), unreadable)


def _of_bytes(content: bytes) -> Iterator[Reading]:
    noisy = _is_noise(content)
    for text in _decoded(content):
        if noisy:
            yield Reading(text, noisy=True)
        else:
            yield from map(Reading, ways_to_read(text))
    found = buried(content)
    if found:
        yield from map(Reading, ways_to_read(found))


def _decoded(content: bytes) -> Iterator[str]:
    try:
        yield content.decode()
    except UnicodeDecodeError:
        yield content.decode(errors="replace")
        yield content.decode("latin-1")
    if b"\0" in content:
        # UTF-16 and UTF-32 of Latin letters, in either order of bytes, are Latin-1 with zeros in between.
        yield content.replace(b"\0", b"").removeprefix(_BOMS[0]).removeprefix(_BOMS[1]).decode("latin-1")


def _is_noise(content: bytes) -> bool:
    sample = content[:_SAMPLE]
    if sample.startswith(_BOMS) or sample.count(0) * 5 > len(sample) * 2:  # UTF-16, or nearly
        sample = sample.replace(b"\0", b"")
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > max(_FEW, _SHARE * len(sample))
