"""A no in one record against every channel that another record is shown on."""

from __future__ import annotations

from datetime import date

import pytest

from generator.publish.preparing import check_all
from generator.words.channels import PORTAL
from tests.sites import DAY, Place

OTHER = "exempelbygden/vagen-framat"
NO = "personer: [{namn: Tova Lindeby, roll: kontaktperson, invändning: 2026-01-02}]\n"


@pytest.fixture
def shared(place: Place) -> Place:
    """Somebody who has said no in a record, and whom the terms of another open on the förbund's own web."""
    place.edit("    återkallat: 2026-03-01               # or invändning: a date\n", "")
    place.edit(
        "      - {gäller: [namn, e-post], kanaler: [portal], från: 2025-06-20, till: 2026-12-31, "
        'källa: "mejl 2025-06-18"}\n',
        "",
    )
    place.edit("    samtycke:\n", "")
    with place.record(OTHER).open("a", encoding="utf-8") as file:
        file.write(NO)
    return place


def found(place: Place) -> list[str]:
    prepared = check_all(place.content, place.config, PORTAL, date.fromisoformat(DAY))
    return [str(one) for one in prepared.findings if one.rule == "nej-i-annan-post"]


def test_it_is_told_whatever_channel_is_asked_about(shared: Place) -> None:
    (told,) = found(shared)
    assert "vagen-vidare.yml" in told
    assert f"{OTHER}.yml" in told
    assert "Lindeby" not in told


def test_nobody_is_told_of_who_is_shown_nowhere(shared: Place) -> None:
    shared.edit("läge: publicera, från: 2025-06-20", "läge: pausad")
    assert found(shared) == []


def test_one_who_stands_alone_is_not_looked_for(shared: Place) -> None:
    shared.edit("namn: Tova Lindeby", "namn: Elsa Falk", OTHER)
    assert found(shared) == []
