"""Rule 3: money and time are public only as decided."""

from __future__ import annotations

from generator.gate.decided import end, granted_in_full
from generator.gate.interface import Case, FieldRule, Reason


def _judge(case: Case, path: str) -> Reason | None:
    if path.startswith("budget.") and not granted_in_full(case):
        return Reason(RULE.name, "Beloppet är sökt men inte beviljat i sin helhet.")
    if path == "period.sista_intag":
        period, decided_end = case.record.period, end(case)
        if (
            period is not None
            and period.last_intake is not None
            and (decided_end is None or period.last_intake.last_day > decided_end.last_day)
        ):
            return Reason(RULE.name, "Sista intagsdag ligger utanför den tid som styrelsen har beslutat.")
    return None


RULE = FieldRule(
    name="som-beslutat",
    sentence="Belopp, år och tid visas bara så som styrelsen har beslutat, aldrig så som de är sökta.",
    judge=_judge,
)
