"""When a permit for a person's datum ends: under terms, and under a consent."""

from datetime import date

import pytest

from generator.gate.ends import clause_ends, consent_ends
from generator.records.config import ContactEnd
from generator.records.ends import parse_end
from tests import private_values as v

SITE = ContactEnd.model_validate({"längst": "6 månader efter insatsens slut", "fält": ["e-post", "telefon"]})


@pytest.mark.parametrize(
    ("end", "until"),
    [
        ("2027-12-31", date(2028, 6, 30)),
        ("2026-08-30", date(2027, 2, 28)),
        ("2027-08-31", date(2028, 2, 29)),
        ("2026-08-28", date(2027, 2, 28)),
        ("2026-06", date(2026, 12, 30)),
    ],
)
def test_six_months_after_the_insats(end: str, until: date) -> None:
    case = v.case(settings=v.settings(contact_end=SITE), period={"slut": end})
    assert clause_ends(case, "e-post", None) == (until, True)
    assert consent_ends(case, "e-post", None) == (until, True)


def test_fields_that_the_site_does_not_list_have_no_end() -> None:
    case = v.case(settings=v.settings(contact_end=SITE))
    assert clause_ends(case, "namn", None) == (None, True)
    assert consent_ends(case, "namn", None) == (None, True)


@pytest.mark.parametrize("text", ["2030-01-01", "5 år efter insatsens slut", "1 dag efter beslutet"])
def test_the_end_that_a_clause_names_wins(text: str) -> None:
    case = v.case(settings=v.settings(contact_end=SITE))
    stated = parse_end(text)
    until, known = clause_ends(case, "e-post", stated)
    assert known
    assert until != clause_ends(case, "e-post", None)[0]
    assert clause_ends(case, "namn", stated) == (until, True)


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("2027-01-31", date(2027, 1, 31)),
        ("1 dag efter beslutet", date(2025, 6, 13)),
        ("2030-01-01", date(2028, 6, 30)),
        ("5 år efter insatsens slut", date(2028, 6, 30)),
    ],
)
def test_the_earlier_end_ends_a_consent(text: str, until: date) -> None:
    case = v.case(settings=v.settings(contact_end=SITE))
    assert consent_ends(case, "e-post", parse_end(text)) == (until, True)


@pytest.mark.parametrize("text", ["insatsens slut", "1 år efter insatsens slut"])
def test_an_end_without_its_anchor_is_unknown(text: str) -> None:
    case = v.case(period=None, beslut=[v.grant(avser=None)])
    assert clause_ends(case, "e-post", parse_end(text)) == (None, False)
    assert clause_ends(case, "e-post", None) == (None, False)
    assert consent_ends(case, "e-post", parse_end(text)) == (None, False)
    assert consent_ends(case, "e-post", None) == (None, True)
    assert consent_ends(case, "e-post", parse_end("2026-12-31")) == (date(2026, 12, 31), True)
