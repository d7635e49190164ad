"""Money in whole kronor."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.words.money import LARGEST, parse_kronor, swedish_kronor


@pytest.mark.parametrize(
    "text", ["3222836", "3 222 836", "3_222_836", "3\u00a0222\u00a0836", "3\u202f222\u202f836"]
)
def test_whole_kronor_are_read(text: str) -> None:
    assert parse_kronor(text) == 3222836


@pytest.mark.parametrize(
    "text",
    [
        "3223 tkr", "3 222 tkr", "3222836 kr", "3222836:-", "3222836,50", "3222836.50", "3,222,836",
        "3.222.836", "-5", "+5", "3 22 836", "32 2836", "3  222", " 3", "3 ", "", "tre", "1e6", "٣",
        "1234 567", "3\n222",
    ],
)  # fmt: skip
def test_units_decimals_and_loose_groups_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="shape"):
        parse_kronor(text)


def test_a_sum_that_no_forbund_has_is_refused() -> None:
    assert parse_kronor(str(LARGEST)) == LARGEST
    with pytest.raises(ValueError, match="size"):
        parse_kronor(str(LARGEST + 1))


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (0, "0\u00a0kr"),
        (999, "999\u00a0kr"),
        (1000, "1\u00a0000\u00a0kr"),
        (3222836, "3\u00a0222\u00a0836\u00a0kr"),
    ],
)
def test_kronor_are_said_with_no_break_spaces(amount: int, said: str) -> None:
    assert swedish_kronor(amount) == said


@given(st.integers(0, LARGEST))
def test_what_is_said_can_be_read_again(amount: int) -> None:
    assert parse_kronor(swedish_kronor(amount).removesuffix("\u00a0kr")) == amount
