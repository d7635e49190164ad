"""A consent that can be shown to have been given: a day and a source."""

import pytest

from generator.checks.rules.samtycke_datum import CHECK
from tests import private_values as v
from tests.checks.yaml_records import with_head


@pytest.mark.parametrize(
    ("extra", "missing"),
    [
        (", från: 2025-06-20, källa: mejl", None),
        (", från: 2025-06-20", "källa"),
        (", källa: mejl", "från"),
        ("", "från och källa"),
    ],
)
def test_consents(extra: str, missing: str | None) -> None:
    whole = "{gäller: [namn], kanaler: [portal], från: 2025-01, källa: brev}"
    text = with_head(
        "personer:\n  - namn: Tova Lindeby\n    roll: insatsledare\n    samtycke:\n"
        f"      - {whole}\n      - {{gäller: [namn], kanaler: [portal]{extra}}}\n"
    )
    found = v.findings_of(CHECK, v.subject(text))
    assert v.places(found) == ([] if missing is None else ["14:9 varning"])
    if missing is not None:
        assert found[0].message == f"Samtycket saknar {missing}."
