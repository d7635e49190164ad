"""An abbreviation that nobody explains. Its letters are not quoted: they may be somebody's initials."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.checks.published import published
from generator.checks.reviewed import ADVICE, is_reviewed
from generator.words.findings import Finding, Severity
from generator.words.swedish import fold

# The capital comes first, for speed: what stands before it is looked at only there.
_SHORT = re.compile(r"[A-ZÅÄÖ](?<![\w.@/-].)[A-ZÅÄÖ]{1,4}(?=s?(?![\w@/]|\.\w))")
# Everybody knows these better than what they stand for.
_KNOWN = frozenset(("AB", "CV", "EU", "FN", "HR", "ID", "IT", "OK", "PDF", "SMS", "TV", "USA", "VD"))
_ROMAN = re.compile(r"[IVX]+")


def _check(subject: Subject, register: Register) -> Iterator[Finding]:
    explained = register.beside.explained
    if not explained:
        return
    free = published(subject)
    met = {word for word in set(_SHORT.findall(free.free_together)) if not _is_known(word, explained)}
    if not met:
        return
    record = subject.located.value
    met -= {word for word in met if any(fold(word) == fold(own) for own in record.search_words)}
    for text in free.free:
        for match in _SHORT.finditer(text.value) if met else ():
            if match[0] not in met:
                continue
            met.discard(match[0])
            if _is_spelled_out(text.value, match):
                continue
            before = text.value.rfind("\n", 0, match.start()) + 1
            line, column = text.value.count("\n", 0, before), match.start() - before
            if is_reviewed(subject, text, line, match.end() - before):
                continue
            yield subject.finding(
                CHECK.name,
                text.path,
                "En förkortning förklaras varken här eller i ordlistan.",
                f"Skriv ut den första gången, eller lägg till den i begrepp/ordlista.yml. {ADVICE}",
                severity=Severity.WARNING,
                position=subject.located.position_in_text(text.path, line, column),
            )


def _is_known(word: str, explained: frozenset[str]) -> bool:
    return word in explained or word in _KNOWN or _ROMAN.fullmatch(word) is not None


def _is_spelled_out(text: str, match: re.Match[str]) -> bool:
    """`individsamverkansteamet (IST)`, or `IST (individsamverkansteamet)`."""
    after = text[match.end() : match.end() + 2]
    return (text[max(0, match.start() - 1) : match.start()] == "(" and after[:1] == ")") or after == " ("


CHECK = Check(
    name="forkortningar",
    sentence="Förkortningar skrivs ut eller står i en ordlista.",
    check=_check,
)
