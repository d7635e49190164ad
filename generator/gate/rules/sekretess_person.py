"""Rule 4: secrecy over one person, over all persons, or over one kind of their data."""

from __future__ import annotations

from generator.gate.grounds import secrecy_reason
from generator.gate.interface import BarRule, Case, Permit, Reason, place_of
from generator.gate.same_person import entries_of
from generator.records.paths import covers
from generator.records.persons import Person, PersonField


def _judge(case: Case, person: Person, field: PersonField, _permit: Permit) -> Reason | None:
    if any(entry.secrecy is not None for entry in case.record.persons):
        for entry in entries_of(person, case.record.persons):
            if entry.secrecy is not None:
                where = place_of(case, entry, "sekretess")
                return Reason(RULE.name, "Sekretess omfattar personen.", where)
    for number, secrecy in enumerate(case.record.secrecy):
        paths = [] if isinstance(secrecy.covers, str) else secrecy.covers
        # Secrecy over the role would leave data without the reason for which they are shown.
        if any(covers(path, f"personer.{field}") or path == "personer.roll" for path in paths):
            return secrecy_reason(RULE.name, "Sekretess omfattar uppgiften", number, secrecy)
    return None


RULE = BarRule(
    name="sekretess-person",
    sentence="Sekretess över en person, över alla eller över en sorts uppgift går före villkor och samtycke.",
    judge=_judge,
)
