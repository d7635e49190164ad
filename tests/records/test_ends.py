"""When a permission ends, as terms and consents write it."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.records.ends import Anchor, EndText, parse_end

ANCHORS: dict[Anchor, date | None] = {
    Anchor.DECISION: date(2024, 2, 29),
    Anchor.INSATS_END: date(2026, 8, 31),
    Anchor.BUDGET_YEAR_END: date(2026, 12, 31),
}


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2027-12-31", date(2027, 12, 31)),
        ("2027-02", date(2027, 2, 28)),
        ("2027", date(2027, 12, 31)),
        ("beslutet", date(2024, 2, 29)),
        ("insatsens slut", date(2026, 8, 31)),
        ("budgetårets slut", date(2026, 12, 31)),
        ("6 månader efter insatsens slut", date(2027, 2, 28)),
        ("1 månad efter insatsen", date(2026, 9, 30)),
        ("2 år efter budgetårets slut", date(2028, 12, 31)),
        ("2 år efter budgetårets utgång", date(2028, 12, 31)),
        ("1 år efter budgetåret", date(2027, 12, 31)),
        ("1 år efter beslutet", date(2025, 2, 28)),
        ("30 dagar efter beslut", date(2024, 3, 30)),
        ("1 dag efter beslutet", date(2024, 3, 1)),
        ("0 dagar efter insatsens slut", date(2026, 8, 31)),
        ("  6  Månader\nefter Insatsens slut ", date(2027, 2, 28)),
        ("999 år efter beslutet", date(3023, 2, 28)),
        ("9999 månader efter beslutet", date(2857, 5, 29)),
    ],
)
def test_an_end_gives_its_last_day(text: str, last: date) -> None:
    end = parse_end(text)
    assert end.last_day(ANCHORS) == last
    assert end.text == " ".join(text.split())


@pytest.mark.parametrize(
    "text", ["6 månader efter insatsens slut", "beslutet", "1 år efter budgetårets slut"]
)
def test_without_its_anchor_the_end_is_not_known(text: str) -> None:
    assert parse_end(text).last_day({}) is None
    assert parse_end(text).last_day(dict.fromkeys(ANCHORS)) is None


def test_a_fixed_end_needs_no_anchor() -> None:
    assert parse_end("2027-12-31").last_day({}) == date(2027, 12, 31)


@pytest.mark.parametrize(
    "text",
    [
        "", "snart", "tills vidare", "6 månader", "efter insatsens slut", "6 veckor efter insatsens slut",
        "sex månader efter insatsens slut", "-1 dagar efter beslutet", "1,5 år efter beslutet",
        "6 månader efter projektets slut", "6 månader före insatsens slut", "2027-13", "2027-00",
        "2027-02-30", "10000 dagar efter beslutet", "1000 år efter beslutet", "9999 år efter beslutet",
        "insatsens slut 2027",
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_end(text)
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(EndText).validate_python(text)
    assert "hur länge det gäller" in refused.value.errors()[0]["ctx"]["message"]


@pytest.mark.parametrize("value", [["2027"], {"till": "2027"}, 2027, None])
def test_only_text_is_an_end(value: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(EndText).validate_python(value)
