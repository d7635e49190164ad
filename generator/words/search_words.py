"""Words that searchers use for the words of texts: `site_config/begrepp/sokord.yml`, as the site knows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from generator.words.swedish import fold

# Endings of a noun or an adjective: *psykiska*, *försäkringskassans*, *ohälsan*.
_ENDING = r"(?:s|t|a|an|ans|e|en|ens|et|ets|n|ns|na|nas|ar|arna|er|erna|or|orna|are|aren)?"
_WORD = re.compile(r"[^\W_]+")
_GAP = r"\s+"
_STEM = 3  # letters: by them a text's words and the groups are brought together


@dataclass(frozen=True)
class WordGroup:
    """`words` mean much the same: a text with one of them is found by all, and by `found_with` too."""

    words: tuple[str, ...]
    found_with: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Sought:
    """One entry of a group: (start, form) of each of its words, and all of it when it has more than one."""

    group: int
    parts: tuple[tuple[str, re.Pattern[str]], ...]
    whole: re.Pattern[str] | None


def _sought(group: int, entry: str) -> _Sought:
    """A word with an ending of its own; an abbreviation (FK, soc) as it stands, capitals and all."""
    parts = _WORD.findall(entry)
    if len(parts) == 1 and (entry.isupper() or len(entry) <= _STEM):
        return _Sought(group, ((_start(entry), re.compile(rf"{re.escape(entry)}s?")),), None)
    forms = [rf"{re.escape(part)}{_ENDING}" for part in parts]
    whole = rf"(?<!\w){_GAP.join(forms)}(?!\w)" if len(parts) > 1 else None
    return _Sought(
        group,
        tuple(
            (_start(part), re.compile(form, re.IGNORECASE)) for part, form in zip(parts, forms, strict=True)
        ),
        re.compile(whole, re.IGNORECASE) if whole else None,
    )


@cache
def _start(word: str) -> str:
    return fold(word)[:_STEM]


@dataclass(frozen=True)
class SearchWords:
    """All groups, in the order of their file. Each word of a group has a letter or a digit."""

    groups: tuple[WordGroup, ...] = ()

    @cached_property
    def _sought(self) -> tuple[_Sought, ...]:
        return tuple(
            _sought(number, entry) for number, group in enumerate(self.groups) for entry in group.words
        )

    @cached_property
    def _starts(self) -> frozenset[str]:
        return frozenset(start for sought in self._sought for start, _ in sought.parts)

    def met_in(self, text: str, words: Iterable[str] | None = None) -> Iterator[WordGroup]:
        """The groups of which a word stands in the text, in their order; `words` are the text's, if known."""
        by_start: dict[str, list[str]] = {}
        for word in set(_WORD.findall(text)) if words is None else words:
            if (start := _start(word)) in self._starts:
                by_start.setdefault(start, []).append(word)
        met: set[int] = set()
        for sought in self._sought:
            if sought.group in met or not all(
                any(form.fullmatch(word) for word in by_start.get(start, ())) for start, form in sought.parts
            ):
                continue
            if sought.whole is None or sought.whole.search(text) is not None:
                met.add(sought.group)
        return (self.groups[number] for number in sorted(met))
