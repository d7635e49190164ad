"""An explanation as text: in full for one channel, as a table for several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import fill

from generator.answers.explain.explanation import Answer, Explanation, Row, Whole
from generator.answers.labels import label
from generator.words.dates import swedish_date
from generator.words.swedish import listed

_WIDTH = 100


def as_text(explained: Explanation, sentences: Mapping[str, str]) -> str:
    """Readable without knowing the program. `sentences` says each rule in words."""
    one = len(explained.wholes) == 1
    parts = [*_head(explained), "", *(_in_full(explained) if one else _table(explained))]
    return "\n".join([*parts, *_legend(explained, sentences)])


def _head(explained: Explanation) -> Iterator[str]:
    channels = explained.wholes
    where = f" på {channels[0].channel.name}" if len(channels) == 1 else ""
    yield f"{explained.name}{where}, {swedish_date(explained.day)}"
    yield explained.file
    for whole in channels:
        before = "" if len(channels) == 1 else f"{whole.channel.name}: "
        yield fill(before + _whole(whole), _WIDTH, subsequent_indent="  ")
    if explained.attribution is not None and any(whole.public for whole in channels):
        yield fill(f"Följer alltid med: {explained.attribution}", _WIDTH, subsequent_indent="  ")


def _whole(whole: Whole) -> str:
    if whole.public:
        until = f" till och med {swedish_date(whole.until)}" if whole.until is not None else ""
        return f"Insatsen är offentlig{until}."
    reasons = " ".join(f"{reason.text} {_ground(reason)}" for reason in whole.reasons)
    grave = " En namnlös sida står på adressen." if whole.tombstone else ""
    return f"Insatsen är inte offentlig. {reasons}{grave}"


def _in_full(explained: Explanation) -> Iterator[str]:
    things = [row for row in explained.rows if row.person is None]
    for title, public in (("Offentligt", True), ("Inte offentligt", False)):
        rows = [row for row in things if row.answers[0].public is public]
        if rows:
            yield title
            yield from _by_reason(rows)
            yield ""
    for person, rows in _persons(explained):
        yield person
        width = max(len(row.field) for row in rows)
        for row in rows:
            answer = row.answers[0]
            word = "offentlig" if answer.public else "inte offentlig"
            line = f"  {row.field.removeprefix('personer.'):<{width - 9}}  {word}{_until(answer)}. "
            yield fill(f"{line}{answer.text} {_ground(answer)}", _WIDTH, subsequent_indent=" " * 6)
        yield ""


def _by_reason(rows: Sequence[Row]) -> Iterator[str]:
    reasons = dict.fromkeys(row.answers[0] for row in rows)
    for reason in reasons:
        yield fill(f"{reason.text} {_ground(reason)}", _WIDTH, initial_indent="  ", subsequent_indent="  ")
        for row in rows:
            if row.answers[0] == reason:
                yield f"    {label(row.field)} ({_lines(row.lines)})"


def _table(explained: Explanation) -> Iterator[str]:
    rows = [("", [whole.channel.name for whole in explained.wholes])]
    things = [row for row in explained.rows if row.person is None]
    rows += [(label(row.field), [_cell(answer) for answer in row.answers]) for row in things]
    for person, own in _persons(explained):
        rows.append((person, []))
        rows += [
            (f"  {row.field.removeprefix('personer.')}", [_cell(answer) for answer in row.answers])
            for row in own
        ]
    first = max(len(name) for name, _ in rows)
    columns = zip(*(cells for _, cells in rows if cells), strict=True)
    widths = [max(map(len, column)) for column in columns]
    for name, cells in rows:
        shown = (f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=False))
        yield "  ".join([f"{name:<{first}}", *shown]).rstrip()
    yield ""


def _persons(explained: Explanation) -> Iterator[tuple[str, list[Row]]]:
    for index, role in enumerate(explained.roles):
        rows = [row for row in explained.rows if row.person == index]
        if rows:
            place = min(line for row in rows for line in row.lines)
            yield f"Person {index + 1}, {role} (rad {place})", rows


def _cell(answer: Answer) -> str:
    if not answer.public:
        return f"nej [{answer.rule}]"
    return f"ja, till {answer.until}" if answer.until is not None else "ja"


def _until(answer: Answer) -> str:
    return f" till och med {swedish_date(answer.until)}" if answer.until is not None else ""


def _ground(answer: Answer) -> str:
    parts = [answer.rule if answer.terms is None else f"{answer.rule} {answer.terms}"]
    if answer.line is not None:
        parts.append(f"rad {answer.line}")
    return f"[{', '.join(parts)}]"


def _lines(lines: Sequence[int]) -> str:
    shown = [str(line) for line in lines[:3]]
    if len(lines) > 3:
        return f"rad {', '.join(shown)} …"
    return f"rad {listed(shown)}"


def _legend(explained: Explanation, sentences: Mapping[str, str]) -> Iterator[str]:
    answers = [answer for row in explained.rows for answer in row.answers]
    answers += [reason for whole in explained.wholes for reason in whole.reasons]
    clauses = {answer.terms: answer.clause for answer in answers if answer.clause is not None}
    for terms, clause in sorted(clauses.items(), key=str):
        yield f"Klausulen i villkoren {terms}:"
        yield fill(f"”{' '.join(clause.split())}”", _WIDTH, initial_indent="  ", subsequent_indent="  ")
        yield ""
    yield "Reglerna"
    yield from _sentences((answer.rule for answer in answers), sentences)


def _sentences(rules: Iterable[str], sentences: Mapping[str, str]) -> Iterator[str]:
    for rule in sorted(set(rules)):
        yield fill(f"[{rule}] {sentences[rule]}", _WIDTH, initial_indent="  ", subsequent_indent="    ")
