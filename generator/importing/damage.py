"""Text that a scan has damaged: `férankrade`, `I6pande`, `H&bo`. It is told, never mended in silence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.importing.document import Block

# No Swedish word has inside: figures or signs among letters, é before a consonant. A lone bar stands for I.
_DAMAGED = re.compile(
    r"[^\W\d_][&@§|\d][^\W\d_]|\b[A-Z]\d[^\W\d_]|[^\W\d_]é[bcdfghjklmnpqrstvx]|[^\W\d_]&|&[^\W\d_]"
    r"|(?<!\S)\|(?!\S)"
)
_WORD = re.compile(r"\S+")
_SHARE = 0.01  # of the words: well above the mistyping of a sound document
_FEWEST = 10


def damaged(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with damaged words, when the document has so many that it must be a scan's."""
    words = sum(len(_WORD.findall(block.text)) for block in blocks if "@" not in block.text)
    hits = [(block, len(_DAMAGED.findall(block.text))) for block in blocks if "@" not in block.text]
    total = sum(count for _, count in hits)
    if total < _FEWEST or total < words * _SHARE:
        return ()
    return tuple(block for block, count in hits if count)
