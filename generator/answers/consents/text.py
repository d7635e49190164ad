"""Consents and clauses as text, CSV and JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from pydantic import JsonValue

from generator.answers.consents.grounds import Ground
from generator.words.dates import swedish_date
from generator.words.swedish import listed

_COLUMNS = (
    "insats", "person", "roll", "uppgifter", "kanaler", "grund", "från", "till", "tillstånd", "skäl",
    "dagar_kvar", "åtgärd", "fil", "rad",
)  # fmt: skip
# A spreadsheet takes what begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_text(found: Sequence[Ground], day: date) -> str:
    """What needs action first, under a heading for each state. Ends without a line break."""
    return "\n".join(_lines(found, day))


def as_csv(found: Sequence[Ground]) -> str:
    """A table with a head; dates as 2026-12-31, lists parted by `, `.

    As Excel in Swedish reads it: parted by semicolons, for the comma is a decimal's, and with the mark
    without which å becomes Ã¥.
    """
    table = io.StringIO(newline="")
    table.write("\ufeff")
    writer = csv.writer(table, delimiter=";", lineterminator="\n")
    writer.writerow(_COLUMNS)
    for one in found:
        writer.writerow([_harmless(_cell(value)) for value in _values(one).values()])
    return table.getvalue()


def as_data(found: Sequence[Ground], day: date) -> JsonValue:
    """`grunder`, each with the columns of the table as keys."""
    return {"datum": day.isoformat(), "grunder": [_values(one) for one in found]}


def _lines(found: Sequence[Ground], day: date) -> Iterator[str]:
    if not found:
        yield f"Inget samtycke och inget villkor att visa den {swedish_date(day)}."
        return
    by_state = [(state.value, list(rows)) for state, rows in groupby(found, lambda one: one.state)]
    counts = ", ".join(f"{state} {len(rows)}" for state, rows in by_state)
    yield f"Samtycken och villkor den {swedish_date(day)}: {counts}."
    for state, rows in by_state:
        yield ""
        yield state.capitalize()
        for one in rows:
            yield f"  {one.insats}, person {one.person + 1} ({one.role}): {listed(one.fields)}"
            yield f"    {_where(one)}"
            if one.advice:
                yield f"    {one.advice}"
            yield f"    {one.file}:{one.line}"


def _where(one: Ground) -> str:
    start = f" från {swedish_date(one.start)}" if one.start is not None else ""
    return f"{listed(one.channels)}{start}{_until(one)}. {one.reason} [{one.ground}]"


def _until(one: Ground) -> str:
    """The last day of what has not ended; of what is withdrawn or over it would seem to promise."""
    if one.until is None or one.days_left is None:
        return ""
    days = (
        f"{one.days_left} {'dag' if one.days_left == 1 else 'dagar'} kvar" if one.days_left else "sista dagen"
    )
    return f" till och med {swedish_date(one.until)} ({days})"


def _values(one: Ground) -> dict[str, JsonValue]:
    values: tuple[JsonValue, ...] = (
        one.insats,
        one.person + 1,
        one.role,
        list(one.fields),
        list(one.channels),
        one.ground,
        one.start.isoformat() if one.start is not None else None,
        one.until.isoformat() if one.until is not None else None,
        one.state.value,
        one.reason,
        one.days_left,
        one.advice or None,
        one.file,
        one.line,
    )
    return dict(zip(_COLUMNS, values, strict=True))


def _cell(value: JsonValue) -> str:
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    return "" if value is None else str(value)


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
