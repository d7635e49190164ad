"""Text buried in a file as base64, base32 or hexadecimal digits."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from functools import lru_cache

_SHORTEST = 16  # characters: twelve bytes, a short name
# Everything that base64, its URL-safe form and hexadecimal digits are written with: `l` for small letters,
# `u` for the rest. No word of a language has an `lu`, and of ten digits in a row there are few.
_CLASSES = bytes(
    0x6C
    if 0x61 <= code <= 0x7A
    else 0x75
    if (chr(code).isalnum() and code < 0x80) or code in b"+/-_"
    else 0x20
    for code in range(256)
)
_SIGNS = (b"lu", b"u" * 8)
# Mail and certificates break base64 into lines; in a script or a style sheet the break is written out.
_GOES_ON = re.compile(rb"(?:\\?\r?\n[ \t]*|(?:\\r)?\\n)([A-Za-z0-9+/_-]+)")
_HEX = re.compile(rb"(?:[0-9a-fA-F]{2})+")
_BASE32 = re.compile(rb"[A-Z2-7]+|[a-z2-7]+")
# UTF-8 or Latin-1, or either with zeros in between.
_TEXT = re.compile(rb"(?:[\t\n\r\x20-\x7e]|[\xc2-\xf4][\x80-\xbf]{1,3}|[\xc0-\xfd](?=[\0-\x7e])|\x00)+")
_LEAST_TEXT = 6
_MOST_KEPT = 400  # characters
_URL_SAFE = bytes.maketrans(b"-_", b"+/")


def buried(content: bytes) -> str:
    """What can be read in the long runs of such characters, one finding a line; mostly nothing."""
    found: list[str] = []
    for run in _runs(content):
        found.extend(_texts_again(run) if len(run) < _MOST_KEPT else _texts(run))
    return "\n".join(found)


def _runs(content: bytes) -> Iterator[bytes]:
    classes = content.translate(_CLASSES)
    for sign in _SIGNS:
        end = 0
        while (place := classes.find(sign, end)) >= 0:
            start = max(classes.rfind(b" ", 0, place) + 1, end)
            end = classes.find(b" ", place)
            end = len(content) if end < 0 else end
            if end - start >= _SHORTEST:
                lines = [content[start:end]]
                while (more := _GOES_ON.match(content, end)) is not None:
                    lines.append(more[1])
                    end = more.end()
                yield b"".join(lines)


@lru_cache(maxsize=20_000)
def _texts_again(run: bytes) -> tuple[str, ...]:
    """The same for a short run: the address of a page stands in hundreds of others."""
    return tuple(_texts(run))


def _texts(run: bytes) -> list[str]:
    texts: list[str] = []
    if _HEX.fullmatch(run) is not None:
        texts += _readable(bytes.fromhex(run.decode()))
    if _BASE32.fullmatch(run) is not None:
        whole = run[: len(run) - (len(run) % 8 in (1, 3, 6))]  # no number of bytes ends there
        texts += _readable(base64.b32decode(whole + b"=" * (-len(whole) % 8), casefold=True))
    plain = run.translate(_URL_SAFE)
    for skipped in range(4):  # what stands before may be glued to it
        part = plain[skipped : len(plain) - ((len(plain) - skipped) % 4 == 1)]
        texts += _readable(base64.b64decode(part + b"=" * (-len(part) % 4)))
    return texts


def _readable(decoded: bytes) -> list[str]:
    parts = (part.replace(b"\0", b"") for part in _TEXT.findall(decoded))
    return [_decoded(part) for part in parts if len(part) >= _LEAST_TEXT]


def _decoded(part: bytes) -> str:
    try:
        return part.decode()
    except UnicodeDecodeError:
        return part.decode("latin-1")
