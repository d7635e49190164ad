"""Ends of compounds: those that a searcher would write, and none that the word does not hold."""

from __future__ import annotations

import pytest

from generator.words.compounds import compound_tails


@pytest.mark.parametrize(
    ("word", "tails"),
    [
        ("arbetsträning", ("träning",)),
        ("arbetsträningen", ("träningen",)),
        ("arbetsmarknadsinsats", ("marknadsinsats", "insats")),
        ("boendestöd", ("stöd",)),
        ("sjukvården", ("vården",)),
        ("socialpsykiatri", ("psykiatri",)),
        ("ohälsa", ("hälsa",)),
        ("vardagshälsa", ("hälsa",)),
        ("samordningsförbundets", ("förbundets",)),
        ("jobbcoach", ("coach",)),
        ("försörjningsstöd", ("stöd",)),
    ],
)
def test_a_compound_is_found_by_its_last_part(word: str, tails: tuple[str, ...]) -> None:
    assert compound_tails(word) == tails


@pytest.mark.parametrize(
    "word",
    [
        *("försäkring", "utbildning", "förening", "möjlighet", "verksamhet", "organisation", "kommunikation"),
        *("område", "ordning", "kombination", "ungdomar", "handläggare", "genomförande", "psykologisk"),
        *("uppsats", "samverkan", "träning", "stöd", "", "xyzzyträning", "hudiksvall", "lindeby"),
    ],
)
def test_nothing_is_split_that_is_no_compound_or_tells_nothing(word: str) -> None:
    assert compound_tails(word) == ()


def test_no_surname_comes_out_of_a_word() -> None:
    for word in ("arbetsström", "kungsberg", "huvudlund"):
        assert not {"ström", "berg", "lund"} & set(compound_tails(word))
