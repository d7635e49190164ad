"""Single words that stand in a text with an ending: a search index holds their stems.

*Kostnadssammanställning* of *kostnadssammanställningen* reveals no word that the text does not.
"""

from __future__ import annotations

from collections.abc import Iterable

from ahocorasick_rs import BytesAhoCorasick

from generator.audit.folding import fold
from generator.audit.interface import Needle

_PIECE, _OVERLAP = 1_000_000, 200  # characters: no word is longer
_LONGEST_ENDING = 5  # letters: -ernas


def derived_from(needles: Iterable[Needle], texts: Iterable[str]) -> set[Needle]:
    """Those of the needles that are one word, and with an ending a word of the texts."""
    by_form: dict[bytes, list[Needle]] = {}
    for needle in needles:
        form = fold(needle.value).strip()
        if form and b" " not in form:
            by_form.setdefault(form, []).append(needle)
    if not by_form:
        return set()
    forms = sorted(by_form)
    automaton = BytesAhoCorasick(forms)
    found: set[bytes] = set()
    for text in texts:
        for start in range(0, len(text), _PIECE):
            folded = fold(text[start : start + _PIECE + _OVERLAP])
            for which, begin, end in automaton.find_matches_as_indexes(folded, overlapping=True):
                whole = folded[begin - 1 : begin] == b" " and b" " in folded[end : end + _LONGEST_ENDING + 1]
                if whole:
                    found.add(forms[which])
    return {needle for form in found for needle in by_form[form]}
