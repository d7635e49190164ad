"""Which entries are one person's: what makes them so, and that missing data do not."""

from __future__ import annotations

from typing import Any

import pytest

from generator.gate.same_person import entries_of, is_called, same
from generator.records.persons import Person


def entry(**data: Any) -> Person:
    return Person.model_validate({"roll": "kontaktperson", **data})


TOVA = {"namn": "Tova Lindeby", "e-post": "tova.lindeby@hudiksvall.example", "telefon": "031-390 06 15"}
LIKE: dict[str, tuple[dict[str, str], dict[str, str], bool]] = {
    "a name": ({"namn": "Tova Lindeby"}, {"namn": "LINDEBY, Tova"}, True),
    "a name said twice": ({"namn": "Tova Lindeby"}, {"namn": "Tova Lindeby Lindeby"}, True),
    "a longer name": ({"namn": "Lindeby Tova"}, {"namn": "Tova Maria Lindeby"}, True),
    "two longer names": ({"namn": "Tova Maria Lindeby"}, {"namn": "Tova Eva Lindeby"}, False),
    "a first name": ({"namn": "Tova"}, {"namn": "Tova Lindeby"}, False),
    "the same first name": ({"namn": "Tova"}, {"namn": "tova"}, True),
    "an address": ({"e-post": "Tova@x.example"}, {"namn": "T. L.", "e-post": "tova@x.example"}, True),
    "a number": ({"telefon": "031-390 06 15"}, {"telefon": "+46 31 390 06 15"}, True),
    "other numbers": ({"telefon": "031-390 06 15"}, {"telefon": "031-390 06 16"}, False),
    "nothing": ({}, {}, False),
    "all but one": ({"namn": "Tova Lindeby"}, TOVA, True),
}


@pytest.mark.parametrize(("one", "other", "expected"), LIKE.values(), ids=LIKE)
def test_two_entries(one: dict[str, str], other: dict[str, str], expected: bool) -> None:
    assert same(entry(**one), entry(**other)) is expected
    assert same(entry(**other), entry(**one)) is expected


def test_entries_that_a_third_one_joins() -> None:
    first, last = entry(**{"e-post": "t@x.example"}), entry(telefon="031-390 06 15")
    between = entry(**{"e-post": "t@x.example", "telefon": "031-390 06 15"})
    nobody, other = entry(), entry(namn="Gustav Ryberg")
    persons = [last, other, between, nobody, first]
    assert [id(one) for one in entries_of(first, persons)] == [id(first), id(between), id(last)]
    assert [id(one) for one in entries_of(nobody, persons)] == [id(nobody)]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Tova Lindeby", True),
        ("lindeby, tova", True),
        ("Tova.Lindeby@hudiksvall.example", True),
        ("+46 31 390 06 15", True),
        ("Tova", False),
        ("Tova Maria Lindeby", False),
        ("tova@hudiksvall.example", False),
        ("031-390 06 16", False),
        ("", False),
    ],
)
def test_what_a_person_is_called(asked: str, expected: bool) -> None:
    assert is_called(entry(**TOVA), asked) is expected


def test_somebody_without_data_is_called_nothing() -> None:
    assert not any(is_called(entry(), asked) for asked in ("", "XXXX", "kontaktperson"))
