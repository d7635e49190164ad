"""Swedish first names and surnames, and the names that are words of the language too.

Source of `fornamn.csv` and `efternamn.csv`: PyPI `Faker` 40.54.0 (MIT), provider `person/sv_SE`, sorted,
first names with a hyphen left out. `namn_som_ord.csv` is our own: first names and surnames that also stand in
ordinary prose (Per, Hans, Sten, Björk, Norden), gathered by hand and not complete.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from generator.words.swedish import fold


def _lines(name: str) -> tuple[str, ...]:
    return tuple(files("generator.words").joinpath(name).read_text("utf-8").split()[1:])


@cache
def first_names() -> frozenset[str]:
    """Nearly a thousand first names, in small letters with their accents: `tova`, `åsa`."""
    return frozenset(name.casefold() for name in _lines("fornamn.csv"))


@cache
def surnames() -> frozenset[str]:
    """The five hundred most common surnames, folded."""
    return frozenset(fold(name) for name in _lines("efternamn.csv"))


@cache
def names_that_are_words() -> frozenset[str]:
    """Folded forms of names that are words: `per`, `sten`, `bjork`. A capital alone tells nobody there."""
    return frozenset(fold(name) for name in _lines("namn_som_ord.csv"))
