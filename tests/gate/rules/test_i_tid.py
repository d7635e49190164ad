"""Rules 5 and 6: a permit holds from its first day to its last, with nobody editing a record."""

from datetime import date, timedelta
from typing import Any

import pytest

from generator.records.config import ContactEnd
from generator.records.terms import Terms
from generator.words.channels import PORTAL, Channel
from tests import private_values as v


def public(day: str, *, terms: Terms | None = None, channel: Channel = PORTAL, **changes: Any) -> bool:
    one = v.case(day=day, terms=terms or v.terms(), channel=channel, **changes)
    assert v.is_public(one)
    return bool(v.shown(one))


@pytest.mark.parametrize(
    ("consent", "last"),
    [
        ({"till": "2026-08-15"}, "2026-08-15"),
        ({"till": "2026-08"}, "2026-08-31"),
        ({"till": "2026"}, "2026-12-31"),
        ({"till": "30 dagar efter beslutet"}, "2025-07-12"),
        ({"till": "1 år efter beslutet"}, "2026-06-12"),
        ({"till": "insatsens slut"}, "2027-12-31"),
        ({"till": "2 månader efter insatsens slut"}, "2028-02-29"),
        # Six months after the insats the site's default ends what the person let go on.
        ({"till": "2 år efter budgetårets slut"}, "2028-06-30"),
        ({"till": "2040-01-01"}, "2028-06-30"),
        ({}, "2028-06-30"),
    ],
)
def test_the_last_day_of_a_consent(consent: dict[str, str], last: str) -> None:
    end = date.fromisoformat(last)
    persons = [v.person(samtycke=[v.consent(**consent)])]
    for days, expected in ((-1, True), (0, True), (1, False), (400, False)):
        assert public((end + timedelta(days=days)).isoformat(), personer=persons) is expected, days


@pytest.mark.parametrize(
    ("longest", "last"),
    [(None, "2028-06-30"), ("2027-01-31", "2027-01-31"), ("3 år efter insatsens slut", "2030-12-31")],
)
def test_the_last_day_of_a_clause(longest: str | None, last: str) -> None:
    terms = v.terms(personuppgifter=[v.clause(längst=longest)])
    end = date.fromisoformat(last)
    for days, expected in ((-1, True), (0, True), (1, False)):
        day = (end + timedelta(days=days)).isoformat()
        assert public(day, terms=terms, channel=v.OWN_WEB, personer=[v.person()]) is expected


@pytest.mark.parametrize(
    ("start", "day", "expected"),
    [
        ("2026-06-16", "2026-06-15", False),
        ("2026-06-15", "2026-06-15", True),
        ("2026-06-14", "2026-06-15", True),
        ("2026-07", "2026-06-30", False),
        ("2026-07", "2026-07-01", True),
        (None, "2026-06-15", True),
    ],
)
def test_the_first_day(start: str | None, day: str, expected: bool) -> None:
    assert public(day, personer=[v.person(samtycke=[v.consent(från=start)])]) is expected


@pytest.mark.parametrize(
    ("period", "decided", "last"),
    [
        ({"slut": "2027-12-31"}, {"start": "2025-09", "slut": "2026-12-31"}, "2027-06-30"),
        ({"slut": "2026-08-30"}, {"start": "2025-09", "slut": "2027-12-31"}, "2027-02-28"),
        ({"slut": "2026-08-31"}, {"start": "2025-09"}, "2027-02-28"),
        (None, {"start": "2025-09", "slut": "2026-08"}, "2027-02-28"),
        (None, {"start": "2025-09", "slut": "2026"}, "2027-06-30"),
    ],
)
def test_the_insats_ends_on_the_earlier_end(
    period: dict[str, str] | None, decided: dict[str, str], last: str
) -> None:
    end = date.fromisoformat(last)
    for days, expected in ((-1, True), (0, True), (1, False)):
        day = (end + timedelta(days=days)).isoformat()
        persons = [v.person(samtycke=[v.consent()])]
        assert public(day, period=period, beslut=[v.grant(avser=decided)], personer=persons) is expected


def test_an_end_that_cannot_be_counted_withholds() -> None:
    unknown: dict[str, Any] = {"period": None, "beslut": [v.grant(avser=None)]}
    terms = v.terms(personuppgifter=[v.clause()])
    assert not public("2026-06-15", terms=terms, channel=v.OWN_WEB, **unknown, personer=[v.person()])
    # A consent stands while the insats goes on, until the end that it names itself.
    assert public("2026-06-15", **unknown, personer=[v.person(samtycke=[v.consent()])])
    assert not public("2027-01-01", **unknown, personer=[v.person(samtycke=[v.consent(till="2026-12-31")])])
    assert not public(
        "2026-06-15", **unknown, personer=[v.person(samtycke=[v.consent(till="insatsens slut")])]
    )
    assert public("2026-06-15", **unknown, personer=[v.person(samtycke=[v.consent(till="2026-12-31")])])


@pytest.mark.parametrize("text", ["100 år efter beslutet", "9999 månader efter budgetårets slut"])
def test_an_end_far_away_is_an_end(text: str) -> None:
    """No end that validates may lead past the calendar's last year: the gate is total."""
    persons = [v.person(samtycke=[v.consent(till=text)])]
    assert v.shown(v.case(personer=persons))


def test_the_default_covers_the_fields_that_the_site_lists() -> None:
    contact = ContactEnd.model_validate({"längst": "6 månader efter insatsens slut", "fält": ["e-post"]})
    persons = [v.person(samtycke=[v.consent()])]
    one = v.case(day="2029-01-01", settings=v.settings(contact_end=contact), personer=persons)
    assert set(v.shown(one)) == {"namn"}
    assert v.verdicts(one)["personer[0].namn"].until is None


def test_one_permit_in_time_is_enough() -> None:
    consents = [v.consent(till="2026-01-01"), v.consent(till="2026-12-31")]
    persons = [v.person(samtycke=consents)]
    one = v.case(personer=persons)
    assert str(v.verdicts(one)["personer[0].namn"].until) == "2026-12-31"
    assert v.shown(one)
