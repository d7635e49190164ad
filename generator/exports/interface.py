"""What an export is given and what it gives."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from generator.pages.view import View, view
from generator.public.catalogue import Catalogue

Json: TypeAlias = "str | int | bool | Sequence[Json] | Mapping[str, Json]"
DATA = "data/v1/"  # where the files are; another shape of them gets another number


@dataclass(frozen=True)
class Release:
    """What all formats are made from.

    `catalogue` is that of the channel öppna-data, for the site that the files are to lie on. `own_pages` are
    the pages written by hand, as Markdown with front matter (`om.md` → text).
    """

    catalogue: Catalogue
    own_pages: Mapping[str, str]

    @cached_property
    def view(self) -> View:
        """The catalogue as the pages look at it: cards, intakes, insatser by id."""
        return view(self.catalogue)

    def url(self, address: str) -> str:
        """`data/v1/insatser.json` → its whole address."""
        return f"{self.catalogue.site.url}{address}"


File: TypeAlias = tuple[str, bytes]  # the path below the site, and the content


@dataclass(frozen=True)
class Export:
    """A format. `text` says in Swedish what it is good for; `shown` are those of its files that /data/ lists.

    `files` is pure: same release, same bytes. `possible`
    says whether there is anything to put into it. On the page those with the lowest `rank` come first.
    """

    name: str
    title: str
    text: str
    shown: tuple[str, ...]
    files: Callable[[Release], Iterable[File]]
    rank: int = 99
    possible: Callable[[Catalogue], bool] = lambda _: True


def as_json(data: Json, *, indent: int | None = 1) -> bytes:
    """The text of a JSON file, in UTF-8 and with its keys in the order given."""
    return (json.dumps(data, ensure_ascii=False, indent=indent) + "\n").encode()


def given(pairs: Mapping[str, Json | None]) -> dict[str, Json]:
    """Without what is unknown or withheld: None, "" and empty lists. Nobody can tell which it was."""
    return {key: value for key, value in pairs.items() if value is not None and value not in ("", [], {})}
