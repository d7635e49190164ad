"""A small PDF can hold a great deal: what would fill the memory, or take minutes, is refused first."""

from __future__ import annotations

import re
import zlib
from base64 import a85decode
from binascii import unhexlify
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from generator.importing.pdf.values import as_dict, as_name, content, resolved
from generator.importing.readers.interface import LARGEST, TOO_LARGE, UnreadableError

if TYPE_CHECKING:
    from pdfplumber.page import Page

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_FILTER = re.compile(
    rb"/(ASCII85Decode|A85|ASCIIHexDecode|AHx|FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b"
)
_AS_TEXT = {b"ASCII85Decode": a85decode, b"A85": a85decode, b"ASCIIHexDecode": unhexlify, b"AHx": unhexlify}
_DRAWN = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")
_HEAD = 2_000  # bytes: longer is no stream's dictionary
_CHUNK = 1 << 16
_MOST_INFLATED = 5 * LARGEST  # of one stream: a page's picture in full colour is 25 MB
_MOST_CONTENT = 4 << 20  # of what all pages draw; the real forms draw less than 0.1 MB; a second reads 0.2 MB
_MOST_CELLS = 20_000  # of all tables; a second reads 2,000
_MOST_PAIRS = 1_000_000
_DEEPEST = 10


def refuse_swelling(data: bytes) -> None:
    """Raises UnreadableError for a file with a stream that grows, or may grow, beyond measure."""
    for found in _STREAM.finditer(data):
        head = data[max(0, found.start() - _HEAD) : found.start()]
        filters = _FILTER.findall(head[head.rfind(b"obj") + 1 :])
        if sum(name not in _AS_TEXT for name in filters) > 1:  # one swells what the other has swollen
            raise UnreadableError(TOO_LARGE)
        packed = memoryview(data)[found.end() :]
        if filters and filters[0] in _AS_TEXT:
            packed = memoryview(_from_text(filters[0], data, found.end()))
        if _inflated(packed) > _MOST_INFLATED:
            raise UnreadableError(TOO_LARGE)


def _from_text(name: bytes, data: bytes, start: int) -> bytes:
    """The bytes that stand as letters; nothing where they are no such letters."""
    text = b"".join(data[start : max(data.find(b"endstream", start), start)].split())
    text = text.partition(b"~>" if name in (b"ASCII85Decode", b"A85") else b">")[0].removeprefix(b"<~")
    try:
        return _AS_TEXT[name](text)
    except ValueError:
        return b""


def _inflated(packed: memoryview) -> int:
    """How long the stream gets, as far as is needed to know; 0 when it is not compressed in this way."""
    stream = zlib.decompressobj()
    total = start = 0
    try:
        while start < len(packed) and not stream.eof and total <= _MOST_INFLATED:
            total += len(
                stream.decompress(packed[start : start + _CHUNK])
            )  # at most a thousand times as long
            start += _CHUNK
    except zlib.error:  # another kind of stream, or the end of a damaged one
        pass
    return total


class Bounds:
    """Counts what the pages of one document draw. No stream of it may be one that swells."""

    def __init__(self) -> None:
        self._left, self._cells_left = _MOST_CONTENT, _MOST_CELLS
        self._lengths: dict[int, int] = {}

    def refuse_endless(self, page: Page) -> None:
        """Raises UnreadableError when the pages so far draw more than anybody reads."""
        resources = page.page_obj.resources
        for stream in page.page_obj.contents:
            self._left -= self._length(stream, resources, _DEEPEST)
            if self._left < 0:
                raise UnreadableError(TOO_LARGE)

    def allow_tables(self, page: Page) -> bool:
        """Whether the page's rules may be tables; a fine grid has more cells than anybody fills in."""
        upright = {_side(edge, "x0", "top", "bottom") for edge in page.edges if edge["orientation"] == "v"}
        level = {_side(edge, "top", "x0", "x1") for edge in page.edges if edge["orientation"] == "h"}
        cells = len({x for x, _, _ in upright}) * len({y for y, _, _ in level})
        if cells > self._cells_left and len(upright) * len(level) <= _MOST_PAIRS:
            # Drawings have rules too, that do not cross each other.
            cells = sum(
                top - 1 <= y <= bottom + 1 and left - 1 <= x <= right + 1
                for x, top, bottom in upright
                for y, left, right in level
            )
        allowed = cells <= self._cells_left
        self._cells_left -= cells if allowed else 0
        return allowed

    def _length(self, stream: object, resources: object, depth: int) -> int:
        """Of what the stream draws, with the forms that it draws, each as often as it does."""
        found = resolved(stream)
        if id(found) not in self._lengths:
            if depth == 0:
                raise UnreadableError(TOO_LARGE)
            drawn = content(found)
            forms = as_dict(as_dict(resources).get("XObject"))
            total = len(drawn)
            for name, times in Counter(_DRAWN.findall(drawn)).items():
                form = forms.get(name.decode("latin-1"))
                if as_name(as_dict(form).get("Subtype")) == "Form":
                    own = as_dict(form).get("Resources", resources)
                    total += times * self._length(form, own, depth - 1)
            self._lengths[id(found)] = total
        return self._lengths[id(found)]


def _side(edge: Mapping[str, object], *keys: str) -> tuple[int, ...]:
    return tuple(round(float(str(edge[key]))) for key in keys)
