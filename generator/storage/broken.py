"""Broken YAML → a finding in plain Swedish. Reads the line to find the cause, and never quotes it."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from generator.storage.decode import LINE_BREAK
from generator.words.findings import Finding, Position


class _Cause(NamedTuple):
    rule: str
    message: str
    advice: str


_TAB = _Cause("yaml-tabb", "Raden är indragen med en tabb.", "Byt tabben mot mellanslag, två för varje nivå.")
_SPACE = _Cause(
    "yaml-mellanslag", "Det saknas ett mellanslag efter kolon.", "Skriv nyckel, kolon, mellanslag och värde."
)
_NO_COLON = _Cause(
    "yaml-kolon-saknas",
    "Raden har ingen nyckel med kolon.",
    "Skriv nyckel, kolon och värde. Hör raden till texten ovanför: dra in den lika mycket som den.",
)
_COLON = _Cause(
    "yaml-kolon",
    "Värdet innehåller ett kolon följt av mellanslag.",
    "Sätt hela värdet inom citattecken.",
)
_DEEPER = _Cause(
    "yaml-indrag",
    "Raden hör till värdet ovanför men ser ut som en egen nyckel.",
    "Är den en nyckel: ge den samma indrag som nycklarna ovanför. Är den text: sätt citattecken runt "
    "hela värdet.",
)
_INDENT = _Cause(
    "yaml-indrag", "Radens indrag stämmer inte med raderna ovanför.", "Ge den samma indrag som sina grannar."
)
_AFTER = _Cause(
    "yaml-citattecken",
    "Här står något efter ett avslutande citattecken eller en parentes.",
    "Ofta saknas ett citattecken sist i ett värde, här eller längre upp. Sätt ett enda par runt hela värdet.",
)
_QUOTE = _Cause(
    "yaml-citattecken",
    "Citattecknet som börjar här får inget slut.",
    "Sätt samma slags citattecken sist i värdet.",
)
_ESCAPE = _Cause(
    "yaml-snedstreck",
    "Ett omvänt snedstreck inom citattecken följs av något som inte går att läsa.",
    "Använd enkla citattecken ' i stället för dubbla.",
)
_BRACKET = _Cause(
    "yaml-parentes",
    "Parentesen [ eller { är inte rätt ifylld eller saknar sitt slut.",
    "Skilj värdena åt med komma, sätt citattecken runt dem och avsluta med ] eller }.",
)
_BULLET = _Cause(
    "yaml-punkt", "Ett bindestreck för en listpunkt får inte stå här.", "Flytta punkten till en egen rad."
)
_SIGN = _Cause(
    "yaml-tecken",
    "Värdet börjar med ett tecken som YAML använder själv.",
    "Sätt hela värdet inom citattecken.",
)
_BLOCK = _Cause(
    "yaml-textblock", "Efter | och > får inget mer stå på raden.", "Börja texten på nästa rad, med indrag."
)
_DOCUMENT = _Cause(
    "yaml-flera-dokument",
    "Raden delar filen i flera dokument.",
    "Ta bort rader som börjar med ---, ... eller %.",
)
_OTHER = _Cause(
    "yaml-trasig",
    "Filen går inte att läsa från och med det här stället.",
    "Jämför indrag, kolon och citattecken med raderna ovanför.",
)

# Words of libyaml's complaint → the cause, and whether it stands where the construct began.
_BY_COMPLAINT: tuple[tuple[str, _Cause, bool], ...] = (
    ("scanning a quoted scalar", _QUOTE, True),
    ("parsing a quoted scalar", _ESCAPE, False),
    ("parsing a flow", _BRACKET, True),
    ("block sequence entries", _BULLET, False),
    ("cannot start any token", _SIGN, False),
    ("an anchor", _SIGN, True),
    ("an alias", _SIGN, True),
    ("a tag", _SIGN, True),
    ("undefined tag", _SIGN, False),
    ("scanning a block scalar", _BLOCK, False),
    ("document", _DOCUMENT, False),
    ("directive", _DOCUMENT, False),
)
_TAB_INDENT = re.compile(r" *(?:- +)*\t")
_GLUED = re.compile(r"\s*(?:- +)*[^\s:#\"'\[\]{}]+(:)(?!//)[^\s:]")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _above(lines: list[str], number: int) -> int:
    """The nearest line above that says something, or the same line when there is none."""
    for above in range(number - 1, -1, -1):
        if lines[above].strip() and not lines[above].lstrip().startswith("#"):
            return above
    return number


def _glued_or(cause: _Cause, lines: list[str], number: int) -> tuple[_Cause, int, int]:
    glued = _GLUED.match(lines[number])
    if glued is not None:
        return _SPACE, number, glued.start(1)
    return cause, number, _indent(lines[number])


def _second_colon(lines: list[str], number: int, column: int) -> tuple[_Cause, int, int]:
    """A colon where none may be: in a value, on a deeper line, or below a line that lacks its own."""
    if ": " in lines[number][:column]:
        return _COLON, number, column
    above = _above(lines, number)
    if re.search(r":(?:\s|$)", lines[above]):
        return _DEEPER, number, _indent(lines[number])
    return _glued_or(_NO_COLON, lines, above)


def _cause(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[_Cause, int, int]:
    """The cause, and its line and column from 0."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return _OTHER, 0, 0
    start = error.context_mark or mark
    number, column = min(mark.line, len(lines) - 1), mark.column
    tab = _TAB_INDENT.match(lines[number])
    if tab is not None:
        return _TAB, number, tab.end() - 1
    complaint = f"{error.context} {error.problem}"
    if "mapping values" in complaint:
        return _second_colon(lines, number, column)
    if "expected <document start>" in complaint:
        above = _above(lines, number)
        ended = lines[above].startswith("...")
        return (_DOCUMENT, number, column) if ended else _glued_or(_NO_COLON, lines, above)
    if "could not find expected ':'" in complaint:
        return _glued_or(_NO_COLON, lines, min(start.line, len(lines) - 1))
    if "expected key" in complaint or "expected '-'" in complaint:
        return (_INDENT if column <= _indent(lines[number]) else _AFTER), number, column
    for words, cause, at_start in _BY_COMPLAINT:
        if words in complaint:
            return (cause, start.line, start.column) if at_start else (cause, mark.line, column)
    return _OTHER, mark.line, column


def explain(error: Exception, text: str, file: str) -> Finding:
    """What the parser's error means to an editor; `text` is the whole file. Total."""
    cause, line, column = _OTHER, 0, 0
    if isinstance(error, yaml.MarkedYAMLError):
        lines = LINE_BREAK.split(text)
        cause, line, column = _cause(error, lines)
        if line >= len(lines):  # libyaml puts a line break after the last line
            line, column = len(lines) - 1, len(lines[-1])
    return Finding(file, Position(line + 1, column + 1), cause.rule, cause.message, cause.advice)
