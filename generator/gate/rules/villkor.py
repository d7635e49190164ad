"""Rule 5: the terms that the parties signed open data of persons in certain roles."""

from __future__ import annotations

from collections.abc import Iterator

from generator.gate.ends import clause_ends
from generator.gate.interface import Case, GroundRule, Permit
from generator.records.persons import CHANNELS, Person, PersonField


def _permits(case: Case, person: Person, field: PersonField) -> Iterator[Permit]:
    if case.terms is None:
        return
    quote = case.terms.source.quote if case.terms.source is not None else None
    for clause in case.terms.personal_data:
        channels = {CHANNELS[name] for name in clause.channels}
        if person.role in clause.roles and field in clause.fields and case.channel.kind in channels:
            until, known = clause_ends(case, field, clause.longest)
            yield Permit(
                RULE.name,
                f"Villkoren {case.terms.name} öppnar uppgiften för rollen {person.role}.",
                given=None,
                until=until,
                end_known=known,
                terms=case.terms.id,
                clause=quote,
            )


RULE = GroundRule(
    name="villkor",
    sentence="Villkoren som parterna skrev under kan öppna vissa uppgifter för vissa roller i vissa kanaler.",
    permits=_permits,
)
