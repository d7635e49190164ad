"""A comparison as data for programs."""

from __future__ import annotations

from datetime import date

from pydantic import JsonValue

from generator.answers.difference.rows import CHANGED, GONE, PUBLIC, Change, Difference, Kind


def as_data(difference: Difference) -> JsonValue:
    """The rows under `blir_offentligt`, `ändras` and `försvinner`, later days last; persons count from 1."""
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
    rows = (*difference.changes, *difference.later)
    return [_row(row, row.day or difference.day) for row in rows if row.kind == kind]


def _row(row: Change, day: date) -> JsonValue:
    return {
        "från_dag": day.isoformat(),
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
