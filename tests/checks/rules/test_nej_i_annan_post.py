"""Somebody who has said no in one record and is shown in another."""

import pytest

from generator.checks.interface import Subject
from generator.checks.rules.nej_i_annan_post import CHECK
from tests import private_values as v
from tests.checks.yaml_records import HEAD, with_head

CONSENT = "samtycke: [{gäller: [namn, e-post], kanaler: [portal], från: 2025-07-01}]"
TOVA = "namn: Tova Lindeby, e-post: tova@hudiksvall.example"


def shown(who: str = TOVA, consent: str = CONSENT) -> Subject:
    return v.subject(with_head(f"personer:\n  - {{roll: insatsledare, {who}, {consent}}}\n"))


def other(no: str, who: str = TOVA) -> Subject:
    head = HEAD.replace("id: exempelbygden-2025-vagen-vidare", "id: exempelbygden-2024-annan")
    text = head + f"personer:\n  - {{roll: kontaktperson, {who}, {no}}}\n"
    return v.subject(text, file="content/insatser/exempelbygden/annan.yml")


@pytest.mark.parametrize(
    ("no", "places"),
    [
        ("återkallat: 2026-01-01", ["10:5 varning"]),
        ("invändning: 2026-06", ["10:5 varning"]),
        ("återkallat: 2025-07-01", ["10:5 varning"]),
        ("återkallat: 2025-06-30", []),  # the consent is newer
        ("återkallat: 2026-06-16", []),  # not yet
        ("sekretess: OSL 21 kap. 3 a §", ["10:5 fel"]),
        ("titel: samordnare", []),
    ],
)
def test_a_no_in_another_record(no: str, places: list[str]) -> None:
    found = v.findings_of(CHECK, shown(), other(no))
    assert v.places(found) == places
    assert not [one for one in found if "Tova" in str(one) or "Lindeby" in str(one)]
    if found:
        assert "content/insatser/exempelbygden/annan.yml:10" in found[0].message


def test_only_whoever_is_shown() -> None:
    no = other("återkallat: 2026-01-01")
    assert v.findings_of(CHECK, shown(consent="titel: coach"), no) == ()
    assert v.findings_of(CHECK, no) == ()


@pytest.mark.parametrize(
    ("who", "places"),
    [
        ("namn: 'Lindeby, Tova'", ["10:5 varning"]),
        ("namn: Elsa Falk, e-post: TOVA@hudiksvall.example", ["10:5 fel"]),
        ("namn: Elsa Falk", []),
    ],
)
def test_who_is_the_same(who: str, places: list[str]) -> None:
    """A namesake may be somebody else: no name alone stops a build."""
    found = v.findings_of(CHECK, shown(), other("sekretess: OSL 21 kap. 3 a §", who))
    assert v.places(found) == places


def test_a_ground_in_the_terms_is_older_than_every_no() -> None:
    terms = v.terms(personuppgifter=[v.clause(kanaler=["portal"])])
    text = with_head(f"personer:\n  - {{roll: insatsledare, {TOVA}}}\n")
    found = v.findings_of(CHECK, v.subject(text, terms=terms), other("invändning: 2025-01-01"))
    assert v.places(found) == ["10:5 varning"]
