"""An id that another insats has had."""

from __future__ import annotations

import pytest

from generator.checks.interface import Register
from generator.checks.rules.ateranvant_id import CHECK
from tests import private_values as v
from tests.checks.rules.past import now, version, with_past

NAME = ("namn: Vägen vidare", "namn: Något annat")
DAY = ("datum: 2025-06-12", "datum: 2025-06-13")
PAUSED = ("läge: publicera", "läge: pausad")


@pytest.mark.parametrize(
    ("was", "more", "places"),
    [
        ((NAME, DAY), "", ["1:5 varning"]),
        ((NAME,), "", []),
        ((DAY,), "", []),
        ((NAME, DAY), "andra_namn: [något annat]\n", []),
        ((NAME, DAY, PAUSED), "", []),
    ],
)
@pytest.mark.parametrize("gone", [False, True])
def test_versions(was: tuple[tuple[str, str], ...], more: str, places: list[str], *, gone: bool) -> None:
    former = version(*was, address="exempelbygden/en-gammal", gone=gone)
    one = now(more=more)
    assert v.places(CHECK.check(one, Register((one,), with_past(former)))) == places


def test_the_same_case_number_is_the_same_insats() -> None:
    former = version(NAME, (DAY[0], f"{DAY[1]}"), ("inriktning", "diarienummer: 2025/17\ninriktning"))
    one = now(more="diarienummer: 2025/17\n")
    assert list(CHECK.check(one, Register((one,), with_past(former)))) == []
