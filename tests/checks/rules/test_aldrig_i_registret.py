"""Signatories and participants are no part of a record."""

import pytest

from generator.checks.rules.aldrig_i_registret import CHECK
from tests import private_values as v
from tests.checks.yaml_records import with_head


@pytest.mark.parametrize(
    ("role", "places"),
    [
        ("insatsledare", []),
        ("styrgrupp", []),
        ("undertecknare", ["11:5 varning"]),
        ("deltagare", ["11:5 varning"]),
        ("anhörig", ["11:5 varning"]),
        ("gäst", ["11:5 varning"]),
    ],
)
def test_roles(role: str, places: list[str]) -> None:
    text = with_head(f"personer:\n  - {{roll: kontaktperson}}\n  - namn: Tova Lindeby\n    roll: {role}\n")
    found = v.findings_of(CHECK, v.subject(text))
    assert v.places(found) == places
    assert not any("Tova" in str(finding) for finding in found)
