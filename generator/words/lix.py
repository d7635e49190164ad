"""LIX, the Swedish readability index (C.-H. Björnsson, *Läsbarhet*, 1968).

LIX is the mean number of words in a sentence plus the share in per cent of words with more than six letters.
Under 30 is very easy; 40–50 is ordinary prose; over 50 is the heavy prose of authorities.
"""

from __future__ import annotations

import re

from generator.words.plain_text import Paragraph, parse_plain_text

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# A full stop inside "t.ex." or "2025." is followed by no space and a capital.
_END = re.compile(r"[.!?:](?=\s+[\"”(]?[A-ZÅÄÖ])|[.!?:]\s*$")
_LONG = 6
FEWEST_WORDS = 25  # in fewer, one long word decides


def lix(text: str) -> int | None:
    """The index of a text in our plain markup; None where it has fewer than `FEWEST_WORDS` words.

    A paragraph and an item of a list end a sentence, with or without a full stop.
    """
    words, sentences = 0, 0
    long = 0
    for block in parse_plain_text(text):
        for runs in [block.runs] if isinstance(block, Paragraph) else block.items:
            line = "".join(run.text for run in runs).strip()
            found = _WORD.findall(line)
            if not found:
                continue
            words += len(found)
            long += sum(len(word.replace("-", "")) > _LONG for word in found)
            ends = len(_END.findall(line))
            sentences += ends if line[-1] in ".!?:" else ends + 1
    if words < FEWEST_WORDS:
        return None
    return round(words / max(sentences, 1) + 100 * long / words)
