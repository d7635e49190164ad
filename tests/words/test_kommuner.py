"""Kommuner and län by SCB code."""

from __future__ import annotations

import pytest

from generator.words.kommuner import kommuner, lan


def test_all_kommuner_and_lan_are_there() -> None:
    assert len(kommuner()) == 290
    assert len(lan()) == 21
    assert len(set(kommuner().values())) == 290
    assert all(len(code) == 4 and code.isdigit() and code[:2] in lan() for code in kommuner())
    assert {code[:2] for code in kommuner()} == set(lan())


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("0305", "Håbo"), ("0643", "Habo"), ("2184", "Hudiksvall"), ("0319", "Älvkarleby"),
        ("0980", "Gotland"), ("1292", "Ängelholm"), ("0114", "Upplands Väsby"),
    ],
)  # fmt: skip
def test_a_code_names_its_kommun(code: str, name: str) -> None:
    assert kommuner()[code] == name


@pytest.mark.parametrize(
    ("code", "name"),
    [("21", "Gävleborgs län"), ("03", "Uppsala län"), ("09", "Gotlands län"), ("12", "Skåne län")],
)
def test_a_code_names_its_lan(code: str, name: str) -> None:
    assert lan()[code] == name


@pytest.mark.parametrize("code", ["305", "197", "0306", "9999", ""])
def test_other_codes_are_no_kommun(code: str) -> None:
    assert code not in kommuner()
