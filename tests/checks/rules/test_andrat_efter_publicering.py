"""What may not change once it was public, against what HEAD has."""

from __future__ import annotations

import pytest

from generator.checks.interface import Register
from generator.checks.rules.andrat_efter_publicering import CHECK
from tests import private_values as v
from tests.checks.rules.past import now, version, with_past

TERMS = ("villkor: exempelbygden-2024", "villkor: exempelbygden-2018")
FORBUND = ("förbund: exempelbygden", "förbund: grannbygden")
EXAMPLE = ("inriktning: ", "exempel: true\ninriktning: ")
LATER = "  - {utfall: återkallad, datum: 2026-01-01, instans: styrelsen}\npublicering"


@pytest.mark.parametrize(
    ("was", "places"),
    [
        (TERMS, ["4:10 varning"]),
        (("datum: 2025-06-12", "datum: 2025-06-11"), ["7:3 varning"]),
        (("utfall: beviljad", "utfall: delvis beviljad"), ["7:3 varning"]),
        (("instans: styrelsen", "belopp: 1, instans: styrelsen"), ["7:3 varning"]),
        (("publicering", LATER), ["7:3 varning"]),
        (("avser: {start: 2025-09", "paragraf: § 3, avser: {start: 2025-10"), []),
        (("namn: Vägen", "namn: Stigen"), []),
        (EXAMPLE, ["1:1 varning"]),
    ],
)
def test_versions(was: tuple[str, str], places: list[str]) -> None:
    one = now()
    assert v.places(CHECK.check(one, Register((one,), with_past(version(was, committed=True))))) == places
    assert list(CHECK.check(one, Register((one,), with_past(version(was))))) == []
    paused = version(was, ("läge: publicera", "läge: pausad"), committed=True)
    assert list(CHECK.check(one, Register((one,), with_past(paused)))) == []


def test_a_decision_may_be_added() -> None:
    one = now(("publicering", LATER))
    assert list(CHECK.check(one, Register((one,), with_past(version(committed=True))))) == []


@pytest.mark.parametrize(
    ("successors", "places"),
    [
        ({}, ["3:10 varning"]),
        ({"grannbygden": "grannbygden"}, ["3:10 varning"]),
        ({"grannbygden": "exempelbygden"}, []),
    ],
)
def test_a_forbund_changes_only_when_it_was_merged(successors: dict[str, str], places: list[str]) -> None:
    one = now()
    former = version(FORBUND, committed=True, address="grannbygden/vagen-vidare", gone=True)
    register = Register((one,), with_past(former, successors=successors))
    assert v.places(CHECK.check(one, register)) == places
