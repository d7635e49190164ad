"""A decision after the build's date, 2026-06-15, is told."""

import pytest

from generator.checks.rules.beslut_i_framtiden import CHECK
from tests.checks.rules.cases import found


@pytest.mark.parametrize(
    ("day", "places"),
    [
        ("2026-06-15", []),
        ("2026-06", []),
        ("2026", []),
        ("2026-06-16", ["7:31 varning"]),
        ("2026-07", ["7:31 varning"]),
    ],
)
def test_days(day: str, places: list[str]) -> None:
    assert found(CHECK, changes={"2025-06-12": day}) == places
