"""Rule 2: the newest decision in force must be a grant by the styrelse."""

from typing import Any

import pytest

from tests import private_values as v

BOARD = {"instans": "styrelsen"}


def decision(outcome: str, day: str, body: str = "styrelsen", **more: Any) -> dict[str, Any]:
    return {"utfall": outcome, "datum": day, "instans": body, **more}


GRANT = decision("beviljad", "2025-06-12")
PARTLY = decision("delvis beviljad", "2025-06-12")

CASES = {
    "a grant": ([GRANT], True),
    "a partial grant": ([PARTLY], True),
    "no decision": ([], False),
    "refused": ([decision("avslag", "2025-06-12")], False),
    "tabled": ([decision("bordlagd", "2025-06-12")], False),
    "revoked, never granted": ([decision("återkallad", "2025-06-12")], False),
    "refused after a grant": ([GRANT, decision("avslag", "2025-06-13")], False),
    "tabled after a grant": ([GRANT, decision("bordlagd", "2025-06-13")], False),
    "revoked after a grant": ([GRANT, decision("återkallad", "2025-06-13")], False),
    "granted after a refusal": ([decision("avslag", "2025-06-11"), GRANT], True),
    "granted after tabled": ([decision("bordlagd", "2025-06-11"), GRANT], True),
    "granted after revoked": ([decision("återkallad", "2025-06-11"), GRANT], True),
    "refused the same day": ([GRANT, decision("avslag", "2025-06-12")], False),
    "tabled the same day": ([decision("bordlagd", "2025-06-12"), GRANT], False),
    "revoked the same day": ([decision("återkallad", "2025-06-12"), GRANT], False),
    "two grants the same day": ([GRANT, PARTLY], True),
    "revoked in the future": ([GRANT, decision("återkallad", "2026-06-16")], True),
    "revoked on the build's day": ([GRANT, decision("återkallad", "2026-06-15")], False),
    "revoked some day of this month": ([GRANT, decision("återkallad", "2026-06")], False),
    "revoked next month": ([GRANT, decision("återkallad", "2026-07")], True),
    "beredningsgruppen alone": ([decision("beviljad", "2025-06-12", "beredningsgruppen")], False),
    "arbetsutskottet alone": ([decision("beviljad", "2025-06-12", "arbetsutskottet")], False),
    "förbundschefen alone": ([decision("beviljad", "2025-06-12", "förbundschefen")], False),
    "beredningsgruppen refuses later": ([GRANT, decision("avslag", "2025-07-01", "beredningsgruppen")], True),
    "beredningsgruppen grants after a refusal": (
        [decision("avslag", "2025-06-12"), decision("beviljad", "2025-07-01", "beredningsgruppen")],
        False,
    ),
}


@pytest.mark.parametrize(("decisions", "public"), CASES.values(), ids=CASES)
def test_the_newest_decision_in_force(decisions: list[dict[str, Any]], public: bool) -> None:
    for order in (decisions, decisions[::-1]):
        outcome = v.outcome(v.case(beslut=order))
        assert v.is_public(v.case(beslut=order)) is public
        if not public:
            assert {reason.rule for reason in v.withheld(v.case(beslut=order)).reasons} == {"beslut"}, outcome


@pytest.mark.parametrize(
    ("written", "day", "public"),
    [
        ("2025-06-12", "2025-06-11", False),
        ("2025-06-12", "2025-06-12", True),
        ("2025-06-12", "2025-06-13", True),
        ("2025-06", "2025-06-29", False),
        ("2025-06", "2025-06-30", True),
        ("2025", "2025-12-30", False),
        ("2025", "2025-12-31", True),
    ],
)
def test_a_decision_counts_from_its_last_day(written: str, day: str, public: bool) -> None:
    one = v.case(beslut=[decision("beviljad", written)], publicering={"läge": "publicera"}, day=day)
    assert v.is_public(one) is public
