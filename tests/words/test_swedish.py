"""Swedish order, lists and near misses."""

from __future__ import annotations

import itertools
import unicodedata

import pytest

from generator.words.swedish import did_you_mean, fold, listed, sort_key

IN_ORDER = [
    "Alvesta", "Éden", "edet", "Edsbyn", "Habo", "Håbo", "zon", "Åmål", "Älmhult", "Ängelholm", "Öckerö",
]  # fmt: skip


def test_words_are_sorted_as_in_swedish() -> None:
    backwards = IN_ORDER[::-1]
    assert sorted(backwards, key=sort_key) == IN_ORDER


@pytest.mark.parametrize(("before", "after"), [*itertools.pairwise("abcdefghijklmnopqrstuvwxyzåäö")])
def test_every_letter_stands_in_its_place(before: str, after: str) -> None:
    assert sort_key(f"{before}ö") < sort_key(f"{after}a")
    assert sort_key(f"a{before.upper()}ö") < sort_key(f"a{after}a")


def test_an_accent_only_breaks_ties() -> None:
    assert sorted(["idéer", "idealist", "ideer", "idéa"], key=sort_key) == [
        "idéa",
        "idealist",
        "ideer",
        "idéer",
    ]
    assert sort_key("Ærö")[0] == sort_key("Ärö")[0]


def test_two_ways_of_coding_a_letter_sort_alike() -> None:
    assert sort_key(unicodedata.normalize("NFD", "Åmål"))[0] == sort_key("Åmål")[0]


def test_folding_takes_away_case_and_accents() -> None:
    assert fold("Sjöö ÉT") == fold(unicodedata.normalize("NFD", "sjÖÖ ét")) == "sjoo et"


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")],
)
def test_words_are_listed(words: list[str], said: str) -> None:
    assert listed(words) == said
    assert listed(words, "eller") == said.replace("och", "eller")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("malgrupper", "målgrupper"),
        ("MÅLGRUPP", "målgrupper"),
        ("perosner", "personer"),
        ("xyzzy", None),
        ("", None),
    ],
)
def test_a_near_word_is_found_and_a_far_one_is_not(written: str, meant: str | None) -> None:
    assert did_you_mean(written, ["metoder", "målgrupper", "personer", "mål"]) == meant
    assert did_you_mean(written, ["mål", "personer", "målgrupper", "metoder"]) == meant
    assert did_you_mean(written, []) is None
