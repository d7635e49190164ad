"""An explanation as data for programs."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import JsonValue

from generator.answers.explain.explanation import Answer, Explanation, Row, Signed


def as_data(explained: Explanation, sentences: Mapping[str, str]) -> JsonValue:
    """`kanaler` with all fields of each, and `regler` with each rule in words."""
    return {
        "insats": explained.name,
        "fil": explained.file,
        "datum": explained.day.isoformat(),
        "villkor": _terms(explained.terms),
        "erkännande": explained.attribution,
        "kanaler": [
            {
                "kanal": whole.channel.name,
                "offentlig": whole.public,
                "borttagen_sida": whole.tombstone,
                "till": whole.until.isoformat() if whole.until is not None else None,
                "skäl": [answer_data(reason) for reason in whole.reasons],
                "uppgifter": [_row(explained, row, index) for row in explained.rows],
            }
            for index, whole in enumerate(explained.wholes)
        ],
        "regler": dict(sentences),
    }


def _terms(signed: Signed | None) -> JsonValue:
    return None if signed is None else {"id": signed.id, "namn": signed.name, "klausul": signed.clause}


def _row(explained: Explanation, row: Row, channel: int) -> JsonValue:
    person: JsonValue = None
    if row.person is not None:
        person = {"nummer": row.person + 1, "roll": explained.roles[row.person]}
    answer = row.answers[channel]
    return {"fält": row.field, "rader": list(row.lines), "person": person, **answer_data(answer)}


def answer_data(answer: Answer) -> dict[str, JsonValue]:
    """One verdict on one channel."""
    return {
        "offentlig": answer.public,
        "till": answer.until.isoformat() if answer.until is not None else None,
        "regel": answer.rule,
        "skäl": answer.text,
        "villkor": answer.terms,
        "klausul": answer.clause,
        "grundens_rad": answer.line,
    }
