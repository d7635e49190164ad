"""Rule 2: the newest decision in force must be a grant by the styrelse."""

from __future__ import annotations

from generator.gate.decided import GRANTS, grants, newest
from generator.gate.interface import Case, Reason, WholeRule


def _judge(case: Case) -> Reason | None:
    decisions = newest(case)
    if not decisions:
        return Reason(RULE.name, "Det finns inget beslut av styrelsen som gäller det här datumet.")
    if any(decision.outcome not in GRANTS for decision in decisions) or not grants(case):
        against = next((d for d in decisions if d.outcome not in GRANTS), decisions[0])
        index = next(number for number, one in enumerate(case.record.decisions) if one is against)
        return Reason(RULE.name, "Styrelsens senaste beslut beviljar inte insatsen.", ("beslut", index))
    return None


RULE = WholeRule(
    name="beslut",
    sentence="En insats är offentlig bara om styrelsens senaste beslut beviljar den, helt eller delvis.",
    judge=_judge,
)
