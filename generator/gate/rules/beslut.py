"""Rule 2: the newest decision in force must be a grant by the styrelse."""

from __future__ import annotations

from generator.gate.decided import GRANTS, newest
from generator.gate.interface import Case, Reason, WholeRule


def _judge(case: Case) -> Reason | None:
    decisions = newest(case)
    if not decisions:
        return Reason(RULE.name, "Det finns inget beslut av styrelsen som gäller det här datumet.")
    against = next((decision for decision in decisions if decision.outcome not in GRANTS), None)
    if against is None:
        return None
    index = next(number for number, one in enumerate(case.record.decisions) if one is against)
    return Reason(RULE.name, "Styrelsens senaste beslut beviljar inte insatsen.", ("beslut", index))


RULE = WholeRule(
    name="beslut",
    sentence="En insats är offentlig bara om styrelsens senaste beslut beviljar den, helt eller delvis.",
    judge=_judge,
)
