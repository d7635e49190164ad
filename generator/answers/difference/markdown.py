"""A comparison as Markdown, for a comment on a proposed change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.answers.difference.rows import KINDS, PUBLIC, Change, Difference
from generator.answers.difference.text import counted, ground
from generator.words.dates import swedish_date

_MOST = 60_000  # characters; the usual forges refuse a comment of 65,536
_ROOM = 400  # for the line that says how much was left out, and the last one
# Also what a forge turns into a link of its own accord, or into a formula.
_MARKUP = re.compile(r"[\\|`*_<>@\[\]&#~!$]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_TITLE = "## Vad som syns efter ändringen"
_HEAD = ("Insats", "Vad", "Kanal", "Varför", "Sista dag", "Rad")
_DAYS = (
    "Jämförelsen gäller den dagen. Det som ändringen gör av sig själv en senare dag står under rubrikerna "
    "med *senare*. Det som sker också utan ändringen är inte med."
)
_UNREADABLE = (
    "Det går inte att säga, för inställningarna går inte att läsa. "
    "`insats check` visar felen. Inget publiceras förrän de är rättade."
)


def as_markdown(difference: Difference) -> str:
    """A heading, the notes, and a table for each kind of change; at most 60,000 characters."""
    # The revision and the notes come from outside: a whole page of them must not crowd out the answer.
    intro = [*_told(difference), *(_cut(note) for note in difference.notes[:10])]
    if len(difference.notes) > 10:
        intro.append(f"{len(difference.notes) - 10} anmärkningar till får inte plats här.")
    text = "\n\n".join([_TITLE, *intro])
    rows = (*difference.changes, *difference.later)
    return f"{text}{_tables(rows, _MOST - _ROOM - len(text))}\n\n{_DAYS}"


def no_markdown() -> str:
    """What stands in the place of a comparison that could not be made."""
    return f"{_TITLE}\n\n{_UNREADABLE}"


def _told(difference: Difference) -> Iterator[str]:
    if not difference.changes and not difference.later:
        yield _cut(f"Inget ändras jämfört med {difference.revision}, {swedish_date(difference.day)}.")
        return
    yield f"{_cut(counted(difference))}."
    told = [*_persons(difference.changes, ""), *_persons(difference.later, " senare")]
    if told:
        yield f"{' '.join(told)} Läs skälen en gång till."


def _persons(changes: Iterable[Change], when: str) -> Iterator[str]:
    data = sum(row.kind == PUBLIC and row.person is not None for row in changes)
    if data:
        which = "1 uppgift om en person" if data == 1 else f"{data} uppgifter om personer"
        yield f"**{which} blir {'offentlig' if data == 1 else 'offentliga'}{when}.**"


def _tables(changes: Iterable[Change], room: int) -> str:
    rows = sorted(changes, key=_section)
    parts: list[str] = []
    section = None
    for number, row in enumerate(rows):
        part = "\n" + _line(_cells(row))
        if _section(row) != section:
            section = later, _ = _section(row)
            head = ("Dag", *_HEAD) if later else _HEAD
            title = f"Detta {row.kind}{' senare' if later else ''}"
            part = f"\n\n### {title}\n\n{_line(head)}\n{_line(('---',) * len(head))}{part}"
        room -= len(part)
        if room < 0:
            left = len(rows) - number
            told = "rad" if left == 1 else "rader"
            return f"{''.join(parts)}\n\n{left} {told} får inte plats här. `insats diff` visar alla."
        parts.append(part)
    return "".join(parts)


def _section(row: Change) -> tuple[bool, int]:
    return row.day is not None, KINDS.index(row.kind)


def _cells(row: Change) -> Iterator[str]:
    own = f"forbundswebb:{row.insats.split('/')[0]}"
    if row.day is not None:
        yield row.day.isoformat()
    yield _escaped(row.insats)
    yield _escaped(row.text if row.person is None else f"Person {row.person + 1}, {row.role}: {row.text}")
    # An insats can stand on one förbund's web alone, which then needs no name.
    yield _escaped(", ".join("förbundswebb" if name == own else name for name in row.channels))
    yield _escaped(ground(row))
    yield row.until.isoformat() if row.until is not None else ""
    yield str(row.line) if row.file.endswith(f"/{row.insats}.yml") else _escaped(f"{row.file}:{row.line}")


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cut(text: str) -> str:
    return _escaped(text)[:2_000]


def _escaped(text: str) -> str:
    """One line in which nothing is markup, a mention or the number of an issue."""
    return _MARKUP.sub(_entity, " ".join(text.split()))


def _entity(found: re.Match[str]) -> str:
    # A forge looks for @name and #12 in what the reader sees, so a space without width comes between.
    return f"&#{ord(found[0])};" + ("&#8203;" if found[0] in "@#" else "")
