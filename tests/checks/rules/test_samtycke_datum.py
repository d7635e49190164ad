"""A consent that can be shown to have been given: a day and a source. And one that lasts until its day."""

import pytest

from generator.checks.rules.samtycke_datum import CHECK
from generator.records.config import ContactEnd
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


@pytest.mark.parametrize(
    ("end", "warned"),
    [
        ("2028-06-30", False),  # six months after the last of December 2027
        ("2028-06", False),
        ("2028-07-01", True),
        ("2028-07", True),
        ("1 år efter insatsens slut", True),
        ("insatsens slut", False),
        ("3 år efter beslutet", False),
        ("4 år efter beslutet", True),
    ],
)
def test_a_day_that_the_consent_does_not_reach(end: str, warned: bool) -> None:
    text = with_head(
        "personer:\n  - namn: Tova Lindeby\n    roll: insatsledare\n    samtycke:\n"
        f"      - {{gäller: [namn], kanaler: [portal], från: 2025-01, källa: brev, till: {end}}}\n"
    )
    found = v.findings_of(CHECK, v.subject(text))
    assert v.places(found) == (["13:79 varning"] if warned else [])
    if warned:
        assert found[0].message == "Samtycket slutar före den dag som står här."
        assert "längst till 6 månader efter insatsens slut." in found[0].advice
    open_end = text.replace(", slut: 2027-12", "")
    assert v.findings_of(CHECK, v.subject(open_end)) == ()


def test_a_datum_that_does_not_end_by_default_reaches_its_day() -> None:
    text = with_head(
        "personer:\n  - namn: Tova Lindeby\n    roll: insatsledare\n    samtycke:\n"
        "      - {gäller: [namn], kanaler: [portal], från: 2025-01, källa: brev, till: 2030-01-01}\n"
    )
    only_mail = ContactEnd.model_validate({"längst": "6 månader efter insatsens slut", "fält": ["e-post"]})
    settings = v.settings(contact_end=only_mail)
    assert v.findings_of(CHECK, v.subject(text)) != ()
    assert v.findings_of(CHECK, v.subject(text, settings=settings)) == ()
