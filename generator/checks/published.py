"""The texts of a record that are published, or would be when the record is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from generator.checks.interface import Subject
from generator.checks.texts import Text, all_texts
from generator.records.paths import covers, spelled

# Longer than any gap that joins two pieces of a number, and nothing that a pattern takes for a word.
BETWEEN = "\n\n\u00b6\u00b6\u00b6\u00b6\u00b6\u00b6\n\n"
_INTERNAL = (
    "källa.anmärkningar", "källa.tveksamt", "källa.oplacerat", "källa.bilagor",
    "granskade_rader", "sekretess",
)  # fmt: skip
_PERSON = frozenset({"namn", "titel", "organisation", "e-post"})
_FREE = (
    "namn", "andra_namn", "samverkansparter.roll", "deltagare.kommentar", "sammanfattning", "beskrivning",
    "mål.text", "mål.måltal", "mål.utfall", "hänvisning.vem", "hänvisning.krav", "hänvisning.hur",
    "budget.kostnader.post", "budget.kommentar", "handlingar.titel", "sökord", "källa.dokument",
)  # fmt: skip


@dataclass(frozen=True)
class Published:
    """`texts` are all of them, `free` those that somebody wrote in words of their own."""

    texts: tuple[Text, ...]
    secret: tuple[Text, ...]

    @cached_property
    def free(self) -> tuple[Text, ...]:
        """Without words of vocabularies, ids, names of organisations, addresses and persons."""
        return tuple(text for text in self.texts if _is_free(text.field))

    @cached_property
    def together(self) -> str:
        """All texts in one, for a quick look whether there is anything to look at."""
        return BETWEEN.join(text.value for text in self.texts)

    @cached_property
    def free_together(self) -> str:
        """All free texts in one."""
        return BETWEEN.join(text.value for text in self.free)


@cache
def _is_free(field: str) -> bool:
    return any(covers(path, field) for path in _FREE)


@cache
def _is_internal(field: str) -> bool:
    return any(covers(path, field) for path in _INTERNAL)


# Every check asks about the same record before the next one comes.
_LATEST: list[tuple[Subject, Published]] = []


def published(subject: Subject) -> Published:
    """What of the record's texts is under secrecy, and what is published or would be."""
    for known, answer in _LATEST:
        if known is subject:
            return answer
    _LATEST[:] = [(subject, _published(subject))]
    return _LATEST[0][1]


def _published(subject: Subject) -> Published:
    covered = [
        path
        for secrecy in subject.located.value.secrecy
        for path in ([] if isinstance(secrecy.covers, str) else secrecy.covers)
    ]
    texts: list[Text] = []
    secret: list[Text] = []
    for text in all_texts(subject.located.value):
        field = text.field
        verdict = subject.verdicts.get(field)
        told = verdict is not None and not verdict.public and verdict.reason.rule == "sekretess-falt"
        if told or any(covers(path, field) for path in covered):
            secret.append(text)
        elif text.path[0] == "personer":
            # A shown datum of one person must not tell another's name (rule 7: organisations).
            if text.path[-1] in _PERSON and len(text.path) == 3 and shows(subject, spelled(text.path)):
                texts.append(text)
        elif not _is_internal(field):
            texts.append(text)
    return Published(tuple(texts), tuple(secret))


def shows(subject: Subject, path: str) -> bool:
    """Whether the gate said of a person's datum (`personer[0].namn`) that it is public."""
    verdict = subject.verdicts.get(path)
    return verdict is not None and verdict.public
