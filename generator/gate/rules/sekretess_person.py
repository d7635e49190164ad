"""Rule 4: secrecy over persons, or over one kind of their data."""

from __future__ import annotations

from generator.gate.interface import BarRule, Case, Permit, Reason
from generator.records.paths import covers
from generator.records.persons import Person, PersonField


def _judge(case: Case, _person: Person, field: PersonField, _permit: Permit) -> Reason | None:
    for secrecy in case.record.secrecy:
        paths = [] if isinstance(secrecy.covers, str) else secrecy.covers
        # Secrecy over the role would leave data without the reason for which they are shown.
        if any(covers(path, f"personer.{field}") or path == "personer.roll" for path in paths):
            return Reason(RULE.name, f"Sekretess omfattar uppgiften ({secrecy.ground}).")
    return None


RULE = BarRule(
    name="sekretess-person",
    sentence="Sekretess över personer eller en sorts uppgift går före villkor och samtycke.",
    judge=_judge,
)
