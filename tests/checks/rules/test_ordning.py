"""Times and ages run forwards."""

import pytest

from generator.checks.rules.ordning import CHECK
from tests import private_values as v
from tests.checks.yaml_records import HEAD, with_head

CONSENT = """\
personer:
  - roll: insatsledare
    samtycke: [{{gäller: [namn], kanaler: [portal], från: {}, till: {}}}]
"""


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("period: {start: 2025-09-01, slut: 2025-09-01}\n", []),
        ("period: {start: 2025-09-02, slut: 2025-09-01}\n", ["9:35 fel"]),
        ("period: {start: 2025-09-30, slut: 2025-09}\n", []),
        ("period: {start: 2025-09, slut: 2025}\n", []),
        ("period: {start: 2026-01, slut: 2025}\n", ["9:32 fel"]),
        ("period: {slut: 2025}\n", []),
        ("ålder: {från: 18, till: 18}\n", []),
        ("ålder: {från: 19, till: 18}\n", ["9:25 fel"]),
        ("ålder: {till: 18}\n", []),
        (CONSENT.format("2025-06-20", "2025-06-20"), []),
        (CONSENT.format("2025-06-20", "2025-06-19"), ["11:76 fel"]),
        (CONSENT.format("2025-06-20", "insatsens slut"), []),
    ],
)
def test_order(text: str, places: list[str]) -> None:
    assert v.places(v.findings_of(CHECK, v.subject(with_head(text)))) == places


def test_decisions_and_publication() -> None:
    text = HEAD.replace("slut: 2027-12", "slut: 2025-08").replace(
        "läge: publicera", "läge: publicera, från: 2026-01-02, till: 2026-01-01"
    )
    assert v.places(v.findings_of(CHECK, v.subject(text))) == ["7:93 fel", "8:56 fel"]
