"""Lines → paragraphs and list items: what was broken to fit a page is put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.importing.document import Block, Kind
from generator.words.findings import Position
from generator.words.swedish import visible

# Bullets, also as OCR reads them: "e Stödja", "« Unga vuxna", "»  Sjukskrivna", "’_ *  Vänder".
# A PDF's bullet may be of a font that does not say what its signs are: (cid:127).
_BULLET = re.compile(r"(?:[’'_ ]{0,4}[-–•·▪◦\uf0b7*«»=+°]|\(cid:\d+\)|[eo@])[ \t]+(?=[^\W\d_]|[\"”“(«#\d])")
_LETTER_BULLET = re.compile(r"[eo@] +(?=[A-ZÅÄÖ\"”“(])")
_NUMBER = re.compile(r"\d{1,2}[.)] +(?=\S)")
_STRONG = re.compile(r"\*\*(?P<inside>(?:(?!\*\*).)+)\*\*:?")
_SLANTED = re.compile(r"\*(?P<inside>[^*]+)\*")
_EMPHASIS = re.compile(r"(?<!\*)\*(?P<inside>[^*\s](?:[^*]*[^*\s])?)\*(?!\*)")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u2028\u2029]")
_WITH_HYPHEN = ("och", "eller", "samt", "respektive")
_WIDEST = 160  # beyond it no line is broken: each paragraph stands on one
# How much of the usual width a line must fill for the next to go on from it; more after a sentence.
_NARROWEST, _LONG_ENOUGH, _LONG_SENTENCE = 60, 0.55, 0.8


@dataclass(frozen=True)
class Written:
    """A line of a page. `apart` when more space than usual stands above it, `row` when it is a table's.

    `full` tells whether it reaches so far that the next may go on from it, where the page itself can tell.
    """

    text: str
    place: Position
    apart: bool = False
    row: bool = False
    full: bool | None = None


def tidy(text: str) -> str:
    """Without what no reader sees, each run of spaces one; tabs stay."""
    text = _CONTROLS.sub("", visible(text)).replace("\u00a0", " ").replace("\u202f", " ")
    return re.sub(r" *\t *", "\t", re.sub(r" {2,}", " ", text)).strip(" ")


def marked(text: str, place: Position) -> Block | None:
    """One paragraph or list item; None when nothing is left of it."""
    text = tidy(text)
    bullet = _LETTER_BULLET.match(text) if text[:1] in "eo@" else _BULLET.match(text)
    bullet = bullet or _NUMBER.match(text)
    mark = text[: bullet.end()].strip() if bullet else ""
    text = text[bullet.end() :] if bullet else text
    strong, slanted = _STRONG.fullmatch(text), _SLANTED.fullmatch(text)
    if whole := strong or slanted:
        text = whole["inside"] + (":" if text.endswith(":") else "")
    text = _EMPHASIS.sub(r"\g<inside>", text).strip()
    if not text:
        return None
    kind: Kind = "item" if bullet else "text"
    return Block(text, place, kind, bool(strong), bool(slanted), mark)


def row(cells: Iterable[str], place: Position) -> Block | None:
    """One row of a table; None when it is empty."""
    tidied = [tidy(cell.replace("\t", " ")) for cell in cells]
    filled = [cell for cell in tidied if cell]
    if not filled:
        return None
    slanted = any(_SLANTED.fullmatch(cell) and not _STRONG.fullmatch(cell) for cell in filled)
    plain = [_EMPHASIS.sub(r"\g<inside>", cell.replace("**", "")).strip(" *") for cell in tidied]
    return Block("\t".join(plain), place, "row", slanted=slanted)


def blocks(lines: Sequence[Written], narrowest: int = _NARROWEST) -> tuple[Block, ...]:
    """The blocks of a text whose paragraphs may be broken over lines. An empty line stands between two.

    `narrowest` is the least width, in characters, that a page can have.
    """
    lengths = sorted(len(line.text) for line in lines if line.text and not line.row)
    width = max(narrowest, lengths[int(len(lengths) * 0.9)]) if lengths else narrowest
    found: list[Block] = []
    for group in _groups(lines):
        found.extend(_joined(group, width))
    return tuple(found)


def _groups(lines: Iterable[Written]) -> Iterator[list[Written]]:
    group: list[Written] = []
    for line in lines:
        if (not line.text.strip() or line.apart) and group:
            yield group
            group = []
        if line.text.strip():
            group.append(line)
    if group:
        yield group


def _joined(group: list[Written], width: int) -> Iterator[Block]:
    block: Block | None = None
    before = group[0]
    for line in group:
        new = row(line.text.split("\t"), line.place) if line.row else marked(line.text, line.place)
        if new is None:
            continue
        if block is not None and _goes_on(block, before, new, width):
            block = replace(block, text=join(block.text, new.text), strong=False, slanted=False)
        else:
            if block is not None:
                yield block
            block = new
        before = line
    if block is not None:
        yield block


def _goes_on(block: Block, before: Written, new: Block, width: int) -> bool:
    text = before.text.rstrip()
    if "row" in (block.kind, new.kind) or new.kind == "item" or width > _WIDEST:
        return False
    if block.strong != new.strong or text.endswith(":"):
        return False
    share = _LONG_SENTENCE if text.endswith((".", "!", "?")) else _LONG_ENOUGH
    full = len(text) >= width * share if before.full is None else before.full
    return full or new.text[0].islower()


def join(text: str, more: str) -> str:
    """Two pieces of one paragraph; a word that was divided becomes whole."""
    if text[-1:] == "-" and text[-2:-1].isalpha() and more.split()[0] not in _WITH_HYPHEN:
        return (text[:-1] if more[0].islower() else text) + more
    return f"{text} {more}"
