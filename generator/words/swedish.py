"""Swedish for readers: sorting order, lists, folding for comparison, near misses."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Sequence

# å, ä and ö are letters of their own after z, as { | } are in ASCII (and once were å, ä, ö in
# Swedish 7-bit code); every other accent only breaks ties.
_LETTERS = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"})


def sort_key(text: str) -> tuple[str, str]:
    """Key for Swedish alphabetical order: a … z å ä ö, case and other accents last."""
    lowered = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
    return fold(lowered), text


class _Folded(dict[int, str]):
    """Each character's folded form, worked out once: folding is done over every byte of a site."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFKD", chr(code).casefold()).casefold()
        self[code] = "".join(char for char in decomposed if not unicodedata.combining(char))
        return self[code]


_FOLDED = _Folded()
_INVISIBLE = re.compile(
    "[\u00ad\u0600-\u0605\u061c\u06dd\u070f\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f]"
)


def fold(text: str) -> str:
    """Casefolded, without accents: for comparing, never for showing."""
    return text.casefold() if text.isascii() else text.translate(_FOLDED)


def visible(text: str) -> str:
    """NFC, without soft hyphens and other format characters (Unicode Cf) that no reader sees."""
    return text if text.isascii() else _INVISIBLE.sub("", unicodedata.normalize("NFC", text))


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
