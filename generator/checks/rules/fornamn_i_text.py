"""A first name in running text may be a person whom the record does not list. Lists only warn."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.checks.known_words import places_in_words
from generator.checks.published import published
from generator.checks.reading import Reading, Word
from generator.checks.reviewed import ADVICE, is_reviewed
from generator.checks.texts import Text
from generator.words.findings import Finding, Severity
from generator.words.fornamn import first_names, names_that_are_words
from generator.words.swedish import fold

_WORD = re.compile(r"[^\W\d_]+")


def _check(subject: Subject, register: Register) -> Iterator[Finding]:
    free = published(subject)
    if not any(map(_is_first_name, set(_WORD.findall(free.free_together)))):
        return
    known = register.vocabulary_words | _own_words(subject)
    for text in free.free:
        yield from _in_text(subject, text, known)


def _in_text(subject: Subject, text: Text, known: frozenset[str]) -> Iterator[Finding]:
    reading = Reading(text.value)
    words = reading.words()
    told = -1
    for number, word in enumerate(words):
        if number <= told or not _is_first_name(word.written) or _stem(word) in known:
            continue
        strong = _is_followed(reading, words, number, known)
        if not strong and _stem(word) in places_in_words():
            continue
        opens = reading.opens_a_sentence(word.start)
        if not strong and (word.written.isupper() or (opens and _stem(word) in names_that_are_words())):
            continue
        told = number + 1 if strong else number
        line, column = reading.place(word.start)
        last = words[told]
        if is_reviewed(subject, text, line, column + last.end - word.start):
            continue
        message = "Texten kan nämna en person."
        if strong:
            message += " Efter ett förnamn står ännu ett namn."
        yield subject.finding(
            CHECK.name,
            text.path,
            message,
            f"Skriv rollen i stället. {ADVICE}",
            severity=Severity.WARNING,
            position=subject.located.position_in_text(text.path, line, column),
        )


def _is_first_name(written: str) -> bool:
    if not written[0].isupper():
        return False
    name = written.casefold()
    return name in first_names() or (name[-1] == "s" and name[:-1] in first_names())


def _stem(word: Word) -> str:
    """The folded word without the genitive."""
    if word.written.casefold() in first_names():
        return word.folded
    return word.folded.removesuffix("s")


def _is_followed(reading: Reading, words: list[Word], number: int, known: frozenset[str]) -> bool:
    """Whether another capitalised word comes next in the same sentence: Anna Berg."""
    if number + 1 == len(words):
        return False
    word, following = words[number], words[number + 1]
    between = reading.text[word.end : following.start]
    return between in (" ", "\u00a0", "\n", "-") and following.capital and following.folded not in known


def _own_words(subject: Subject) -> frozenset[str]:
    """Words of the record's organisations, and of its persons: those are for namn-i-text to judge."""
    record = subject.located.value
    owners = [] if record.owner is None else [record.owner.organisation, record.owner.unit]
    parties = [name for party in record.parties for name in (party.organisation, party.unit)]
    persons = [name for person in record.persons for name in (person.name, person.organisation)]
    names = " ".join(name for name in (*owners, *parties, *persons) if name is not None)
    words = [fold(word) for word in _WORD.findall(names)]
    return frozenset((*words, *(word.removesuffix("s") for word in words)))


CHECK = Check(
    name="fornamn-i-text",
    sentence="Ingen text nämner en person med förnamn, utöver dem som får synas.",
    check=_check,
)
