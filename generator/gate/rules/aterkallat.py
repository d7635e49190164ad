"""Rule 4: withdrawn consent and objection beat the terms and every earlier consent."""

from __future__ import annotations

from generator.gate.interface import BarRule, Case, Permit, Reason
from generator.records.record import Person, PersonField
from generator.words.swedish import fold


def _judge(case: Case, person: Person, _field: PersonField, permit: Permit) -> Reason | None:
    for entry in case.record.persons:
        if entry is not person and not _same_person(entry, person):
            continue
        for when, text in (
            (entry.withdrawn, "Personen har tagit tillbaka sitt samtycke."),
            (entry.objection, "Personen har invänt mot publicering."),
        ):
            # A consent given after that day is a new one and stands.
            if (
                when is not None
                and when.first_day <= case.day
                and (permit.given is None or permit.given <= when.last_day)
            ):
                return Reason(RULE.name, text)
    return None


def _same_person(one: Person, other: Person) -> bool:
    """Somebody with two roles stands twice in the record, and withdraws once."""
    return any(
        a is not None and b is not None and fold(a) == fold(b)
        for a, b in ((one.name, other.name), (one.email, other.email), (one.phone, other.phone))
    )


RULE = BarRule(
    name="aterkallat",
    sentence="Återkallat samtycke och invändning går före villkor och tidigare samtycken.",
    judge=_judge,
)
