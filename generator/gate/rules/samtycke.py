"""Rule 5: the person's own consent opens a datum, in the channels and the time it names."""

from __future__ import annotations

from collections.abc import Iterator

from generator.gate.ends import consent_ends
from generator.gate.interface import Case, GroundRule, Permit, place_of
from generator.records.persons import CHANNELS, Person, PersonField


def _permits(case: Case, person: Person, field: PersonField) -> Iterator[Permit]:
    for number, consent in enumerate(person.consents):
        channels = {CHANNELS[name] for name in consent.channels}
        if field not in consent.fields or case.channel.kind not in channels:
            continue
        until, known = consent_ends(case, field, consent.end)
        yield Permit(
            RULE.name,
            "Personen har samtyckt.",
            given=consent.start.first_day if consent.start is not None else None,
            until=until,
            end_known=known,
            entry=place_of(case, person, "samtycke", number),
        )


RULE = GroundRule(
    name="samtycke",
    sentence="Personens eget samtycke öppnar de uppgifter, kanaler och den tid som det nämner.",
    permits=_permits,
)
