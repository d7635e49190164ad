"""Rule 5: signatories, participants, identity numbers and BankID ids: never."""

import pytest

from generator.gate.rules.aldrig import NEVER
from generator.words.vocabularies import Vocabulary
from tests import private_values as v

ALL = [v.consent(gäller=list(v.FIELDS), kanaler=list(v.CHANNEL_NAMES))]


CLOSED = ["anhörig", "deltagare", "firmatecknare", "signatär", "undertecknare"]


@pytest.mark.parametrize("role", CLOSED)
def test_closed_roles_stay_closed_in_any_vocabulary(role: str) -> None:
    roles: Vocabulary = v.vocabulary("roller", role)
    settings = v.settings(roles=roles, never_public_roles=frozenset())
    terms = v.terms(personuppgifter=[v.clause(roller=[role], kanaler=list(v.CHANNEL_NAMES))])
    one = v.case(personer=[v.person(roll=role, samtycke=ALL)], settings=settings, terms=terms)
    assert v.shown(one) == {}
    assert v.verdicts(one)["personer[0].namn"].reason.rule == "aldrig"


def test_no_other_role_is_closed_for_good() -> None:
    assert sorted(NEVER) == CLOSED


def test_roles_that_the_vocabulary_closes() -> None:
    assert v.shown(v.case(personer=[v.person(roll="gäst", samtycke=ALL)])) == {}
    assert v.shown(v.case(personer=[v.person(roll="arbetsgrupp", samtycke=ALL)]))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("namn", "Tova Lindeby 850101-1234"),
        ("namn", "Tova Lindeby 19850101-1234"),
        ("namn", "Tova Lindeby 850161-1234"),
        ("namn", "Tova Lindeby 198501011234"),
        ("namn", "Tova Lindeby 8501011234"),
        ("namn", "Tova Lindeby 0401011234"),
        ("namn", "Tova 850101+1234"),
        ("namn", "Tova 850101–1234"),
        ("namn", "Tova 850101\u20111234"),
        ("namn", "Tova 850101\u00ad-1234"),
        ("namn", "Tova 850101\u00a01234"),
        ("namn", "Tova 850101 - 1234"),
        ("titel", "3f2504e0-4f89-11d3-9a0c-0305e82c3301"),
        ("titel", "BankID 3F2504E0-4F89-11D3-9A0C-0305E82C3301"),
        ("organisation", "Kommunen 850101-1234"),
        ("e-post", "850101-1234@kommun.example"),
        ("e-post", "198501011234@kommun.example"),
        ("telefon", "850101-1234"),
        ("telefon", "850101–1234"),
        ("telefon", "850101 1234"),
        ("telefon", "8501011234"),
        ("telefon", "198501011234"),
        ("telefon", "19850101 1234"),
    ],
)
def test_an_identity_number_in_any_datum(field: str, value: str) -> None:
    one = v.case(personer=[v.person(**{field: value, "samtycke": ALL})])
    assert field not in v.shown(one)
    assert v.verdicts(one)[f"personer[0].{field}"].reason.rule == "aldrig"
    assert set(v.shown(one)) == set(v.FIELDS) - {field}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("telefon", "0701740615"),
        ("telefon", "070-174 06 15"),
        ("telefon", "+46 70 174 06 15"),
        ("telefon", "+46313900615"),
        ("telefon", "+46 (0)31-390 06 15"),
        ("telefon", "031/390 06 15"),
        ("titel", "projektledare 2024–2026"),
        ("organisation", "Kommunen, dnr 2025/0612"),
    ],
)
def test_other_numbers_pass(field: str, value: str) -> None:
    assert v.shown(v.case(personer=[v.person(**{field: value, "samtycke": ALL})]))[field] == value
