"""An explanation as text: in full for one channel, as a table for several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import fill

from generator.answers.explain.explanation import Answer, Explanation, Row, Signed, Whole
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
    if explained.terms is not None:
        signed = f"Parterna skrev under: {explained.terms.name} [{explained.terms.id}]"
        yield fill(signed, _WIDTH, subsequent_indent="  ")
    if explained.attribution is not None and any(whole.public for whole in channels):
        yield fill(f"Följer alltid med: {explained.attribution}", _WIDTH, subsequent_indent="  ")


def _whole(whole: Whole) -> str:
    if whole.public:
        until = f" till och med {swedish_date(whole.until)}" if whole.until is not None else ""
        return f"Insatsen är offentlig{until}."
    reasons = " ".join(_why(reason) for reason in whole.reasons)
    grave = " En namnlös sida står på adressen." if whole.tombstone else ""
    return f"Insatsen är inte offentlig. {reasons}{grave}"


def _in_full(explained: Explanation) -> Iterator[str]:
    things = [row for row in explained.rows if row.person is None]
    for title, public in (("Offentligt", True), ("Inte offentligt", False)):
        rows = [row for row in things if row.answers[0].public is public]
        if rows:
            yield title
            for answer, alike in _by_answer(rows):
                yield fill(_why(answer), _WIDTH, initial_indent="  ", subsequent_indent="  ")
                yield from (f"    {label(row.field)} ({_lines(row.lines)})" for row in alike)
            yield ""
    for person, rows in _persons(explained):
        yield person
        for answer, alike in _by_answer(rows):
            told = f"{_public(answer)}: {listed([f'{_datum(row)} ({_lines(row.lines)})' for row in alike])}"
            yield fill(told, _WIDTH, initial_indent="  ", subsequent_indent="    ")
            yield fill(_why(answer), _WIDTH, initial_indent="    ", subsequent_indent="    ")
        yield ""


def _by_answer(rows: Sequence[Row]) -> list[tuple[Answer, list[Row]]]:
    answers = dict.fromkeys(row.answers[0] for row in rows)
    return [(answer, [row for row in rows if row.answers[0] == answer]) for answer in answers]


def _public(answer: Answer) -> str:
    if not answer.public:
        return "Inte offentligt"
    return (
        f"Offentligt till och med {swedish_date(answer.until)}" if answer.until is not None else "Offentligt"
    )


def _why(answer: Answer) -> str:
    return f"{answer.text} {_ground(answer)}"


def _datum(row: Row) -> str:
    return ": ".join(row.field.removeprefix("personer.").split("."))


def _table(explained: Explanation) -> Iterator[str]:
    """Each cell has the number of its reason, and the reasons stand below."""
    reasons: dict[str, int] = {}

    def cells(row: Row) -> list[str]:
        return [_cell(one, reasons.setdefault(_why(one), len(reasons) + 1)) for one in row.answers]

    rows = [("", [whole.channel.name for whole in explained.wholes])]
    things = [row for row in explained.rows if row.person is None]
    fields = [row.field for row in things]
    for row in things:  # those of several decisions stand in rows of their own
        place = f" ({_lines(row.lines)})" if fields.count(row.field) > 1 else ""
        rows.append((f"{label(row.field)}{place}", cells(row)))
    for person, own in _persons(explained):
        rows.append((person, []))
        rows += [(f"  {_datum(row)}", cells(row)) for row in own]
    first = max(len(name) for name, _ in rows)
    columns = zip(*(found for _, found in rows if found), strict=True)
    widths = [max(map(len, column)) for column in columns]
    for name, found in rows:
        shown = (f"{cell:<{width}}" for cell, width in zip(found, widths, strict=False))
        yield "  ".join([f"{name:<{first}}", *shown]).rstrip()
    yield ""
    yield "Varför"
    for reason, number in reasons.items():
        yield fill(f"({number}) {reason}", _WIDTH, initial_indent="  ", subsequent_indent="      ")
    yield ""


def _persons(explained: Explanation) -> Iterator[tuple[str, list[Row]]]:
    for index, role in enumerate(explained.roles):
        rows = [row for row in explained.rows if row.person == index]
        if rows:
            place = min(line for row in rows for line in row.lines)
            yield f"Person {index + 1}, {role} (rad {place})", rows


def _cell(answer: Answer, reason: int) -> str:
    word = "ja" if answer.public else "nej"
    return f"{word}, till {answer.until} ({reason})" if answer.until is not None else f"{word} ({reason})"


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
    if explained.terms is not None and any(row.person is not None for row in explained.rows):
        yield from _clause(explained.terms)
    yield "Reglerna"
    yield from _sentences((answer.rule for answer in answers), sentences)


def _clause(signed: Signed) -> Iterator[str]:
    if signed.clause is None:
        yield f"Villkoren {signed.id} har ingen klausul om publicering att citera."
    else:
        yield f"Klausulen i villkoren {signed.id}:"
        quote = f"”{' '.join(signed.clause.split())}”"
        yield fill(quote, _WIDTH, initial_indent="  ", subsequent_indent="  ")
    yield ""


def _sentences(rules: Iterable[str], sentences: Mapping[str, str]) -> Iterator[str]:
    for rule in sorted(set(rules)):
        yield fill(f"[{rule}] {sentences[rule]}", _WIDTH, initial_indent="  ", subsequent_indent="    ")
