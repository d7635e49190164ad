"""What secrecy covers in one field must not stand again in another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from generator.checks.interface import Check, Register, Subject
from generator.checks.published import published
from generator.checks.reading import Reading, Word
from generator.words.findings import Finding, Severity

_END = re.compile(r"[.!?](?=\s|$)|\n\s*\n|\n\s*-\s")
_FEWEST = 6  # words; shorter sentences are phrases that stand in every application


def _check(subject: Subject, _register: Register) -> Iterator[Finding]:
    found = published(subject)
    secret: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for hidden in found.secret:
        for sentence in _sentences(hidden.value):
            secret[sentence[0]].add(sentence)
    if not secret:
        return
    for text in found.texts:
        reading = Reading(text.value)
        words = reading.words()
        told = {reading.place(word.start) for word in _occurrences(secret, words)}
        for line, column in sorted(told):
            yield subject.finding(
                CHECK.name,
                text.path,
                "Meningen står också i ett fält som sekretess omfattar.",
                "Ta bort den här, eller låt sekretessen omfatta även det här fältet.",
                severity=Severity.ERROR if subject.public else Severity.WARNING,
                position=subject.located.position_in_text(text.path, line, column),
            )


def _sentences(text: str) -> Iterator[tuple[str, ...]]:
    for part in _END.split(text):
        words = tuple(word.folded for word in Reading(part).words())
        if len(words) >= _FEWEST:
            yield words


def _occurrences(secret: Mapping[str, Set[tuple[str, ...]]], words: Sequence[Word]) -> Iterator[Word]:
    """The first word of each secret sentence in the text; `secret` has them by their own first word."""
    folded = tuple(word.folded for word in words)
    for start, word in enumerate(words):
        for sentence in secret.get(word.folded, ()):
            if folded[start : start + len(sentence)] == sentence:
                yield word


CHECK = Check(
    name="sekretess-text",
    sentence="Ingen mening ur ett fält under sekretess står i en annan text.",
    check=_check,
)
