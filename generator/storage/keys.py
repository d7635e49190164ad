"""The keys of a mapping: what a key may look like, and the one form in which keys are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Latin letters up to U+024F, and no invisible character. A Cyrillic а, a Greek ο or a full-width ａ
# would make a key that looks like another one: an editor could neither see it nor search for it.
_VISIBLE_LATIN = re.compile(r"[ -~¡-¬®-ɏ]+")


@lru_cache(maxsize=4096)
def canonical_key(written: str) -> str | None:
    """The key in NFC; None when it holds a character that no key may have."""
    key = unicodedata.normalize("NFC", written)
    return key if _VISIBLE_LATIN.fullmatch(key) else None
