"""What a check is. A new check is a new file in `rules/` with one `CHECK`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ahocorasick_rs import AhoCorasick

from generator.checks.beside import Beside
from generator.gate.account import account
from generator.gate.interface import Case, Verdict
from generator.gate.outcome import Opened, Outcome
from generator.gate.same_person import marks
from generator.records.paths import Path
from generator.records.persons import Person
from generator.storage.located import LocatedRecord
from generator.words.findings import Finding, Position, Severity
from generator.words.swedish import fold

_NO_WORD = re.compile(r"[\W_]+")
# 2025/017: a year, then a number that the authority counts up.
_CASE_NUMBER = re.compile(r"(?P<before>.*\b(?:19|20)\d\d ?[/:-] ?)(?P<number>\d+)")
_FEWEST_WORDS, _FEWEST_LETTERS = 2, 10  # of a title that is no phrase like others


@dataclass(frozen=True)
class Subject:
    """One record, the case it makes before the gate, and what the gate said of it."""

    located: LocatedRecord
    case: Case
    outcome: Outcome

    @property
    def public(self) -> bool:
        """Whether the record came out of the gate."""
        return isinstance(self.outcome, Opened)

    @cached_property
    def verdicts(self) -> Mapping[str, Verdict]:
        """What the rules said, by path (`personer[0].namn`, `beskrivning.bakgrund`)."""
        return {verdict.path: verdict for verdict in self.outcome.verdicts}

    @cached_property
    def public_paths(self) -> frozenset[Path]:
        """The path of every value that is public: for findings, since few records have any."""
        return frozenset(one.path for one in account(self.case, self.outcome) if one.verdict.public)

    def finding(
        self,
        check: str,
        path: tuple[str | int, ...],
        message: str,
        advice: str,
        *,
        severity: Severity = Severity.ERROR,
        position: Position | None = None,
    ) -> Finding:
        """A finding at the value of `path`, or at `position` where that is more exact."""
        where = position or self.located.at(*path)
        return Finding(self.located.file, where, check, message, advice, severity)


@dataclass(frozen=True)
class Refusal:
    """A person's withdrawal or objection in force, or the secrecy over a person (`secret`), in one record.

    `until` is the last day that it can mean; None for secrecy.
    """

    file: str
    line: int
    secret: bool
    until: date | None

    def concerns(self, begins: date | None) -> bool:
        """Whether it speaks against a ground that begins on that day: a newer consent stands."""
        return self.until is None or begins is None or begins <= self.until


@dataclass(frozen=True)
class Register:
    """All records of the run, for checks that look across them."""

    subjects: tuple[Subject, ...]
    beside: Beside = field(default_factory=Beside)

    @cached_property
    def first_files(self) -> Mapping[str, str]:
        """Each id in use → the first file, by name, that uses it."""
        return {
            subject.located.value.id: subject.located.file
            for subject in sorted(self.subjects, key=lambda s: s.located.file, reverse=True)
        }

    def namesakes(self, subject: Subject) -> tuple[Subject, ...]:
        """The other records of the förbund with the same name, by file; not those that were withdrawn."""
        if _withdrawn(subject):
            return ()
        return tuple(one for one in self._named[_name(subject)] if one is not subject)

    @cached_property
    def _named(self) -> Mapping[tuple[str, str], list[Subject]]:
        found: defaultdict[tuple[str, str], list[Subject]] = defaultdict(list)
        for one in sorted(self.subjects, key=lambda subject: subject.located.file):
            if not _withdrawn(one):
                found[_name(one)].append(one)
        return found

    @cached_property
    def addresses(self) -> Mapping[str, str]:
        """`<förbund>/<slug>` of each record → its file."""
        return {f"{one.located.folder}/{one.located.slug}": one.located.file for one in self.subjects}

    @cached_property
    def former_addresses(self) -> Mapping[str, str]:
        """Each former address → the first file, by name, that says it was there."""
        return {
            former: subject.located.file
            for subject in sorted(self.subjects, key=lambda s: s.located.file, reverse=True)
            for former in subject.located.value.former_addresses
        }

    @cached_property
    def widths(self) -> Mapping[tuple[str, str], int]:
        """(förbund, the diarienummer up to its last number) → digits of the longest padded with zeros."""
        found: defaultdict[tuple[str, str], int] = defaultdict(int)
        for subject in self.subjects:
            record = subject.located.value
            number = case_number(record.reference)
            if number is not None and number[1].startswith("0"):
                key = (record.forbund, number[0])
                found[key] = max(found[key], len(number[1]))
        return found

    @cached_property
    def refusals(self) -> Mapping[tuple[str, str], tuple[Refusal, ...]]:
        """What tells who somebody is (`same_person.marks`) → every no of theirs, in any record."""
        found: defaultdict[tuple[str, str], list[Refusal]] = defaultdict(list)
        for subject in self.subjects:
            for index, person in enumerate(subject.located.value.persons):
                for refusal in _refusals(subject, index, person):
                    for mark in marks(person):
                        found[mark].append(refusal)
        return {mark: tuple(refusals) for mark, refusals in found.items()}

    @cached_property
    def vocabulary_words(self) -> frozenset[str]:
        """Every word, folded, of the vocabularies' labels. The settings are those of all records."""
        if not self.subjects:
            return frozenset()
        known = self.subjects[0].case.settings
        lists = (known.roles, known.parties, known.kinds, known.target_groups, known.methods)
        labels = [term.label for terms in (*lists, known.follow_up_systems) for term in terms]
        return frozenset(fold(word) for label in labels for word in re.findall(r"\w+", label))

    @cached_property
    def hidden_titles(self) -> AhoCorasick | None:
        """Finds in `spaced` text the titles of records that are not public; None when there are none.

        Not those that a public record has too, and not short ones, which are words like others.
        """
        shown = {title for one in self.subjects if one.public for title in _titles(one)}
        hidden = {title for one in self.subjects if not one.public for title in _titles(one)} - shown
        return AhoCorasick(sorted(hidden)) if hidden else None


def _name(subject: Subject) -> tuple[str, str]:
    return subject.located.value.forbund, spaced(subject.located.value.name)


def _withdrawn(subject: Subject) -> bool:
    publication = subject.located.value.publication
    return publication is not None and publication.state == "återkallad"


def _refusals(subject: Subject, index: int, person: Person) -> Iterator[Refusal]:
    file, at = subject.located.file, subject.located.at
    if person.secrecy is not None:
        yield Refusal(file, at("personer", index, "sekretess").line, secret=True, until=None)
    for key, when in (("återkallat", person.withdrawn), ("invändning", person.objection)):
        if when is not None and when.first_day <= subject.case.day:
            yield Refusal(file, at("personer", index, key).line, secret=False, until=when.last_day)


def case_number(reference: str | None) -> tuple[str, str] | None:
    """`KS 2025/017` → (`KS 2025/`, `017`); None where no number is counted up within a year."""
    match = _CASE_NUMBER.fullmatch(reference or "")
    return None if match is None else (match["before"], match["number"])


def spaced(text: str) -> str:
    """Folded, its words between single spaces, with one before the first and one after the last."""
    return f" {_NO_WORD.sub(' ', fold(text)).strip()} "


def _titles(subject: Subject) -> Iterator[str]:
    record = subject.located.value
    for title in map(spaced, (record.name, *record.other_names)):
        if title.count(" ") > _FEWEST_WORDS and len(title.replace(" ", "")) >= _FEWEST_LETTERS:
            yield title


@dataclass(frozen=True)
class Check:
    """A named check; `sentence` says in Swedish what holds when it finds nothing."""

    name: str
    sentence: str
    check: Callable[[Subject, Register], Iterable[Finding]]
