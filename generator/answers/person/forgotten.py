"""What was taken out of the register about a person, and what is left. Says no value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.answers.person.mentions import Mention
from generator.answers.person.remembered import Memory
from generator.answers.person.who import Entry
from generator.checks.names import Sought, find_in
from generator.records.paths import written
from generator.words.vocabularies import Vocabulary

_ENDING = re.compile(r"(?:\.(?:yml|md|png|jpe?g|webp|avif|pdf))?$", re.IGNORECASE)


@dataclass(frozen=True)
class Taken:
    """One entry. `keys` are those that were written, in the schema's order; `line` is where it began."""

    file: str
    line: int
    number: int
    role: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Forgotten:
    """`history` is None where there is none to read. Unless `written` the files stand as they stood.

    `searched` is False when what was asked for is no whole name, address or number.
    """

    taken: tuple[Taken, ...]
    mentions: tuple[Mention, ...]
    possible: tuple[tuple[str, int], ...]
    history: Memory | None
    written: bool
    searched: bool

    def without_names(self, sought: Sequence[Sought]) -> Forgotten:
        """The same, but no file's name tells the person's."""

        def rows(memory: Memory) -> Memory:
            return replace(
                memory, rows=tuple(replace(row, file=unnamed(row.file, sought)) for row in memory.rows)
            )

        return replace(
            self,
            taken=tuple(replace(one, file=unnamed(one.file, sought)) for one in self.taken),
            mentions=tuple(replace(one, file=unnamed(one.file, sought)) for one in self.mentions),
            possible=tuple((unnamed(file, sought), line) for file, line in self.possible),
            history=None if self.history is None else rows(self.history),
        )


def unnamed(file: str, sought: Sequence[Sought]) -> str:
    """The file's name with … for each part that names the person: `content/medier/….png`."""
    return "/".join(
        f"…{_ENDING.findall(part)[0]}" if find_in(_ENDING.sub("", part), sought, lower_case=True) else part
        for part in file.split("/")
    )


def taken(entry: Entry, roles: Vocabulary | None) -> Taken:
    """The entry by place and keys. A role that is none of the `roles` may be a name."""
    keys = dict.fromkeys(str(path[0]) for path, _ in written(entry.person))
    role = entry.person.role if roles is not None and entry.person.role in roles else "okänd roll"
    return Taken(entry.located.file, entry.line, entry.index + 1, role, tuple(keys))
