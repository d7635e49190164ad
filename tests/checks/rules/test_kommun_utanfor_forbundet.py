"""A kommun of the record is one of its förbund's."""

import pytest

from generator.checks.beside import Beside
from generator.checks.rules.kommun_utanfor_forbundet import CHECK
from tests.checks.rules.cases import found

KNOWN = Beside(kommuner={"exempelbygden": frozenset({"2184", "0305"}), "grannbygden": frozenset({"0319"})})


@pytest.mark.parametrize(
    ("kommuner", "places"),
    [
        ('["2184", "0305"]', []),
        ('["2184", "0319"]', ["9:20 varning"]),
        ("[]", []),
    ],
)
def test_kommuner(kommuner: str, places: list[str]) -> None:
    assert found(CHECK, f"kommuner: {kommuner}\n", beside=KNOWN) == places


@pytest.mark.parametrize("known", [Beside(), Beside(kommuner={"exempelbygden": frozenset()})])
def test_a_forbund_that_names_none_says_nothing(known: Beside) -> None:
    assert found(CHECK, 'kommuner: ["0319"]\n', beside=known) == []
