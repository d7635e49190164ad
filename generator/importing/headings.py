"""Finds a form's headings among a document's blocks, through OCR noise, markup and new numbering."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from generator.importing.document import Block, Story
from generator.records.forms import FormLayout, FormPart
from generator.words.swedish import fold

_NUMBERING = re.compile(r"^\s*\d{1,2}(?:\.\d{1,2})*\.?\s+(?=\D)")
_BETWEEN = re.compile(r"[\s/–—-]+")
_NO_LETTER = re.compile(r"[\W_]+")
# Shorter headings are words like others: they must agree letter for letter, and the next ones nearly so.
_SHORTEST_FUZZY, _SHORT = 8, 16
_NEAR_ENOUGH, _NEAR_ENOUGH_SHORT = 86.0, 90.0
_WORD = re.compile(r"[^\s/–—-]*[^\W_][^\s/–—-]*")
_AFTER = re.compile(r"\s*(?:\(\*\)|\*)?\s*(?P<colon>:)?\s*(?P<rest>.*)", re.DOTALL)


@dataclass(frozen=True)
class Match:
    """`part` begins at the block; `rest` is what stands on the heading's own line after it."""

    part: FormPart
    heading: str
    score: float
    rest: str


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Letters and figures, folded, each word apart; without the heading's number."""
    words = _BETWEEN.split(_NUMBERING.sub("", text))
    return " ".join(word for word in (_NO_LETTER.sub("", fold(one)) for one in words) if word)


def near(text: str, heading: str) -> float:
    """How alike the two plain texts are, from 0 to 100; 0 when they are not the same for sure."""
    if text == heading:
        return 100.0
    if len(heading) < _SHORTEST_FUZZY:
        return 0.0
    least = _NEAR_ENOUGH_SHORT if len(heading) < _SHORT else _NEAR_ENOUGH
    return ratio(text, heading, score_cutoff=least)


def _reach(heading: str) -> int:
    """How far into a paragraph its heading could reach; paragraphs are long, and headings many."""
    return 2 * len(heading) + 40


def match(block: Block, parts: Iterable[FormPart]) -> Match | None:
    """The heading that the block is, or begins with; the likeliest, then the longest.

    A note says something of an answer, and what was struck out is none: there no heading is.
    """
    if block.story not in (Story.BODY, Story.MARGIN):
        return None
    found = [one for part in parts for heading in part.headings if (one := _match(block, part, heading))]
    return max(found, key=lambda one: (round(one.score), len(one.heading)), default=None)


def _match(block: Block, part: FormPart, heading: str) -> Match | None:
    cells = block.cells
    first, more = next((cell for cell in cells if cell), ""), ""
    if len(cells) > 1:
        more = "\t".join(cells[cells.index(first) + 1 :]).strip("\t")
    found: list[Match] = []
    whole = near(plain(first), plain(heading)) if len(first) <= _reach(heading) else 0.0
    if whole and (not more or part.on_line or part.one_paragraph):
        found.append(Match(part, heading, whole, more))
    told = None if more and not part.on_line else _told_first(first, part, heading)
    if told is not None:
        score, rest = told
        found.append(Match(part, heading, score - 0.5, "\t".join(filter(None, (rest, more)))))
    return max(found, key=lambda one: one.score, default=None)


def _told_first(text: str, part: FormPart, heading: str) -> tuple[float, str] | None:
    """A heading with its answer after it on the line: after a colon, or where the layout says so."""
    wanted = plain(heading)
    length = wanted.count(" ") + 1
    start = _NUMBERING.match(text)
    words = list(_WORD.finditer(text, start.end() if start else 0, _reach(heading)))
    best: tuple[float, str] | None = None
    for count in (length, length + 1, length - 1):
        if not 0 < count < len(words):
            continue
        head, tail = text[: words[count - 1].end()], text[words[count - 1].end() :]
        score = near(plain(head), wanted)
        after = _AFTER.fullmatch(tail)
        colon = head.endswith((":", ":*")) or (after is not None and after["colon"] is not None)
        # "Samverkan: vi ska …" is a line of a text, not the heading SAMVERKAN.
        allowed = part.on_line or (colon and (length > 1 or heading.endswith(":")))
        if score and after is not None and allowed and (best is None or score > best[0]):
            best = (score, after["rest"].strip())
    return best


def fitness(layout: FormLayout, blocks: Sequence[Block]) -> float:
    """The share of the layout's parts that the document has, from 0 to 1."""
    found = [best for block in blocks if (best := match(block, layout.parts))]
    return len({id(one.part) for one in found}) / len(layout.parts)


def is_own_text(block: Block, layout: FormLayout) -> bool:
    """Whether the paragraph is the form's own and no answer: it begins as one of `hjälptext`."""
    text = plain(block.text)
    for own in layout.own_text:
        wanted = plain(own)
        whole = len(wanted) < 2 * _SHORTEST_FUZZY
        if near(text if whole else text[: len(wanted)], wanted):
            return True
    return False
