"""Which entries of the register are about the person that somebody asks about.

Here two persons taken for one would be a leak, or a loss; so what cannot be told is listed apart. (Inside
a record the gate takes the same pair for one person: see `gate.same_person`, where that withholds more.)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from generator.checks.name_index import with_one_less
from generator.gate.same_person import is_called
from generator.records.persons import Person
from generator.storage.located import LocatedRecord
from generator.words.numbers import national, spelled_out
from generator.words.swedish import fold

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, eq=False)
class Entry:
    """One entry, counted from 0, of a record's list of persons."""

    located: LocatedRecord
    index: int

    @property
    def person(self) -> Person:
        """The entry itself."""
        return self.located.value.persons[self.index]

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.located.at("personer", self.index).line

    @cached_property
    def _words(self) -> tuple[str, ...]:
        return _name(self.person.name)

    @cached_property
    def _contacts(self) -> tuple[str, str]:
        return fold(spelled_out(self.person.email or "")), national(spelled_out(self.person.phone or ""))

    @property
    def reachable(self) -> bool:
        """Whether the entry has an address or a number, which tell two of the same name apart."""
        return any(self._contacts)

    def same_name(self, other: Entry) -> bool:
        """Letter case, order and accents aside."""
        return self._words == other._words

    def joined(self, other: Entry) -> bool:
        """Surely one person: an address or a number in common, and names that agree.

        A switchboard's number is shared by people with different names.
        """
        fewer, more = sorted((self._words, other._words), key=len)
        agree = not fewer or fewer == more or (len(fewer) > 1 and set(fewer) <= set(more))
        return agree and any(a and a == b for a, b in zip(self._contacts, other._contacts, strict=True))

    def clashes(self, other: Entry) -> bool:
        """Not one person, as far as can be told."""
        if self.joined(other):
            return False
        if self._words and other._words and not self.same_name(other):
            return True
        return any(a and b and a != b for a, b in zip(self._contacts, other._contacts, strict=True))

    def may_be(self, names: Iterable[tuple[str, ...]]) -> bool:
        """The same name, one that holds it or is held by it, or one with a letter wrong."""
        return any(_near(self._words, name) for name in names)


@dataclass(frozen=True)
class Found:
    """`persons` are the entries of each, apart; `possible` those that may be about one of them."""

    persons: tuple[tuple[Entry, ...], ...]
    possible: tuple[Entry, ...]


def find_person(records: Sequence[LocatedRecord], asked: str) -> Found:
    """`asked` is a whole name, address or number, however written."""
    entries = [Entry(located, index) for located in records for index in range(len(located.value.persons))]
    called = [entry for entry in entries if is_called(entry.person, asked.strip())]
    groups = _groups(called, entries)
    found = {id(entry) for group in groups for entry in group}
    names = {_name(asked), *(_name(entry.person.name) for group in groups for entry in group)}
    possible = [entry for entry in entries if id(entry) not in found and entry.may_be(names)]
    return Found(tuple(map(tuple, groups)), tuple(possible))


def _groups(called: list[Entry], entries: list[Entry]) -> list[list[Entry]]:
    groups = _apart(called, entries)
    in_groups = [entry for group in groups for entry in group]
    namesakes = [entry for entry in entries if entry.person.name and any(map(entry.same_name, in_groups))]
    everybody = _apart([*in_groups, *namesakes], entries)
    if groups and not any(_clash(one, other) for one, other in combinations(everybody, 2)):
        return [[entry for entry in entries if any(entry in group for group in everybody)]]
    return _with_their_own(groups, namesakes)


def _apart(some: list[Entry], entries: list[Entry]) -> list[list[Entry]]:
    groups: list[list[Entry]] = []
    for entry in some:
        if not any(entry in group for group in groups):
            groups.append(_all_joined(entry, entries))
    return groups


def _all_joined(first: Entry, entries: list[Entry]) -> list[Entry]:
    found = [first]
    left = [entry for entry in entries if entry is not first]
    while joined := [entry for entry in left if any(entry.joined(one) for one in found)]:
        found += joined
        left = [entry for entry in left if entry not in joined]
    return [entry for entry in entries if entry in found]


def _clash(group: list[Entry], other: list[Entry]) -> bool:
    return any(one.clashes(two) for one in group for two in other)


def _with_their_own(groups: list[list[Entry]], namesakes: list[Entry]) -> list[list[Entry]]:
    """An entry without address and number is the namesake's in the same record, if there is only one."""
    alone = [group for group in groups if len(group) == 1 and not group[0].reachable]
    others = [group for group in groups if group not in alone]
    for entry in namesakes:
        near = [g for g in others if any(o.located is entry.located and o.same_name(entry) for o in g)]
        if not entry.reachable and len(near) == 1:
            near[0].append(entry)
            alone = [group for group in alone if entry not in group]
    return others + alone


def _name(name: str | None) -> tuple[str, ...]:
    return tuple(sorted(_WORD.findall(fold(spelled_out(name or "")))))


def _near(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    fewer, more = sorted((words, name), key=len)
    if len(fewer) < 2:
        return False
    if set(fewer) <= set(more):
        return True
    ours, theirs = [w for w in fewer if w not in more], [w for w in more if w not in fewer]
    return len(ours) == len(theirs) == 1 and not with_one_less(ours[0]).isdisjoint(with_one_less(theirs[0]))
