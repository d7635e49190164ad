"""Folds text to what every way of writing it has in common: `a`–`z`, digits and `@`, one space between words.

Needles and site go through the same functions. Everything that is neither letter nor digit is a space, so
`Lindeby,\u00a0Tova`, `lindeby-tova` and `LINDEBY/TOVA` are one. All work is done by C loops over bytes;
Python runs only for characters outside Latin-1, once for each.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

_SINGLE = {"æ": "a", "ø": "o", "đ": "d", "ð": "d", "þ": "t", "ł": "l", "ı": "i", "ħ": "h", "ŋ": "n", "œ": "o"}
# Letters of other alphabets that look like Latin ones; what looks like none keeps a code of its own.
_ALIKE = str.maketrans(
    "авеёкмнопрстуухіјѕԁԛԝһӏҽɡαβγεικνορτυχηωϲ",
    "abeekmhonpctyyxijsdqwhlegabyeiknoptuxnwc",
)  # fmt: skip
_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")  # letters by class, blank to the eye
_SHORTEST_RUN = re.compile(b"  +")
_NOT_DIGITS = bytes(code for code in range(256) if not 0x30 <= code <= 0x39)
_SOFT_HYPHEN = b"\xad"
# Of what Latin-1 lacks these stand on every page: replaced in C, the others go through Python one by one.
_COMMON_SIGNS = "\u2013\u2019\u201d\u2026\u202f"


def _of_character(char: str) -> bytes:
    """The folded form of one character: nothing for what no reader sees, a space for what parts words."""
    category = unicodedata.category(char)
    if category in ("Cf", "Mn", "Me") or char in _INVISIBLE:
        return b""
    plain = unicodedata.normalize("NFKD", char.casefold()).casefold()
    folded = ""
    for part in plain:
        part = _SINGLE.get(part, part).translate(_ALIKE)
        if part.isdecimal():
            folded += str(unicodedata.decimal(part))
        elif part.isascii() and part.isalnum():
            folded += part
        elif part == "@":
            folded += " @ "
        elif unicodedata.combining(part):
            continue
        else:
            folded += f"u{ord(part):04x}" if part.isalpha() else " "
    return folded.encode()


class _Characters(dict[str, bytes]):
    def __missing__(self, char: str) -> bytes:
        self[char] = _of_character(char)
        return self[char]


_CHARACTERS = _Characters()


def _fold_unencodable(error: UnicodeError) -> tuple[bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    run = error.object[error.start : error.end]
    return b"".join(map(_CHARACTERS.__getitem__, run)), error.end


_FOLD = "insatskatalogen-fold"
codecs.register_error(_FOLD, _fold_unencodable)
# One byte for each of Latin-1: of `ß` the first letter.
_TABLE = bytes((_of_character(chr(code)) or b" ")[:1][0] if code != 0x40 else 0x40 for code in range(256))


def fold(text: str) -> bytes:
    """The folded text, with one space before, after and between its words."""
    for sign in _COMMON_SIGNS:
        text = text.replace(sign, " ")
    folded = text.encode("latin-1", _FOLD).translate(_TABLE, _SOFT_HYPHEN)
    if b"@" in folded:
        folded = folded.replace(b"@", b" @ ")
    return _SHORTEST_RUN.sub(b" ", b" %b " % folded)


def digits(folded: bytes) -> bytes:
    """The digits alone, without what stands between them."""
    return folded.translate(None, _NOT_DIGITS)
