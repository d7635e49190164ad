"""A draft as if it were granted: what is changed, and what is no draft."""

from __future__ import annotations

from datetime import date

import pytest

from generator.records.as_granted import as_granted
from generator.records.record import Record

DAY = date(2026, 11, 23)
LEAST = {
    "id": "exempelbygden-2026-utkast",
    "namn": "Utkastet",
    "förbund": "exempelbygden",
    "villkor": "exempelbygden-2024",
    "inriktning": "förstudie",
}
APPLIED = {"period": {"start": "2027-01", "slut": "2028-06"}, "budget": {"sökt": "500000"}}
DECIDED = {"utfall": "beviljad", "datum": "2026-06-01", "instans": "styrelsen", "belopp": "1"}
PREPARED = DECIDED | {"instans": "beredningsgruppen"}
PAUSED = {"läge": "pausad"}


def record(**keys: object) -> Record:
    return Record.model_validate(LEAST | keys)


def test_the_whole_application_is_granted_from_that_day() -> None:
    granted = as_granted(record(publicering=PAUSED, **APPLIED), DAY)
    assert granted is not None
    (decision,) = granted.decisions
    assert (decision.outcome, decision.body, str(decision.date)) == ("beviljad", "styrelsen", "2026-11-23")
    assert (decision.amount, str(decision.concerns.start), str(decision.concerns.end)) == (  # type: ignore[union-attr] # it has them, or the test fails
        500000,
        "2027-01",
        "2028-06",
    )
    assert granted.publication is not None
    assert (granted.publication.state, str(granted.publication.start)) == ("publicera", "2026-11-23")


def test_without_time_and_money_they_are_not_invented() -> None:
    granted = as_granted(record(), DAY)
    assert granted is not None
    assert (granted.decisions[0].amount, granted.decisions[0].concerns) == (None, None)


def test_all_else_is_as_it_was() -> None:
    before = record(publicering=PAUSED, personer=[{"namn": "Tova Lindeby", "roll": "kontaktperson"}])
    granted = as_granted(before, DAY)
    assert granted is not None
    changed = {"decisions", "publication"}
    assert granted.model_dump(exclude=changed) == before.model_dump(exclude=changed)


@pytest.mark.parametrize("outcome", ["beviljad", "avslag", "bordlagd", "återkallad"])
def test_what_the_styrelse_has_decided_stands(outcome: str) -> None:
    decided = DECIDED | {"utfall": outcome}
    granted = as_granted(record(publicering=PAUSED, beslut=[decided]), DAY)
    assert granted is not None
    assert [one.outcome for one in granted.decisions] == [outcome]


def test_what_another_body_thinks_is_no_decision() -> None:
    granted = as_granted(record(beslut=[PREPARED]), DAY)
    assert granted is not None
    assert [one.body for one in granted.decisions] == ["beredningsgruppen", "styrelsen"]


@pytest.mark.parametrize(
    "publication",
    [
        {"läge": "publicera"},
        {"läge": "publicera", "från": "2026-11-23"},
        {"läge": "publicera", "från": "2020", "till": "2021"},
        {"läge": "återkallad"},
        {"läge": "återkallad", "från": "2027-01-01"},
    ],
)
def test_what_is_public_or_was_taken_away_is_no_draft(publication: dict[str, str]) -> None:
    assert as_granted(record(publicering=publication), DAY) is None


@pytest.mark.parametrize("publication", [None, PAUSED, {"läge": "publicera", "från": "2026-12"}])
def test_what_waits_is_a_draft(publication: dict[str, str] | None) -> None:
    keys = {} if publication is None else {"publicering": publication}
    assert as_granted(record(**keys), DAY) is not None
