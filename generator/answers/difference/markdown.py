"""A comparison as Markdown, for a comment on a proposed change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.answers.difference.rows import Change, Difference
from generator.answers.difference.text import counted, ground
from generator.words.dates import swedish_date

_MOST = 60_000  # characters; the usual forges refuse a comment of 65,536
_ROOM = 200  # for the line that says how much was left out
# Also what a forge turns into a link of its own accord, or into a formula.
_MARKUP = re.compile(r"[\\|`*_<>@\[\]&#~!$]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_HEAD = ("Kanal", "Insats", "Vad", "Person", "Grund", "Till", "Var")


def as_markdown(difference: Difference) -> str:
    """A heading, the notes, and a table with one row for each change; at most 60,000 characters."""
    if not difference.changes:
        told = f"Inget ändras jämfört med {difference.revision}, {swedish_date(difference.day)}."
    else:
        told = f"{counted(difference)}."
    # The revision and the notes come from outside: a whole page of them must not crowd out the answer.
    intro = [_escaped(text)[:2_000] for text in (told, *difference.notes[:10])]
    if len(difference.notes) > 10:
        intro.append(f"{len(difference.notes) - 10} anmärkningar till får inte plats här.")
    parts = "\n\n".join(["## Vad som syns efter ändringen", *intro])
    if difference.changes:
        parts += f"\n\n{_line(_HEAD)}\n{_line(('---',) * len(_HEAD))}"
    return parts + _table(difference, _MOST - _ROOM - len(parts))


def _table(difference: Difference, room: int) -> str:
    kept: list[str] = []
    for row in difference.changes:
        line = "\n" + _line(_cells(row))
        if len(line) > room:
            left = len(difference.changes) - len(kept)
            rows = "rad" if left == 1 else "rader"
            return f"{''.join(kept)}\n\n{left} {rows} får inte plats här. `insats diff` visar alla."
        room -= len(line)
        kept.append(line)
    return "".join(kept)


def _cells(row: Change) -> Iterator[str]:
    yield _escaped(", ".join(row.channels))
    yield _escaped(row.insats)
    yield f"**{row.kind}:** {_escaped(row.text)}"
    yield _escaped(f"{row.person + 1}, {row.role}") if row.person is not None else ""
    yield _escaped(ground(row))
    yield row.until.isoformat() if row.until is not None else ""
    yield _escaped(f"{row.file}:{row.line}")


def _line(cells: tuple[str, ...] | Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    """One line in which nothing is markup, a mention or the number of an issue."""
    return _MARKUP.sub(_entity, " ".join(text.split()))


def _entity(found: re.Match[str]) -> str:
    # A forge looks for @name and #12 in what the reader sees, so a space without width comes between.
    return f"&#{ord(found[0])};" + ("&#8203;" if found[0] in "@#" else "")
