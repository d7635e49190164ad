"""The last parts of Swedish compounds: *arbetsträning* ends in *träning*.

A search finds the beginnings of words and not their ends, so the ends have to be told it. The dictionary is
that of PyPI `hunspell-sv` (LGPL-3.0): a plain file, of which three things are read: the words, which of them
may end a compound (flag `Y`), and in which form they may begin one (`X`, `U` and the linking forms below).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import files
from itertools import chain

from generator.words.fornamn import first_names, surnames
from generator.words.swedish import fold

_PACKAGE, _FILE = "hunspell-sv", "sv_SE.dic"
# Words with a capital are names and are passed over.
_ENTRY = re.compile(r"^([a-zåäöéü]{2,30})/(\S*)", re.MULTILINE)
_ENDS, _BEGINS, _FORBIDDEN = "Y", frozenset("XU"), "%"
# Flags of sv_SE.aff that give a form for beginning a compound: what is cut off and what is added.
_LINKS = {
    **dict.fromkeys("vf", (("a", "s"), ("", "s"))),
    **dict.fromkeys("ui", (("a", "es"), ("e", "s"), ("", "es"))),
    **dict.fromkeys("zg", (("a", ""), ("e", ""), ("", "a"))),
    **dict.fromkeys("yh", (("a", "e"), ("", "e"))),
    "x": (("a", "o"), ("e", "o"), ("d", "t")),
    "w": (("a", "u"), ("um", "i")),
    "t": (
        *(("la", "el"), ("ma", ""), ("me", ""), ("ra", "er"), ("er", "ra")),
        *(("le", "el"), ("um", "e"), ("el", "la")),
    ),
    "s": (("", ""),),
    "7": (("", "dels"), ("", "dags"), ("", "hands")),
}
_SHAPING = _BEGINS | _LINKS.keys()
# Definite forms, plurals and genitives, longest first; a word in -a or -e loses its vowel before them.
_ENDINGS = (
    *("arnas", "ernas", "ornas", "arna", "erna", "orna", "ens", "ets", "nas", "ars", "ers", "ors"),
    *("en", "et", "na", "ar", "er", "or", "ns", "ts", "n", "t", "s", "r", "a", "e", ""),
)
_SHORTEST_HEAD, _SHORTEST_TAIL, _SHORTEST_WORD = 3, 4, 8
_SHORTEST_OPPOSITE = 5  # of *ohälsa* the part after the o
# They begin verbs and nouns of another meaning: *försäkring* is no *säkring*, *uppsats* no *sats*.
_PARTICLES = frozenset(
    """
    ande bak bort efter emot ett fram från för före genom hop igen ihop inne kring med mellan mis miss mot
    när och omkring ovan sam som till under upp utan ute via vid åter över
    """.split()  # noqa: SIM905 - a word a line would fill the module
)
# Ends that say nothing of their own or mean something else than in the compound.
_EMPTY = frozenset(
    """
    aktig ande ares artad bar bara domar domarna domarnas drag etten ettens fall fattig form full givare
    given gott grad gående gång gånger görande halsar hand handa het håll kant lagd led ledes lika likt
    logi logisk lunda läge lägga läggare läggning lös mot mässig mått nation ning ologisk ordning rik
    rike rikt ring rätt sam sats sida sidig slag stor stycken sätt tagande tagare tagen tid ting vara
    varo vart vis värd ända
    """.split()  # noqa: SIM905 - a word a line would fill the module
)


@dataclass(frozen=True)
class _Dictionary:
    """`ends` may end a compound, `begins` are the forms that begin one, `words` are all."""

    words: frozenset[str]
    ends: frozenset[str]
    begins: frozenset[str]


def _beginnings(word: str, flags: str) -> set[str]:
    found = {word} if not _BEGINS.isdisjoint(flags) else set()
    for cut, added in chain.from_iterable(_LINKS.get(flag, ()) for flag in flags):
        if word.endswith(cut):
            found.add(word[: len(word) - len(cut)] + added)
    return found


@cache
def _dictionary() -> _Dictionary:
    text = next(file for file in files(_PACKAGE) or () if file.name == _FILE).read_text("utf-8")
    entries = [(word, flags) for word, flags in _ENTRY.findall(text) if _FORBIDDEN not in flags]
    names = first_names() | surnames()
    begins = {
        form for word, flags in entries if _SHAPING.intersection(flags) for form in _beginnings(word, flags)
    }
    return _Dictionary(
        words=frozenset(word for word, _ in entries),
        # A surname alone would be told apart from its compound: *ström* of *arbetsström*.
        ends=frozenset(
            word
            for word, flags in entries
            if _ENDS in flags and len(word) >= _SHORTEST_TAIL and fold(word) not in names
        )
        - _EMPTY,
        begins=frozenset(form for form in begins if len(form) >= _SHORTEST_HEAD) - _PARTICLES,
    )


def _is_end(tail: str, ends: frozenset[str]) -> bool:
    if tail in _EMPTY:
        return False
    for ending in _ENDINGS:
        if tail.endswith(ending):
            stem = tail[: len(tail) - len(ending)]
            if len(stem) >= _SHORTEST_TAIL - 1 and (
                (len(stem) >= _SHORTEST_TAIL and stem in ends) or stem + "a" in ends or stem + "e" in ends
            ):
                return True
    return False


@cache
def _is_beginning(head: str) -> bool:
    """Whether a compound may begin so: a word's own form, or a compound itself (*arbetsmarknads*)."""
    known = _dictionary()
    if head in known.begins:
        return True
    return any(
        head[:place] in known.begins and _is_beginning(head[place:])
        for place in range(_SHORTEST_HEAD, len(head) - _SHORTEST_HEAD + 1)
    )


@cache
def compound_tails(word: str) -> tuple[str, ...]:
    """The parts that end a compound, longest first, in the form in which they stand there.

    `arbetsträningen` → `träningen`; `arbetsmarknadsinsats` → `marknadsinsats`, `insats`; `ohälsa` → `hälsa`.
    () for everything else. Takes small letters; unknown words are not guessed at.
    """
    known = _dictionary()
    found: list[str] = []
    if len(word) > _SHORTEST_OPPOSITE and word[0] == "o" and word in known.words:
        opposite = word[1:]
        if len(opposite) >= _SHORTEST_OPPOSITE and _is_end(opposite, known.ends):
            found.append(opposite)
    if len(word) >= _SHORTEST_WORD:
        found += (
            word[place:]
            for place in range(_SHORTEST_HEAD, len(word) - _SHORTEST_TAIL + 1)
            if _is_beginning(word[:place]) and _tail(word[place:])
        )
    return tuple(found)


def _tail(tail: str) -> bool:
    """A word of the dictionary, or a compound that itself ends in one."""
    known = _dictionary()
    if _is_end(tail, known.ends):
        return True
    return any(
        _is_end(tail[place:], known.ends) and _is_beginning(tail[:place])
        for place in range(_SHORTEST_HEAD, len(tail) - _SHORTEST_TAIL + 1)
    )
