"""Plain text and Markdown, also what a converter made of a PDF: tags, tabs for tables, asterisks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from generator.importing.document import Block
from generator.importing.lines import Written, blocks
from generator.importing.readers.interface import LARGEST, TOO_LARGE, Reader, UnreadableError
from generator.words.findings import Position

_TAG = re.compile(
    r"</?(?:p|b|i|u|em|strong|ul|ol|li|br|span|div|sup|sub|h[1-6]|table|tbody|tr|td|th)\b[^<>]*>"
)
_BREAK = re.compile(r"</?(?:p|ul|ol|li|br|div|h[1-6])\b[^<>]*>")
_LEADING_BOLD = re.compile(r"\s*<(b|strong)>(?P<heading>.*?)</\1>\s*")
# What a converter put between two paragraphs, or before a list item, on one line.
_APART = re.compile(r"(?<=\S\S[.!?:)*\d”\"])[ \u00a0]{2,}(?=\S)|(?<=\S) (?=• )")
_ITALIC = re.compile(r"</?(?:i|em)>")
_RULE = re.compile(r"[-|:=_\s]*")
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*\s*")


def _read(data: bytes) -> tuple[Block, ...]:
    if len(data) > LARGEST:
        raise UnreadableError(TOO_LARGE)
    return blocks(list(_lines(_text(data))))


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if data.count(0) > len(data) // 8 or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableError("Filen är inte sparad som UTF-8. Spara om den som text med UTF-8.")
    return data.decode("cp1252", "replace")  # what older Windows programs save


def _lines(text: str) -> Iterator[Written]:
    for number, line in enumerate(re.split(r"\r\n|\n|\r|\f", text), 1):
        place = Position(number, 1)
        if "\t" in line:
            plain = unescape(_TAG.sub("", _ITALIC.sub("*", line)))
            yield Written("" if _RULE.fullmatch(line) else plain, place, row=True)
            continue
        pieces = [] if _RULE.fullmatch(line) else list(_pieces(line.strip()))
        for count, piece in enumerate(pieces or [""]):
            yield Written(piece, place, apart=count > 0 or line.startswith("<"))


def _pieces(line: str) -> Iterator[str]:
    """The paragraphs of one line."""
    heading = _LEADING_BOLD.match(line)
    if heading is not None:
        yield f"**{unescape(_TAG.sub('', heading['heading']))}**"
        line = line[heading.end() :]
    elif (titled := _HEADING.fullmatch(line)) is not None:
        line = f"**{titled[1]}**"
    for part in _BREAK.split(line):
        plain = unescape(_TAG.sub("", part)).replace("\\*", "*")
        yield from (piece for piece in _APART.split(plain) if piece.strip())


READER = Reader((".txt", ".md"), _read)
