"""When a permit for a person's datum ends: the stated end, else the site's, else never."""

from datetime import date

import pytest

from generator.gate.ends import last_day
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
    assert last_day(case, "e-post", None) == (until, True)


def test_fields_that_the_site_does_not_list_have_no_end() -> None:
    case = v.case(settings=v.settings(contact_end=SITE))
    assert last_day(case, "namn", None) == (None, True)


@pytest.mark.parametrize("text", ["2030-01-01", "5 år efter insatsens slut", "1 dag efter beslutet"])
def test_a_stated_end_wins(text: str) -> None:
    case = v.case(settings=v.settings(contact_end=SITE))
    stated = parse_end(text)
    until, known = last_day(case, "e-post", stated)
    assert known
    assert until != last_day(case, "e-post", None)[0]
    assert last_day(case, "namn", stated) == (until, True)


@pytest.mark.parametrize("text", ["insatsens slut", "1 år efter insatsens slut"])
def test_an_end_without_its_anchor_is_unknown(text: str) -> None:
    case = v.case(period=None, beslut=[v.grant(avser=None)])
    assert last_day(case, "e-post", parse_end(text)) == (None, False)
    assert last_day(case, "e-post", None) == (None, False)
