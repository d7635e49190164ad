"""`granskade_rader`: lines that an editor has read, so that a warning about them can be quiet.

The key is data and no YAML comment: an editing program drops comments when it saves.
"""

from __future__ import annotations

from generator.checks.interface import Subject
from generator.checks.texts import Text
from generator.records.record import Reviewed

ADVICE = "Är det rätt som det står: för in raden i granskade_rader, med skälet."


def is_reviewed(subject: Subject, text: Text, line: int) -> bool:
    """Whether an entry names this line, from 0, of the text."""
    entries = subject.located.value.reviewed
    if not entries:
        return False
    written = text.value.split("\n")[line]
    return any(entry.field == text.field and begins(entry, written) for entry in entries)


def begins(entry: Reviewed, line: str) -> bool:
    """Whether the line begins as the entry says; spaces and the mark of a list don't count."""
    return _plain(line).startswith(_plain(entry.begins))


def _plain(line: str) -> str:
    return " ".join(line.split()).removeprefix("- ")
