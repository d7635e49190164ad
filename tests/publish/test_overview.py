"""What the gate withholds is in no sum, no count and on no map of the overview."""

from __future__ import annotations

import pytest

from tests.sites import Place, mentions, readable

OPEN = "publicering: {läge: publicera, från: 2025-06-20}"
SECRECY = 'sekretess:\n  - {omfattar: [%s], grund: "OSL 26 kap. 1 §"}\n'


def overview(place: Place, channel: str = "portal") -> str:
    return readable(place.build(channel).out)["oversikt/index.html"].replace("\u00a0", " ")


def test_what_is_public_is_counted(place: Place) -> None:
    told = overview(place)
    assert '<span class="nyckeltal-tal">2</span>' in told
    assert "3 600 000 kr. Beloppet är känt för 2 av 2 insatser." in told
    assert "Hudiksvall" in told
    assert "Håbo" in told


@pytest.mark.parametrize("channel", ["portal", "forbundswebb:exempelbygden"])
def test_an_insats_that_is_withheld_counts_for_nothing(place: Place, channel: str) -> None:
    place.edit(OPEN, "publicering: {läge: pausad}")
    told = overview(place, channel)
    assert '<span class="nyckeltal-tal">1</span>' in told
    assert "400 000 kr. Beloppet är känt för 1 av 1 insatser." in told
    assert mentions({"": told}, "3 200 000") == mentions({"": told}, "3 600 000") == []
    assert "Hudiksvall" not in told


@pytest.mark.parametrize(
    ("field", "gone", "stays"),
    [
        ("beslut.belopp", "3 600 000", "400 000 kr. Beloppet är känt för 1 av 2 insatser."),
        ("kommuner", "Hudiksvall", "3 600 000 kr"),
        ("målgrupper", "Unga med aktivitetsersättning", "3 600 000 kr"),
        ("metoder", "IPS", "3 600 000 kr"),
    ],
)
def test_a_secret_field_is_in_no_figure(place: Place, field: str, gone: str, stays: str) -> None:
    assert gone in overview(place)
    place.edit("sekretess:\n", SECRECY % field)
    told = overview(place)
    assert gone not in told
    assert stays in told
