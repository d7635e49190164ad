"""Dates that cannot be right together. The record was granted on 2025-06-12 and is judged on 2026-06-15."""

import pytest

from generator.checks.rules.rimliga_tider import CHECK
from tests.checks.rules.cases import found

DOCUMENT = "handlingar: [{{titel: Slutrapport, typ: slutrapport, datum: {}}}]\n"


@pytest.mark.parametrize(
    ("more", "changes", "places"),
    [
        ("period: {start: 2025, slut: 2035}\n", {}, []),
        ("period: {start: 2025, slut: 2036}\n", {}, ["9:29 varning"]),
        ("", {"slut: 2027-12": "slut: 2072-12"}, ["7:93 varning"]),
        ("", {"datum: 2025-06-12": "datum: 2028-01-01"}, ["7:31 varning"]),
        ("", {"datum: 2025-06-12": "datum: 2027-12-31"}, []),
        ("källa: {dokument: Ansökan, datum: 2025-06}\n", {}, []),
        ("källa: {dokument: Ansökan, datum: 2025-07}\n", {}, ["9:35 varning"]),
        (DOCUMENT.format("2026-06-15"), {}, []),
        (DOCUMENT.format("2026-06-16"), {}, ["9:60 varning"]),
    ],
)
def test_times(more: str, changes: dict[str, str], places: list[str]) -> None:
    assert found(CHECK, more, changes) == places
