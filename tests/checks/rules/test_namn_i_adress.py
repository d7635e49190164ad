"""An address that may be shown and a name that may not."""

import pytest

from generator.checks.rules.namn_i_adress import CHECK
from tests import private_values as v
from tests.checks.yaml_records import with_head


@pytest.mark.parametrize(
    ("name", "email", "opened", "places"),
    [
        ("Tova Lindeby", "tova.lindeby@hudiksvall.example", "[e-post]", ["11:13 varning"]),
        ("Tova Lindeby", "t.lindeby@hudiksvall.example", "[e-post]", ["11:13 varning"]),
        ("Tova Åsbo", "tasbo@hudiksvall.example", "[e-post]", ["11:13 varning"]),
        ("Tova Lindeby", "tova.lindeby@hudiksvall.example", "[e-post, namn]", []),
        ("Tova Lindeby", "tova.lindeby@hudiksvall.example", "[telefon]", []),
        ("Tova Lindeby", "jobbcentrum@lindeby.example", "[e-post]", []),
        ("Bo Ek", "jobbekonomi@hudiksvall.example", "[e-post]", []),
    ],
)
def test_addresses(name: str, email: str, opened: str, places: list[str]) -> None:
    text = with_head(
        f"personer:\n  - namn: {name}\n    e-post: {email}\n    telefon: 031-390 06 15\n"
        "    roll: insatsledare\n"
        f"    samtycke: [{{gäller: {opened}, kanaler: [portal]}}]\n"
    )
    assert v.places(v.findings_of(CHECK, v.subject(text))) == places
