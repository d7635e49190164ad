"""Rule 7 for what stands beside the records: pages written by hand, their names, media's, and site_config.

Only a full name, an e-mail address or a phone number is found there, of any person of any record: a part
of a name would be found on every page once the register is large.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from urllib.parse import unquote

from generator.checks.interface import Subject
from generator.checks.name_index import name_words
from generator.checks.names import Sought, contacts
from generator.checks.published import shows
from generator.checks.reading import Reading, Word
from generator.records.persons import PersonField, datum
from generator.words.findings import Finding, Position
from generator.words.fornamn import names_that_are_words
from generator.words.numbers import national
from generator.words.swedish import fold, visible

_TELLING: tuple[PersonField, ...] = ("namn", "e-post", "telefon")
_WORD = re.compile(r"[^\W\d_]+")
_COMMENT = re.compile(r"^[ \t]*#.*", re.MULTILINE)  # of YAML, which nobody publishes
_ADVICE = "Ta bort namnet, e-postadressen eller numret."


def check_hand_written(
    pages: Mapping[str, str],
    files: Iterable[str],
    configuration: Mapping[str, str],
    subjects: Iterable[Subject],
) -> Iterator[Finding]:
    """An error for each line of a page or setting, and each file name, that tells of a withheld person.

    `pages` and `configuration` are raw texts by file as the editor knows it, `files` such names. What the
    site shows of the same person somewhere is not withheld.
    """
    settings = {file: _COMMENT.sub(_blank, text) for file, text in configuration.items()}
    names = tuple(files)
    sought = _withheld(tuple(subjects), (*pages.values(), *settings.values(), *names))
    if not sought:
        return
    for file, text in pages.items():
        message = "Sidan nämner en person i registret som inte får synas."
        yield from _findings(file, text, sought, message)
    # A förbund's own address and switchboard are a function's, also when a record gives them as a person's.
    by_name = [item for item in sought if item.field == "namn"]
    for file, text in settings.items():
        message = "Inställningen nämner en person i registret som inte får synas."
        yield from _findings(file, text, by_name, message)
    for file in names:
        if _found(file, sought):
            message = "Filens namn nämner en person i registret som inte får synas."
            yield Finding(file, Position(1, 1), "namn-i-text", message, "Byt namn på filen.")


def _blank(comment: re.Match[str]) -> str:
    return " " * len(comment[0])


def _findings(file: str, text: str, sought: Sequence[Sought], message: str) -> Iterator[Finding]:
    for line, column in sorted(_found(text, sought)):
        yield Finding(file, Position(line + 1, column + 1), "namn-i-text", message, _ADVICE)


def _found(text: str, sought: Sequence[Sought]) -> set[tuple[int, int]]:
    """(line, column), both from 0, of everything in the text and in the addresses of its links."""
    reading = Reading(text)
    words = reading.words()
    names = (item.value for item in sought if item.field == "namn")
    starts = [word.start for name in names for word in _side_by_side(words, name_words(name))]
    starts += [start for start, _ in contacts(reading.text, sought)]
    addresses = [start for start, address in reading.links if _found(unquote(address), sought)]
    return {reading.place(start) for start in starts} | {reading.place_written(start) for start in addresses}


def _side_by_side(words: Sequence[Word], parts: Sequence[str]) -> Iterator[Word]:
    """Where the first and another part of a name follow each other, in any order."""
    words_of_the_language = names_that_are_words()
    for pair in pairwise(words):
        for one, other in (pair, pair[::-1]):
            for part in parts[1:]:
                # "Sten på sten, hans gren": two common words are a name only when written as one.
                common = {parts[0], part} <= words_of_the_language
                if common and not (one.capital and other.capital):
                    continue
                if _is_form(one.folded, parts[0]) and _is_form(other.folded, part):
                    yield pair[0]


def _is_form(word: str, part: str) -> bool:
    return word in (part, f"{part}s")


def _withheld(subjects: tuple[Subject, ...], texts: tuple[str, ...]) -> tuple[Sought, ...]:
    """The values that can occur at all: few of some ten thousand, so that the rest costs little."""
    together = visible("\n".join(texts))
    folded = fold(together)
    reading = Reading(together)
    readings = (reading, *(Reading(unquote(address)) for _, address in reading.links))
    seen = {word.folded for one in readings for word in one.different_words()}
    words = seen | {word.removesuffix("s") for word in seen}
    digits = re.sub(r"\D", "", together)
    candidates: dict[tuple[PersonField, str], bool] = {}
    for subject in subjects:
        for index, person in enumerate(subject.located.value.persons):
            for field in _TELLING:
                value = datum(person, field)
                if value is None or not _may_occur(field, value, words, folded, digits):
                    continue
                key = field, fold(value)
                candidates[key] = candidates.get(key, False) or shows(subject, f"personer[{index}].{field}")
    hidden = [key for key, shown in candidates.items() if not shown]
    return tuple(Sought(number, field, value) for number, (field, value) in enumerate(hidden))


def _may_occur(field: PersonField, value: str, words: set[str], folded: str, digits: str) -> bool:
    if field == "namn":
        parts = name_words(value)
        return len(parts) > 1 and parts[0] in words and any(part in words for part in parts[1:])
    if field == "e-post":
        local = _WORD.findall(fold(value.partition("@")[0]))
        return all(word in folded for word in local)
    return national(value)[-6:] in digits
