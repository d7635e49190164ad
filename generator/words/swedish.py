"""Swedish for readers: sorting order, lists, folding for comparison, near misses."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Sequence

# å, ä and ö are letters of their own after z; every other accent only breaks ties.
_LETTERS = str.maketrans({"å": "z\x01", "ä": "z\x02", "æ": "z\x02", "ö": "z\x03", "ø": "z\x03"})


def sort_key(text: str) -> tuple[str, str]:
    """Key for Swedish alphabetical order: a … z å ä ö, case and other accents last."""
    lowered = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
    return fold(lowered), text


def fold(text: str) -> str:
    """Casefolded, without accents: for comparing, never for showing."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def listed(words: Sequence[str], last: str = "och") -> str:
    """`a`, `a och b`, `a, b och c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The known word nearest to `word`, accents and case aside; None when nothing is near."""
    by_folded = {fold(candidate): candidate for candidate in sorted(known)}
    near = difflib.get_close_matches(fold(word), by_folded, n=1, cutoff=0.7)
    return by_folded[near[0]] if near else None
