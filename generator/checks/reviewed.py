"""`granskade_rader`: lines that an editor has read, so that a warning about them can be quiet.

The key is data and no YAML comment: an editing program drops comments when it saves.
"""

from __future__ import annotations

from generator.checks.interface import Subject
from generator.checks.texts import Text
from generator.records.for_editors import Reviewed

ADVICE = "Är det rätt som det står: skriv av raden, till och med ordet, i granskade_rader, med skälet."


def is_reviewed(subject: Subject, text: Text, line: int, end: int) -> bool:
    """Whether an entry quotes this line, from 0, of the text up to `end` or further.

    What follows the quoted words, nobody has said that they read.
    """
    entries = subject.located.value.reviewed
    if not entries:
        return False
    written = text.value.split("\n")[line]
    least = len(_plain(written[:end]))
    return any(
        entry.field == text.field and begins(entry, written) and len(_plain(entry.begins)) >= least
        for entry in entries
    )


def begins(entry: Reviewed, line: str) -> bool:
    """Whether the line begins as the entry says; spaces and the mark of a list don't count."""
    quoted, line = _plain(entry.begins), _plain(line)
    # "Vi möter Ann" is no beginning of "Vi möter Anna".
    return line.startswith(quoted) and not line[len(quoted) : len(quoted) + 1].isalnum()


def _plain(line: str) -> str:
    return " ".join(line.split()).removeprefix("- ")
