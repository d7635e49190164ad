"""A comparison as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.answers.difference.rows import GONE, KINDS, Change, Difference
from generator.words.dates import swedish_date


def as_text(difference: Difference) -> str:
    """The notes, the counts, then the rows by kind, day and insats. Ends without a line break."""
    return "\n".join([*difference.notes, *_lines(difference)])


def counted(difference: Difference) -> str:
    """`3 blir offentligt, 1 ändras, 2 försvinner jämfört med HEAD~1, 15 juni 2026`.

    After that the same of later days, where there are any.
    """
    today = f"jämfört med {difference.revision}, {swedish_date(difference.day)}"
    told = f"{_numbers(difference.changes)} {today}"
    return f"{told}. Senare: {_numbers(difference.later)}" if difference.later else told


def who(row: Change) -> str:
    """`person 2, insatsledare`; "" for what is not about a person."""
    return f"person {row.person + 1}, {row.role}" if row.person is not None else ""


def ground(row: Change) -> str:
    """The reason in words and its name: `Personen har samtyckt. [samtycke]`."""
    return f"{row.ground} {named(row)}" if row.ground is not None else named(row)


def named(row: Change) -> str:
    """The rule's name, with the terms' id or the line: `[villkor gavleborg-2024]`, `[samtycke, rad 22]`."""
    name = row.rule if row.terms is None else f"{row.rule} {row.terms}"
    return f"[{name}]" if row.ground_line is None else f"[{name}, rad {row.ground_line}]"


def _numbers(changes: Sequence[Change]) -> str:
    numbers = {kind: sum(row.kind == kind for row in changes) for kind in KINDS}
    return ", ".join(f"{number} {kind}" for kind, number in numbers.items())


def _lines(difference: Difference) -> Iterator[str]:
    if not difference.changes and not difference.later:
        yield f"Inget ändras jämfört med {difference.revision}, {swedish_date(difference.day)}."
        return
    yield counted(difference)
    for changes in (difference.changes, difference.later):
        for (number, day), rows in groupby(sorted(changes, key=_heading), _heading):
            kind = KINDS[number]
            yield ""
            yield f"{kind[:1].upper()}{kind[1:]} {day}".rstrip()
            yield from _of_kind([*rows], difference.channels)


def _heading(row: Change) -> tuple[int, str]:
    return KINDS.index(row.kind), row.day.isoformat() if row.day is not None else ""


def _of_kind(changes: Sequence[Change], channels: tuple[str, ...]) -> Iterator[str]:
    for insats, rows in groupby(changes, lambda row: row.insats):
        here, reasons = list(rows), set[str]()
        yield f"  {insats} ({here[0].file})"
        for row in here:
            place = f"rad {row.line}" if row.file == here[0].file else f"{row.file}:{row.line}"
            yield f"    {_row(row, channels, known=ground(row) in reasons)} ({place})"
            if _explained(row):
                reasons.add(ground(row))


def _row(row: Change, channels: tuple[str, ...], *, known: bool) -> str:
    own = f"forbundswebb:{row.insats.split('/')[0]}"
    possible = {name for name in channels if not name.startswith("forbundswebb:") or name == own}
    some = f"{', '.join(row.channels)}: " if set(row.channels) != possible else ""
    subject = f"{who(row)}: " if row.person is not None else ""
    why = f" {named(row) if known else ground(row)}" if _explained(row) else ""
    return f"{some}{subject}{row.text}.{why}"


def _explained(row: Change) -> bool:
    # Why a title or a section is public needs no words; why it leaves, and all about persons, does.
    return row.person is not None or row.kind == GONE
