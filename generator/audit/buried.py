"""Text buried in a file as base64 or hexadecimal digits."""

from __future__ import annotations

import base64
import re

_SHORTEST = 16  # characters: twelve bytes, a short name
# Everything that base64, its URL-safe form and hexadecimal digits are written with.
_CLASSES = bytes(
    0x78 if (chr(code).isalnum() and code < 0x80) or code in b"+/-_" else 0x20 for code in range(256)
)
_RUN = b"x" * _SHORTEST
_HEX = re.compile(rb"(?:[0-9a-fA-F]{2})+")
_TEXT = re.compile(rb"(?:[\t\n\r\x20-\x7e]|[\xc2-\xf4][\x80-\xbf]{1,3}|\x00)+")
_LEAST_TEXT = 6
_URL_SAFE = bytes.maketrans(b"-_", b"+/")


def buried(content: bytes) -> str:
    """What can be read in the long runs of such characters, one finding a line; mostly nothing."""
    found: list[str] = []
    classes = content.translate(_CLASSES)
    start = classes.find(_RUN)
    while start >= 0:
        end = classes.find(b" ", start)
        end = len(content) if end < 0 else end
        run = content[start:end]
        if not run[1:].isalpha() or not run[1:].islower():  # a long word has its capital first
            found.extend(_texts(run))
        start = classes.find(_RUN, end)
    return "\n".join(found)


def _texts(run: bytes) -> list[str]:
    texts: list[str] = []
    if _HEX.fullmatch(run) is not None:
        texts += _readable(bytes.fromhex(run.decode()))
    if run[1:].islower():  # base64 of twelve bytes has capitals
        return texts
    plain = run.translate(_URL_SAFE)
    for skipped in range(4):  # what stands before may be glued to it
        part = plain[skipped : len(plain) - ((len(plain) - skipped) % 4 == 1)]
        texts += _readable(base64.b64decode(part + b"=" * (-len(part) % 4)))
    return texts


def _readable(decoded: bytes) -> list[str]:
    parts = (part.replace(b"\0", b"") for part in _TEXT.findall(decoded))
    return [part.decode("utf-8", "replace") for part in parts if len(part) >= _LEAST_TEXT]
