"""Counts so small that they may tell who the participants are."""

import pytest

from generator.checks.rules.sma_tal import CHECK
from tests.checks.rules.cases import found

METHOD = "beskrivning:\n  metod: {}\n"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Av dem är 13 personer under 30 år och 8 personer över 60 år.", ["10:20 varning", "10:48 varning"]),
        ("Målet nåddes av 8 av 55.", ["10:26 varning"]),
        ("Av de 14 unga deltagare som kom.", ["10:16 varning"]),
        ("Vi tar emot 15 personer och 115 personer.", []),
        ("Gruppen har 8–10 deltagare.", []),
        ("Vi är 1 013 personer i 2,5 grupper.", []),
        ("Två coacher och 3 handläggare.", []),
    ],
)
def test_texts(text: str, places: list[str]) -> None:
    assert found(CHECK, METHOD.format(text)) == places


def test_a_reviewed_line_is_quiet() -> None:
    reviewed = "granskade_rader: [{fält: beskrivning.metod, börjar: Vi är 3 personer, skäl: personalen}]\n"
    assert found(CHECK, METHOD.format("Vi är 3 personer i teamet.") + reviewed) == []
    assert found(CHECK, METHOD.format("Vi är 3 personer. De är 4 personer.") + reviewed) == ["10:34 varning"]


@pytest.mark.parametrize(("number", "places"), [(5, []), (4, ["9:21 varning"])])
def test_planned(number: int, places: list[str]) -> None:
    assert found(CHECK, f"deltagare: [{{antal: {number}, avser: totalt}}]\n") == places
