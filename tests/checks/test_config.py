"""Terms that could not be applied as they are written."""

import pytest

from generator.checks.config import check_terms
from generator.records.terms import Terms
from generator.storage.located import Located
from generator.storage.read import read
from tests import private_values as v

GOOD = """\
id: exempelbygden-2024
förbund: exempelbygden
namn: Villkor
beslut_per: insats
personuppgifter:
  - {roller: [insatsledare, kontaktperson], fält: [namn], kanaler: [portal], grund: Klausul.}
"""


def terms(text: str) -> dict[str, Located[Terms]]:
    located, findings = read(text.encode(), Terms, "site_config/villkor/exempelbygden-2024.yml")
    assert located is not None, findings
    return {located.value.id: located}


def checked(text: str) -> list[str]:
    settings = v.settings()
    known = frozenset({"exempelbygden"})
    found = list(check_terms(terms(text), known, settings.roles, settings.never_public_roles))
    return [
        f"{finding.rule} {place} {finding.advice}"
        for finding, place in zip(found, v.places(found), strict=True)
    ]


def test_good_terms() -> None:
    assert checked(GOOD) == []


def test_an_unknown_role() -> None:
    assert checked(GOOD.replace("kontaktperson", "kontaktpersn")) == [
        "villkor-roll 6:29 fel Menade du kontaktperson?"
    ]


@pytest.mark.parametrize("role", ["undertecknare", "gäst", "deltagare"])
def test_a_role_that_is_never_public(role: str) -> None:
    assert checked(GOOD.replace("kontaktperson", role)) == [
        "villkor-roll 6:29 varning Ta bort rollen ur klausulen."
    ]


def test_an_unknown_forbund() -> None:
    assert checked(GOOD.replace("förbund: exempelbygden", "förbund: exempelbygd")) == [
        "villkor-forbund 2:10 fel Menade du exempelbygden?"
    ]
