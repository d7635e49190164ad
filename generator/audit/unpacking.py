"""Opens what is packed: gzip (also Pagefind's), bzip2, xz, zip (xlsx, docx), zlib, streams of PDF and PNG.

An archive that cannot be opened, or is larger than any site needs, is told: nobody has seen what is in it.
"""

from __future__ import annotations

import bz2
import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

LARGEST = 200_000_000  # bytes, of all that one file holds
_DEEPEST = 4  # a docx in a zip, gzipped, with a picture in it
_PAGEFIND = b"pagefind_dcd"
# Each text is one by itself: *karl* and *karlsson* stand side by side in the alphabet, and are nobody's name.
_BETWEEN = b"\npagefindord\n"
_CBOR_LONGER, _CBOR_TEXT = 24, (2, 3)  # from 24 on the size follows in 1, 2, 4 or 8 bytes
_PDF_STREAM = re.compile(rb"stream\r?\n")
_ZLIB = (b"x\x01", b"x^", b"x\x9c", b"x\xda")  # a text may begin so too
_PNG = b"\x89PNG\r\n\x1a\n"


class UnreadableError(Exception):
    """Looks like an archive and cannot be opened, or is too large."""


@dataclass
class _Budget:
    left: int = LARGEST

    def spend(self, content: bytes) -> bytes:
        self.left -= len(content)
        if self.left < 0:
            raise UnreadableError
        return content


def unpacked(content: bytes) -> Iterator[bytes]:
    """Everything that is packed in a file, at any depth; nothing for a file that is no archive.

    Names of members come as contents of their own. Raises UnreadableError.
    """
    yield from _unpacked(content, _Budget(), _DEEPEST)


def _unpacked(content: bytes, budget: _Budget, depth: int) -> Iterator[bytes]:
    for inner in _members(content, budget):
        if depth == 0:
            raise UnreadableError
        yield inner
        yield from _unpacked(inner, budget, depth - 1)


def _members(content: bytes, budget: _Budget) -> Iterator[bytes]:
    if content.startswith(b"\x1f\x8b"):
        inner = _stream(lambda: zlib.decompressobj(zlib.MAX_WBITS | 16), content, budget)
        yield inner.removeprefix(_PAGEFIND)
        if inner.startswith(_PAGEFIND) and not inner.startswith(_PAGEFIND + b"{"):
            yield _BETWEEN.join(_cbor_texts(inner.removeprefix(_PAGEFIND)))
    elif content.startswith(b"BZh"):
        yield _whole(bz2.BZ2Decompressor(), content, budget)
    elif content.startswith(b"\xfd7zXZ\0"):
        yield _whole(lzma.LZMADecompressor(), content, budget)
    elif content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        yield from _zip(content, budget)
    elif content.startswith(_PNG):
        yield from _png(content, budget)
    elif content.startswith(b"%PDF-"):
        yield from _pdf(content, budget)
    elif content.startswith(_ZLIB):
        with suppress(zlib.error):
            yield _inflate(content, budget)[0]


def _cbor_texts(content: bytes) -> Iterator[bytes]:
    """The texts of Pagefind's filters and word lists (RFC 8949): the byte before each looks like a letter."""
    place = 0
    while place < len(content):
        kind, size = content[place] >> 5, content[place] & 0x1F
        place += 1
        if _CBOR_LONGER <= size < _CBOR_LONGER + 4:
            width = 1 << (size - _CBOR_LONGER)
            size = int.from_bytes(content[place : place + width], "big")
            place += width
        if kind in _CBOR_TEXT:
            yield content[place : place + size]
            place += size


def _inflate(content: bytes, budget: _Budget) -> tuple[bytes, bytes]:
    """One zlib stream and what stands after it."""
    inflater = zlib.decompressobj()
    found = budget.spend(inflater.decompress(content, budget.left + 1))
    return found, inflater.unused_data


def _stream(opener: Callable[[], zlib._Decompress], content: bytes, budget: _Budget) -> bytes:
    found = b""
    try:
        while content:  # gzip files may stand one after another in one
            inflater = opener()
            found += budget.spend(inflater.decompress(content, budget.left + 1))
            if not inflater.eof:
                raise UnreadableError
            content = inflater.unused_data.lstrip(b"\0")
    except zlib.error as error:
        raise UnreadableError from error
    return found


def _whole(
    decompressor: bz2.BZ2Decompressor | lzma.LZMADecompressor, content: bytes, budget: _Budget
) -> bytes:
    try:
        found = decompressor.decompress(content, budget.left + 1)
    except (OSError, lzma.LZMAError, EOFError) as error:
        raise UnreadableError from error
    if not decompressor.eof:
        raise UnreadableError
    return budget.spend(found)


def _zip(content: bytes, budget: _Budget) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield archive.comment
            for info in archive.infolist():
                yield info.filename.encode() + b"\n" + info.comment
                with archive.open(info) as member:
                    yield budget.spend(member.read(budget.left + 1))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError, OSError) as error:
        raise UnreadableError from error


def _png(content: bytes, budget: _Budget) -> Iterator[bytes]:
    """The texts of a PNG: what a camera or a drawing program wrote about the picture."""
    place = len(_PNG)
    while place + 12 <= len(content):
        size = int.from_bytes(content[place : place + 4], "big")
        kind, data = content[place + 4 : place + 8], content[place + 8 : place + 8 + size]
        place += size + 12
        if kind in (b"tEXt", b"iTXt", b"eXIf"):
            yield data
        if kind in (b"zTXt", b"iTXt"):
            packed = data.find(b"\x78")
            while packed >= 0:
                try:
                    yield _inflate(data[packed:], budget)[0]
                except zlib.error:
                    packed = data.find(b"\x78", packed + 1)
                else:
                    break


def _pdf(content: bytes, budget: _Budget) -> Iterator[bytes]:
    """The deflated streams. Text drawn with a font's own numbering stays unreadable."""
    for match in _PDF_STREAM.finditer(content):
        try:
            yield _inflate(content[match.end() :], budget)[0]
        except zlib.error:
            continue
