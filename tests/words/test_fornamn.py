"""The lists of names: whole, sorted, and without what would make them useless."""

from __future__ import annotations

from importlib.resources import files

import pytest

from generator.words.fornamn import first_names, names_that_are_words, surnames
from generator.words.swedish import fold


def test_they_are_there() -> None:
    assert len(first_names()) == 947
    assert len(surnames()) == 498  # two pairs fold to one
    assert len(names_that_are_words()) > 350
    assert {"tova", "åsa", "per", "mohamed", "jean"} <= first_names()
    assert {"lindstrom", "asberg"} <= surnames()
    assert all(name == name.casefold() and " " not in name for name in first_names())
    assert all(name == fold(name) for name in surnames() | names_that_are_words())


@pytest.mark.parametrize("file", ["fornamn", "efternamn", "namn_som_ord"])
def test_each_name_once_and_in_order(file: str) -> None:
    lines = files("generator.words").joinpath(f"{file}.csv").read_text("utf-8").split()[1:]
    assert lines == sorted(set(lines))


@pytest.mark.parametrize("name", ["per", "hans", "sten", "stig", "maj", "dag", "bjork", "gren", "norden"])
def test_names_that_are_words(name: str) -> None:
    assert name in names_that_are_words()


@pytest.mark.parametrize("name", ["tova", "lindeby", "erik", "eva", "johansson", "robin", "persson"])
def test_names_that_are_nothing_else(name: str) -> None:
    assert name not in names_that_are_words()
