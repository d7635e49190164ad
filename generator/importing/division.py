"""A document → its parts as the form's layout names them. Every block has one fate, and none is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from generator.importing.document import Block, Document, Kind, Story
from generator.importing.examples import example_rows
from generator.importing.headings import Match, fitness, is_own_text, match
from generator.importing.lines import join
from generator.importing.margins import repeated
from generator.records.forms import LEFT_OUT, FormLayout, FormPart
from generator.words.numbers import has_identity_number

_MOBILE = re.compile(r"\b07\d{8}\b")
_PHONE = re.compile(r"\b(?:tel|tfn|mobil)", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\s*20(?:xx|\dx)\s*", re.IGNORECASE)
_ASIDE = frozenset({Story.STRUCK, Story.PROMPT, Story.SIGNED})
LEAST_FITNESS = 0.3


class Fate(StrEnum):
    """What became of a block."""

    HEADING = "rubrik"
    PLACED = "inläst"
    FORM = "blankettens egen text"
    LEFT_OUT = "utelämnat"
    UNPLACED = "oplacerat"


@dataclass
class Section:
    """What stands below one heading. `heading` is None for what stands before the first."""

    part: FormPart | None
    heading: Block | None
    blocks: list[Block] = field(default_factory=list)


@dataclass(frozen=True)
class Divided:
    """`secret` have an identity number or a BankID id, `examples` are rows that the form shows as models.

    `joined` are those whose text is now the end of the block before, `aside` stand outside the text and are
    no answers: what was struck out, prompts, digital signatures.
    """

    sections: tuple[Section, ...]
    own: tuple[Block, ...]
    joined: tuple[Block, ...]
    secret: tuple[Block, ...]
    examples: tuple[Block, ...]
    aside: tuple[Block, ...]


def best_layouts(document: Document, layouts: Iterable[FormLayout]) -> list[tuple[float, FormLayout]]:
    """Those that may be the document's, the likeliest first."""
    scored = [(fitness(layout, document.blocks), layout) for layout in layouts]
    fitting = [one for one in scored if one[0] >= LEAST_FITNESS]
    return sorted(fitting, key=lambda one: (-one[0], one[1].id))


def divide(document: Document, layout: FormLayout) -> Divided:
    """The sections in the document's order; those with the same heading are not put together."""
    secret = tuple(block for block in document.blocks if _is_secret(block))
    examples = example_rows([block for block in document.blocks if block.story is Story.BODY])
    aside = tuple(block for block in document.blocks if block.story in _ASIDE)
    own = [*repeated(document.blocks, layout)]
    sections = [Section(None, None)]
    around: Section | None = None  # where the text goes on after an answer of one paragraph
    before = ""
    for block in document.blocks:
        if block in secret or block in examples or block in aside or block in own:
            continue
        if block.story is not Story.BODY and str(block.place) != before:
            before = str(block.place)
            sections.append(Section(None, None))  # a margin or a note never goes on from the last answer
        here = sections[-1]
        found = match(block, layout.parts)
        if found is not None:
            if here.part is None or not here.part.one_paragraph:
                around = here
            sections.append(Section(found.part, block, _on_the_line(found, block)))
        elif is_own_text(block, layout) or _PLACEHOLDER.fullmatch(block.text):
            own.append(block)
        elif here.part is not None and here.part.one_paragraph and here.blocks:
            sections.append(Section(_resumed(around, block), None, [block]))
        else:
            here.blocks.append(block)
    joined = [block for section in sections for block in _mend(section)]
    told = tuple(one for one in sections if one.part or one.blocks)
    return Divided(told, tuple(own), tuple(joined), secret, examples, aside)


def _resumed(around: Section | None, block: Block) -> FormPart | None:
    """Where the text goes on after an answer of one paragraph: in the table or the left out part around it.

    Nowhere else for sure: it stays unplaced.
    """
    if around is None or around.part is None:
        return None
    return around.part if block.kind == "row" or around.part.target in LEFT_OUT else None


def _is_secret(block: Block) -> bool:
    """A mobile's ten figures have the shape of an identity number, and stand beside what tells them."""
    text = block.text
    if _MOBILE.search(text) and ("@" in text or _PHONE.search(text)):
        text = _MOBILE.sub("", text)
    return has_identity_number(text)


def _on_the_line(found: Match, block: Block) -> list[Block]:
    """What stands beside the heading. Of a budget the whole row, whose columns would move."""
    if not found.rest:
        return []
    if found.part.target == "budget" and block.kind == "row":
        return [block]
    kind: Kind = "row" if "\t" in found.rest else "text"
    return [replace(block, text=found.rest, kind=kind, strong=False, mark="")]


def _mend(section: Section) -> list[Block]:
    """Makes a paragraph that a new page broke off one again. The pieces that are no longer on their own."""
    if section.part is not None and section.part.target in LEFT_OUT:
        return []
    whole: list[Block] = []
    joined: list[Block] = []
    for block in section.blocks:
        if whole and _is_broken_off(whole[-1], block):
            whole[-1] = replace(whole[-1], text=join(whole[-1].text, block.text))
            joined.append(block)
        else:
            whole.append(block)
    section.blocks[:] = whole
    return joined


def _is_broken_off(before: Block, block: Block) -> bool:
    return (
        block.kind == "text"
        and before.kind != "row"
        and not before.strong
        and block.text[0].islower()
        and before.text[-1] not in ".!?:;"
    )


def places(blocks: Sequence[Block]) -> str:
    """Where a run of blocks stands: `3:1` or `3:1–14:1`."""
    first, last = blocks[0].place, blocks[-1].place
    return str(first) if first == last else f"{first}–{last}"
