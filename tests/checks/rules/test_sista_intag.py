"""The last intake is within the insats; the styrelse's time ends in December 2027."""

import pytest

from generator.checks.rules.sista_intag import CHECK
from tests.checks.rules.cases import found


@pytest.mark.parametrize(
    ("period", "places"),
    [
        ("{start: 2025-09, slut: 2027-06, sista_intag: 2027-06-30}", []),
        ("{start: 2025-09, slut: 2027-06, sista_intag: 2027}", []),
        ("{start: 2025-09, slut: 2027-06, sista_intag: 2027-07-01}", ["9:54 fel"]),
        ("{start: 2025-09, sista_intag: 2027-12-31}", []),
        ("{start: 2025-09, sista_intag: 2028-01}", ["9:39 varning"]),
        ("{slut: 2029, sista_intag: 2028-01}", ["9:35 varning"]),
        ("{start: 2025-09, sista_intag: 2025-08-31}", ["9:39 varning"]),
        ("{start: 2025-09, sista_intag: 2025}", []),
        ("{start: 2025-09}", []),
    ],
)
def test_intakes(period: str, places: list[str]) -> None:
    assert found(CHECK, f"period: {period}\n") == places
