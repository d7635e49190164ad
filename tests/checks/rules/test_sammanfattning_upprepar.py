"""A summary says more than the title."""

import pytest

from generator.checks.rules.sammanfattning_upprepar import CHECK
from tests.checks.rules.cases import found


@pytest.mark.parametrize("summary", ["Vägen vidare", "vägen vidare.", '"Vägen – vidare!"'])
def test_the_title_again(summary: str) -> None:
    assert found(CHECK, f"sammanfattning: {summary}\n") == ["9:17 varning"]


def test_another_name_again() -> None:
    assert found(CHECK, "andra_namn: [Vägen]\nsammanfattning: Vägen\n") == ["10:17 varning"]


@pytest.mark.parametrize("more", ["sammanfattning: Vägen vidare är till för unga.\n", ""])
def test_more_than_the_title(more: str) -> None:
    assert found(CHECK, more) == []
