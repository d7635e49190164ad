"""Bytes of a file → text that YAML may read, or the finding that says why not."""

from __future__ import annotations

import re

from generator.storage.limits import LARGEST_FILE
from generator.words.findings import Finding, Position

LINE_BREAK = re.compile(r"\r\n|\n|\r")
# What libyaml refuses without a line number, and the characters that YAML 1.1 takes for line breaks
# but editors don't (U+0085, U+2028, U+2029): behind them every position would be wrong.
_REFUSED = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def position_of(text: str, offset: int) -> Position:
    """The line and column, from 1 and in characters, of the character at `offset`."""
    breaks = list(LINE_BREAK.finditer(text, 0, offset))
    start = breaks[-1].end() if breaks else 0
    return Position(len(breaks) + 1, offset - start + 1)


def has_refused_character(text: str) -> bool:
    """Whether the text holds a control character, half a surrogate pair or an invisible break."""
    return _REFUSED.search(text) is not None


def decode(data: bytes, file: str) -> str | Finding:
    """UTF-8, with or without a byte order mark, → text without the mark. Total."""
    if len(data) > LARGEST_FILE:
        message = f"Filen är större än {LARGEST_FILE // 1024} KiB och läses inte."
        return Finding(file, Position(1, 1), "fil-for-stor", message, "Korta texterna i den.")
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        return Finding(
            file,
            position_of(before, len(before)),
            "fil-kodning",
            "Filen är inte sparad som UTF-8.",
            "Spara om den med teckenkodningen UTF-8 och se efter att å, ä och ö stämmer.",
        )
    refused = _REFUSED.search(text)
    if refused is not None:
        return Finding(
            file,
            position_of(text, refused.start()),
            "fil-styrtecken",
            "Här finns ett osynligt styrtecken.",
            "Ta bort det. Det följer ofta med när text klistras in från ett annat program.",
        )
    return text
