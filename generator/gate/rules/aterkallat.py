"""Rule 4: withdrawn consent and objection beat the terms and every earlier consent."""

from __future__ import annotations

from generator.gate.interface import BarRule, Case, Permit, Reason
from generator.gate.withdrawals import withdrawals
from generator.records.persons import Person, PersonField


def _judge(case: Case, person: Person, _field: PersonField, permit: Permit) -> Reason | None:
    for withdrawal in withdrawals(case, person, permit):
        if withdrawal.first_day <= case.day:
            text = (
                "Personen har invänt mot publicering."
                if withdrawal.objection
                else "Personen har tagit tillbaka sitt samtycke."
            )
            return Reason(RULE.name, text, withdrawal.entry)
    return None


RULE = BarRule(
    name="aterkallat",
    sentence="Återkallat samtycke och invändning går före villkor och tidigare samtycken.",
    judge=_judge,
)
