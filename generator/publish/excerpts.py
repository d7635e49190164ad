"""The line of a finding, drawn with its keys alone.

Any value may be withheld, on this channel or by secrecy, and so may a comment or a wrong key. What is drawn
is therefore made of the schema's own words and of nothing that an editor has written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from generator.records.config import ForbundConfig, SearchWordsFile, SiteConfig, VocabularyFile
from generator.records.paths import keys_of
from generator.records.record import Record
from generator.records.terms import Terms
from generator.storage.decode import LINE_BREAK
from generator.words.findings import Finding

_HIDDEN = "…"


def excerpts(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str | None]]:
    """Each finding with its line and, below it, a mark at the place; None where no key stands in the line."""
    file, lines = "", list[str]()
    for finding in findings:
        if finding.file != file:
            file, lines = finding.file, _lines(Path(finding.file))
        number = finding.position.line
        drawn = _drawn(lines[number - 1], finding.position.column) if number <= len(lines) else None
        if drawn is None:
            yield finding, None
        else:
            shown, column = drawn
            margin = " " * len(str(number))
            yield finding, f"  {number} | {shown}\n  {margin} | {' ' * column}^"


def _lines(path: Path) -> list[str]:
    if path.suffix != ".yml" or not path.is_file():
        return []
    try:
        return LINE_BREAK.split(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return []


def _drawn(line: str, column: int) -> tuple[str, int] | None:
    """The line's known keys in its own indentation, and where in that the column (from 1) stands."""
    keys = list(_keys().finditer(line))
    if not keys:
        return None
    shown = keys[0]["before"] if keys[0].start() == 0 else f"{_HIDDEN} "
    mark = 0
    for number, key in enumerate(keys):
        if number:
            shown += ", "
        if column > key.start("key"):
            within = column <= key.end("key")
            mark = len(shown) + (column - key.start("key") - 1 if within else len(key["key"]) + 2)
        shown += f"{key['key']}: {_HIDDEN}"
    return shown, mark


@cache
def _keys() -> re.Pattern[str]:
    """A key of any schema, at the beginning of the line or of a place in `{a: …, b: …}`."""
    models = (Record, SiteConfig, ForbundConfig, Terms, VocabularyFile, SearchWordsFile)
    words = sorted({key for model in models for key in keys_of(model)}, key=lambda key: (-len(key), key))
    return re.compile(
        rf"(?P<before>^ *(?:- +)*\{{? *|[{{,] *)(?P<key>{'|'.join(map(re.escape, words))})(?=:(?: |$))"
    )
