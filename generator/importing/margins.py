"""Headers and footers: what in them says something, and what only says the page over again."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.importing.document import Block, Story
from generator.importing.headings import plain
from generator.records.forms import FormLayout

_OF = r"\s*(?:av|\(|/|:)\s*\d{1,3}\s*\)?"
_SAID = rf"(?:sida|sidan|sid|s)\.?\s*:?\s*\d{{1,3}}(?:{_OF})?"
# First or last on a line: in the midst of one it is part of what the line says.
_EDGE = r"[\s.|–—-]*"
_PAGE_NUMBER = re.compile(
    rf"^{_EDGE}(?:{_SAID}|\d{{1,3}}(?:{_OF})?{_EDGE}$|\d{{1,3}}\s*\|\s*s\s?i\s?d\s?a{_EDGE}$)(?!\w)"
    rf"|(?<!\w){_SAID}{_EDGE}$|(?<!\S)\d{{1,3}}\s*\(\d{{1,3}}\)$",
    re.IGNORECASE,
)


def without_page_number(text: str) -> str:
    """What is left of a header when each page says the same: `Sida 2 av 3` goes, `Dnr 2025/17` stays."""
    return _PAGE_NUMBER.sub(" ", " ".join(text.split())).strip()


def repeated(blocks: Iterable[Block], layout: FormLayout) -> tuple[Block, ...]:
    """Those in the margins that only say the page's number, the form's name or what the text says too."""
    every = tuple(blocks)
    name = f" {plain(layout.name)} "
    said = {plain(block.text) for block in every if block.story is Story.BODY}
    margins = [block for block in every if block.story is Story.MARGIN]
    texts = [plain(without_page_number(block.text)) for block in margins]
    return tuple(
        block
        for block, text in zip(margins, texts, strict=True)
        if not text or text in said or f" {text} " in name
    )
