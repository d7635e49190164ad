"""Everything that the register holds about a person, and where it is published (GDPR article 15).

The only answer that prints values of persons: it is given to the person whose they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.answers.explain.explanation import Answer, Explanation
from generator.answers.person.mentions import Mention
from generator.answers.person.remembered import Summed
from generator.answers.person.who import Entry
from generator.records.ends import End
from generator.records.paths import Path, written
from generator.records.persons import FIELDS, datum
from generator.words.channels import Channel


@dataclass(frozen=True)
class Datum:
    """One value, and what becomes of it on each channel of the record."""

    field: str
    value: str
    line: int
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Note:
    """What is written about the publication and never published itself: `key` → `value`."""

    key: str
    value: str
    line: int


@dataclass(frozen=True)
class Held:
    """One entry. `consents` has the keys of each consent, `notes` withdrawal, objection and secrecy."""

    file: str
    insats: str
    line: int
    number: int
    role: str
    channels: tuple[Channel, ...]
    data: tuple[Datum, ...]
    consents: tuple[tuple[Note, ...], ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Holding:
    """One person. `history` is None where there is no git; `history_whole` False in a shallow clone."""

    held: tuple[Held, ...]
    mentions: tuple[Mention, ...]
    history: tuple[Summed, ...] | None
    history_whole: bool


@dataclass(frozen=True)
class Holdings:
    """Those who answer to the name, apart, and (file, line) of what may be about one of them.

    `longest` says how long contact data are shown when nothing else is said; `sentences` each rule in words.
    """

    day: date
    longest: str
    persons: tuple[Holding, ...]
    possible: tuple[tuple[str, int], ...]
    sentences: Mapping[str, str]


def held(entry: Entry, explanation: Explanation) -> Held:
    """One entry, as the gate judges it on the channels of the explanation."""
    person, located = entry.person, entry.located
    answers = {row.field: row.answers for row in explanation.rows if row.person == entry.index}
    values = [(field, value) for field in FIELDS if (value := datum(person, field)) is not None]
    own: Path = ("personer", entry.index)
    notes = [
        (key, str(value))
        for key, value in (
            ("återkallat", person.withdrawn),
            ("invändning", person.objection),
            ("sekretess", person.secrecy),
        )
        if value is not None
    ]
    return Held(
        file=located.file,
        insats=located.value.name,
        line=entry.line,
        number=entry.index + 1,
        role=person.role,
        channels=tuple(whole.channel for whole in explanation.wholes),
        data=tuple(
            Datum(field, value, located.at(*own, field).line, answers[f"personer.{field}"])
            for field, value in (("roll", person.role), *values)
        ),
        consents=tuple(_consent(entry, number) for number in range(len(person.consents))),
        notes=tuple(Note(key, value, located.at(*own, key).line) for key, value in notes),
    )


def _consent(entry: Entry, number: int) -> tuple[Note, ...]:
    """Its keys in the schema's order; lists on one line."""
    own: Path = ("personer", entry.index, "samtycke", number)
    found: dict[str, list[str]] = {}
    for path, value in written(entry.person.consents[number]):
        text = value.text if isinstance(value, End) else str(value)
        found.setdefault(str(path[0]), []).append(text)
    return tuple(
        Note(key, ", ".join(values), entry.located.at(*own, key).line) for key, values in found.items()
    )
