"""What a grouping of the insatser gives: an overview, and a page for each group."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.public.catalogue import Catalogue, PublicForbund
from generator.public.insats import PublicInsats


@dataclass(frozen=True)
class Entry:
    """A way on from an overview.

    `address` is relative to the site's root; `count` counts public insatser; `note` is one line.
    """

    label: str
    address: str
    count: int
    note: str | None = None
    priority: bool = False


@dataclass(frozen=True)
class IndexPage:
    """One page of an index, at `address` (relative to the site's root, ends with `/`).

    An overview has `entries`. A group has `insatser`, and says `empty` when there are none.
    `lead` is plain markup; `parent` is the overview's title and address.
    """

    address: str
    title: str
    lead: str
    entries: tuple[Entry, ...] = ()
    insatser: tuple[PublicInsats, ...] | None = None
    empty: str = "Just nu finns inga insatser här."
    priority: bool = False
    parent: tuple[str, str] | None = None
    forbund: PublicForbund | None = None


@dataclass(frozen=True)
class Index:
    """A grouping. `invitation` says on the start page what one finds there; None keeps it off that page.

    The first page that `pages` gives is the index's own, at `<something>/`. Each group of a `shared` one
    can be followed in a feed, and shown on other sites.
    """

    name: str
    title: str
    pages: Callable[[Catalogue], Iterable[IndexPage]]
    invitation: str | None = None
    shared: bool = False
