"""Rules 5 and 6: a permit holds from its first day to its last, with nobody editing a record."""

from __future__ import annotations

from generator.gate.interface import BarRule, Case, Permit, Reason
from generator.records.persons import Person, PersonField
from generator.words.dates import swedish_date


def _judge(case: Case, _person: Person, _field: PersonField, permit: Permit) -> Reason | None:
    if permit.given is not None and case.day < permit.given:
        return Reason(
            RULE.name, f"Samtycket börjar gälla först den {swedish_date(permit.given)}.", permit.entry
        )
    if not permit.end_known:
        return Reason(RULE.name, "Det går inte att veta när rätten att publicera slutar.", permit.entry)
    if permit.until is not None and case.day > permit.until:
        return Reason(
            RULE.name, f"Rätten att publicera slutade den {swedish_date(permit.until)}.", permit.entry
        )
    return None


RULE = BarRule(
    name="i-tid",
    sentence="Rätten att visa en personuppgift börjar och slutar av sig själv på sina dagar.",
    judge=_judge,
)
