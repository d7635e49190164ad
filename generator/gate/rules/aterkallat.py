"""Rule 4: withdrawn consent and objection beat the terms and every earlier consent."""

from __future__ import annotations

from generator.gate.interface import BarRule, Case, Permit, Reason, place_of
from generator.gate.same_person import entries_of
from generator.records.persons import Person, PersonField


def _judge(case: Case, person: Person, _field: PersonField, permit: Permit) -> Reason | None:
    if all(entry.withdrawn is None and entry.objection is None for entry in case.record.persons):
        return None
    for entry in entries_of(person, case.record.persons):
        for when, key, text in (
            (entry.withdrawn, "återkallat", "Personen har tagit tillbaka sitt samtycke."),
            (entry.objection, "invändning", "Personen har invänt mot publicering."),
        ):
            # A consent given after that day is a new one and stands.
            if (
                when is not None
                and when.first_day <= case.day
                and (permit.given is None or permit.given <= when.last_day)
            ):
                return Reason(RULE.name, text, place_of(case, entry, key))
    return None


RULE = BarRule(
    name="aterkallat",
    sentence="Återkallat samtycke och invändning går före villkor och tidigare samtycken.",
    judge=_judge,
)
