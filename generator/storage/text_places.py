"""Where each character of a text value stands in the file, in whichever of YAML's styles it was written."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

from generator.storage.decode import LINE_BREAK

_CODE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))")
_MOST_ACCENTS = 3  # of a letter that was written in pieces


def place_of(source: str, begins: tuple[int, int], value: str, offset: int) -> tuple[int, int] | None:
    """Line and column, from 1, of `value[offset]` (a space: of what follows it); None when it is not there.

    `begins` is where YAML says that the value begins; `value` may have lost the spaces around it.
    """
    starts, places = _places(source, begins, value)
    if offset >= len(places):
        return None
    line = bisect_right(starts, places[offset])
    return line, places[offset] - starts[line - 1] + 1


@lru_cache(maxsize=8)
def _places(source: str, begins: tuple[int, int], value: str) -> tuple[list[int], list[int]]:
    """Where the lines of the file start, and where each character stands up to one that is not found."""
    starts = [0, *(found.end() for found in LINE_BREAK.finditer(source))]
    at = starts[begins[0] - 1] + begins[1] - 1
    quote = source[at] if source[at] in "'\"" else ""
    if quote:
        at += 1
    elif source[at] in "|>":
        header = LINE_BREAK.search(source, at)
        at = header.end() if header is not None else len(source)
    places: list[int] = []
    waiting = 0  # spaces and line breaks, which YAML may fold
    for char in value:
        if char.isspace():
            waiting += 1
            continue
        at = _past_spaces(source, at, quote)
        length = _length(source, at, char, quote)
        if length == 0:
            break
        places += [at] * (waiting + 1)
        waiting = 0
        at += length
    return starts, places


def _past_spaces(source: str, at: int, quote: str) -> int:
    while at < len(source):
        if source[at].isspace():
            at += 1
        elif quote == '"' and re.match(r"\\[nt_\s]", source[at : at + 2]):
            at += 2
        else:
            break
    return at


def _length(source: str, at: int, char: str, quote: str) -> int:
    """How much of the file makes this character; 0 when something else stands there."""
    if quote == '"' and source.startswith("\\", at):
        code = _CODE.match(source, at)
        if code is not None:
            number = int(code[1] or code[2] or code[3], 16)
            return len(code[0]) if chr(number) == char else 0
        return 2 if source[at + 1 : at + 2] == char else 0
    if source.startswith(char, at):
        return 2 if quote == "'" == char else 1
    for length in range(2, _MOST_ACCENTS + 2):
        if unicodedata.normalize("NFC", source[at : at + length]) == char:
            return length
    return 0
