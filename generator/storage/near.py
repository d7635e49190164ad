"""A guess at what was meant, without repeating what was written."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.words.swedish import did_you_mean

# difflib takes time with the square of the length, and a long text is no misspelt word.
_LONGEST = 40
_GLUED = re.compile(r"[^\s:]+:(?!//)[^\s:]")


def guess(written: str, known: Iterable[str]) -> str:
    """`Menade du "målgrupper"?`, or nothing when no known word is near."""
    near = did_you_mean(written, known) if len(written) <= _LONGEST else None
    return "" if near is None else f'Menade du "{near}"?'


def lacks_space(written: str) -> bool:
    """Whether the text looks like `nyckel:värde`, which YAML takes for one word."""
    return _GLUED.match(written) is not None
