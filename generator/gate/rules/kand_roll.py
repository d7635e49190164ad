"""Rule 1: an unknown role publishes nothing, whatever else speaks for it."""

from __future__ import annotations

from generator.gate.interface import BarRule, Case, Permit, Reason
from generator.records.persons import Person, PersonField


def _judge(case: Case, person: Person, _field: PersonField, _permit: Permit) -> Reason | None:
    if person.role not in case.settings.roles:
        return Reason(RULE.name, "Rollen finns inte i ordlistan. Därför visas inget om personen.")
    return None


RULE = BarRule(
    name="kand-roll",
    sentence="En person i en roll som registret inte känner syns inte.",
    judge=_judge,
)
