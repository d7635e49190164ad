"""LIX by hand-counted examples."""

from __future__ import annotations

import pytest

from generator.words.lix import FEWEST_WORDS, lix

EASY = "Du får stöd av en coach. " * 5  # 6 words a sentence, none long
HARD = (
    "Rehabiliteringssamordning förutsätter myndighetsövergripande planeringsförutsättningar kontinuerligt. "
    * 6
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (EASY, 6),
        (HARD, 105),  # 5 words a sentence, all of them long
        ("Ett två tre fyra fem. " * 5, 5),
        ("Ett två tre fyra fempunktsplan. " * 5, 25),  # one word in five is long
        ("- ett två tre fyra fem\n" * 5, 5),  # items end sentences without a full stop
        ("Ett t.ex. två tre 2025.5 fyra fem. " * 5, 7),  # "t" and "ex" count, figures do not
        ("ett " * (FEWEST_WORDS - 1), None),
        ("", None),
    ],
)
def test_lix(text: str, expected: int | None) -> None:
    assert lix(text) == expected


def test_a_compound_with_a_hyphen_is_one_long_word() -> None:
    assert lix("Ett två tre fyra IPS-coach. " * 5) == 5 + 20
