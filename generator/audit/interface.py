"""What the audit is made of. A new check of the site is a new file in `rules/` with one `SITE_CHECK`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath


class Kind(StrEnum):
    """What a withheld value is, and so in which forms it is sought."""

    NAME = "namn"
    EMAIL = "e-post"
    PHONE = "telefon"
    AMOUNT = "belopp"
    TEXT = "text"
    EXACT = "id"


@dataclass(frozen=True)
class Needle:
    """A value that must not occur. `label` tells which, without telling it.

    A phone number and an amount are digits, however grouped. An exact value (an id, an address) is sought
    as it stands, and not inside a longer one.
    """

    label: str
    value: str = field(repr=False)
    kind: Kind = Kind.TEXT


@dataclass(frozen=True)
class Reading:
    """One way to read a file, or something packed in it.

    `placed` when its lines are the file's own. In a `noisy` one (pictures, fonts) any short value occurs by
    chance.
    """

    text: str
    placed: bool = False
    noisy: bool = False

    def line(self, offset: int) -> int:
        """The line of the file, from 1; 1 when the reading is not the file as it lies."""
        return self.text.count("\n", 0, offset) + 1 if self.placed else 1


@dataclass(frozen=True)
class SiteFile:
    """One file of the site: its path below the site, its bytes, and all ways to read it.

    `readings` are those of its name, too. `unreadable` when nobody can see what is in it: a
    link, an archive that cannot be opened.
    """

    name: str
    content: bytes
    readings: tuple[Reading, ...]
    unreadable: bool = False

    @property
    def suffix(self) -> str:
        """`.html`; of `.nojekyll` and of a name without a dot nothing."""
        return PurePosixPath(self.name).suffix.lower()


@dataclass(frozen=True)
class Known:
    """What may stand in the site: addresses in small letters, numbers in national digits, its own URL.

    `servers` are what the settings let a page ask, as `_headers` names them: `https://git.example`.
    """

    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    url: str = ""
    servers: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Fault:
    """Something that a check found in a file. `message` quotes nothing that could be a person's."""

    line: int
    message: str
    advice: str


@dataclass(frozen=True)
class SiteCheck:
    """A named check of one file; `sentence` says in Swedish what holds when it finds nothing."""

    name: str
    sentence: str
    check: Callable[[SiteFile, Known], Iterable[Fault]]
