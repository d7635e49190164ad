"""The title of a record that is not public tells of it, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject, spaced
from generator.checks.published import published
from generator.checks.reading import Reading
from generator.words.findings import Finding, Severity

_TOKEN = re.compile(r"[^\W_]+")


def _check(subject: Subject, register: Register) -> Iterator[Finding]:
    finder = register.hidden_titles
    if finder is None or not subject.public:
        return
    found = published(subject)
    if not finder.find_matches_as_indexes(spaced(found.together)):
        return
    for text in found.texts:
        words = Reading(text.value)
        tokens = list(_TOKEN.finditer(words.text))
        seen = f" {' '.join(spaced(token[0]).replace(' ', '') for token in tokens)} "
        starts = [token.start() for token in tokens]
        for _, start, _ in finder.find_matches_as_indexes(seen):
            place = starts[seen.count(" ", 0, start)]
            # "På vägen vidare mot arbete" is no title.
            if words.text[place].isupper():
                line, column = words.place(place)
                yield subject.finding(
                    CHECK.name,
                    text.path,
                    "Texten nämner en annan insats som inte är offentlig här.",
                    "Ta bort namnet, eller vänta tills den insatsen är publicerad.",
                    severity=Severity.WARNING,
                    position=subject.located.position_in_text(text.path, line, column),
                )


CHECK = Check(
    name="titel-i-text",
    sentence="Ingen text nämner en annan insats som inte är offentlig.",
    check=_check,
)
