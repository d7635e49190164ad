"""What a check may know beside the records: the configuration's lists, and what git remembers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.gate.decided import GRANTS
from generator.records.record import Record
from generator.storage.folders import YamlFile
from generator.storage.load import read_record
from generator.words.search_words import SearchWords

_ID = re.compile(rb"^id:[ \t]*[\"']?([a-z0-9-]+)", re.MULTILINE)


def id_in(data: bytes) -> str | None:
    """The id in a record's file, also in one that cannot be read otherwise."""
    found = _ID.search(data)
    return found[1].decode() if found else None


@dataclass(frozen=True)
class Former:
    """A version of a record's file that git remembers.

    `address` is `<förbund>/<slug>`. `gone`: no file is there any more. `stands`: the file is the same now.
    `committed`: it is what HEAD has.
    """

    address: str
    data: bytes
    gone: bool
    stands: bool
    committed: bool

    @cached_property
    def id(self) -> str | None:
        """The id, without the rest being read."""
        return id_in(self.data)

    @cached_property
    def record(self) -> Record | None:
        """The record; None when it could not be read."""
        folder, _, slug = self.address.partition("/")
        located, _ = read_record(YamlFile(f"{self.address}.yml", slug, folder, self.data))
        return None if located is None else located.value

    @cached_property
    def was_public(self) -> bool:
        """Whether it asked to be published and had a grant."""
        record = self.record
        if record is None or record.publication is None or record.publication.state != "publicera":
            return False
        return any(one.body == "styrelsen" and one.outcome in GRANTS for one in record.decisions)


@dataclass(frozen=True)
class Past:
    """Every version, the oldest first, of the files that have been other than they are."""

    versions: tuple[Former, ...] = ()

    @cached_property
    def _by_id(self) -> Mapping[str, tuple[Former, ...]]:
        found: defaultdict[str, list[Former]] = defaultdict(list)
        for one in self.versions:
            if one.id is not None:
                found[one.id].append(one)
        return {key: tuple(versions) for key, versions in found.items()}

    @cached_property
    def _by_address(self) -> Mapping[str, tuple[Former, ...]]:
        found: defaultdict[str, list[Former]] = defaultdict(list)
        for one in self.versions:
            found[one.address].append(one)
        return {key: tuple(versions) for key, versions in found.items()}

    def of(self, key: str) -> Iterator[Former]:
        """The versions with that id, wherever they stood."""
        yield from self._by_id.get(key, ())

    def at(self, address: str) -> Iterator[Former]:
        """The versions that stood there, whatever their id."""
        yield from self._by_address.get(address, ())


@dataclass(frozen=True)
class Beside:
    """`kommuner` and `successors` by förbund; `explained` are the words that the vocabularies explain.

    Empty where a run has no use for it: a check that misses something here says nothing.
    """

    kommuner: Mapping[str, frozenset[str]] = field(default_factory=dict)
    successors: Mapping[str, str] = field(default_factory=dict)
    explained: frozenset[str] = frozenset()
    search_words: SearchWords = field(default_factory=SearchWords)
    past: Past = field(default_factory=Past)
