"""What the register holds about a person, as data for programs."""

from __future__ import annotations

from pydantic import JsonValue

from generator.answers.explain.data import answer_data
from generator.answers.person.holdings import Held, Holding, Holdings, Note
from generator.answers.person.mentions import Mention


def as_data(holdings: Holdings) -> JsonValue:
    """`personer`, those who answer to the name, apart. An empty list when nobody does."""
    return {
        "datum": holdings.day.isoformat(),
        "upphör_längst": holdings.longest,
        "personer": [_person(person) for person in holdings.persons],
        "möjligen_samma_person": [place_data(file, line) for file, line in holdings.possible],
        "regler": dict(holdings.sentences),
    }


def _person(person: Holding) -> JsonValue:
    history: JsonValue = None
    if person.history is not None:
        history = [
            {
                "fil": row.file,
                "commits": row.commits,
                "första": row.first.isoformat(),
                "sista": row.last.isoformat(),
            }
            for row in person.history
        ]
    return {
        "poster": [_held(held) for held in person.held],
        "nämnd": [_mention(one) for one in person.mentions],
        "historik": history,
        "historiken_är_hel": person.history_whole,
    }


def _held(held: Held) -> JsonValue:
    return {
        "insats": held.insats,
        "fil": held.file,
        "rad": held.line,
        "nummer": held.number,
        "roll": held.role,
        "uppgifter": [
            {
                "fält": datum.field,
                "värde": datum.value,
                "rad": datum.line,
                "kanaler": [
                    {"kanal": channel.name, **answer_data(answer)}
                    for channel, answer in zip(held.channels, datum.answers, strict=True)
                ],
            }
            for datum in held.data
        ],
        "samtycken": [[_note(note) for note in consent] for consent in held.consents],
        "övrigt": [_note(note) for note in held.notes],
    }


def _mention(one: Mention) -> JsonValue:
    """`offentlig_i` is null for what is no field of a record."""
    channels: JsonValue = None if one.channels is None else [channel.name for channel in one.channels]
    return {**mention_data(one), "offentlig_i": channels}


def mention_data(one: Mention) -> dict[str, JsonValue]:
    """Place and field, never the text."""
    return {"fil": one.file, "rad": one.line, "fält": one.field, "säkert": one.sure}


def place_data(file: str, line: int) -> dict[str, JsonValue]:
    """A line of a file."""
    return {"fil": file, "rad": line}


def _note(note: Note) -> JsonValue:
    return {"nyckel": note.key, "värde": note.value, "rad": note.line}
