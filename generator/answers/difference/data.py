"""A comparison as data for programs."""

from __future__ import annotations

from pydantic import JsonValue

from generator.answers.difference.rows import CHANGED, GONE, PUBLIC, Change, Difference, Kind


def as_data(difference: Difference) -> JsonValue:
    """The rows under `blir_offentligt`, `ändras` and `försvinner`; persons count from 1."""
    return {
        "revision": difference.revision,
        "datum": difference.day.isoformat(),
        "kanaler": list(difference.channels),
        "noter": list(difference.notes),
        "blir_offentligt": _rows(difference, PUBLIC),
        "ändras": _rows(difference, CHANGED),
        "försvinner": _rows(difference, GONE),
    }


def _rows(difference: Difference, kind: Kind) -> list[JsonValue]:
    return [_row(row) for row in difference.changes if row.kind == kind]


def _row(row: Change) -> JsonValue:
    return {
        "kanaler": list(row.channels),
        "insats": row.insats,
        "fält": row.field,
        "person": {"nummer": row.person + 1, "roll": row.role} if row.person is not None else None,
        "vad": row.text,
        "regel": row.rule,
        "grund": row.ground,
        "villkor": row.terms,
        "klausul": row.clause,
        "grundens_rad": row.ground_line,
        "till": row.until.isoformat() if row.until is not None else None,
        "fil": row.file,
        "rad": row.line,
    }
