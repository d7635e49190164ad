"""The pages that another site shows in a frame: a list, or one insats. Cards, and a way to the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.indexes.interface import Index, IndexPage
from generator.pages.front_matter import page, present
from generator.pages.lists import PER_PAGE, intake_groups, ordered
from generator.pages.own import moved_page, tombstone_page
from generator.pages.view import View
from generator.pages.words import EXAMPLE_SHORT, counted
from generator.public.insats import PublicInsats
from generator.words.dates import swedish_date

FOLDER = "badda-in/"


def shared_lists(indexes: Iterable[Index], view: View) -> Iterator[IndexPage]:
    """The groups that can be shown elsewhere, and followed."""
    for index in indexes:
        if index.shared:
            yield from (one for one in index.pages(view.catalogue) if one.parent is not None)


def _list(listed: IndexPage, view: View) -> str:
    whole, site = ordered(listed.insatser or (), view), view.catalogue.site
    total = len(whole.insatser)
    front = present(
        title=listed.title,
        description=f"Insatser: {listed.title}.",
        template="inbaddad.html",
        robots="noindex",
        till=listed.address,
        till_text=f"Se listan i {site.name}" if total < 2 else f"Se alla {counted(total)} i {site.name}",
        dag=swedish_date(view.catalogue.day),
        grupper=intake_groups(whole, 0, PER_PAGE, view),
        tomt=None if total else listed.empty,
    )
    return page(front)


def _insats(insats: PublicInsats, view: View) -> str:
    mark = EXAMPLE_SHORT if insats.example else None
    front = present(
        title=insats.name,
        description=" ".join(part for part in ("Insatsen i korthet.", mark, insats.attribution) if part),
        template="inbaddad.html",
        robots="noindex",
        till=insats.address,
        till_text=f"Läs mer i {view.catalogue.site.name}",
        dag=swedish_date(view.catalogue.day),
        kort=view.cards[insats.id],
    )
    return page(front)


def embedded_pages(indexes: Iterable[Index], view: View) -> Iterator[tuple[str, str]]:
    """(address, page) of everything below `badda-in/`, drawn by `theme/inbaddad.html`.

    A frame that shows an insats under a former address is led on; one that was withdrawn says so.
    """
    catalogue = view.catalogue
    for listed in shared_lists(indexes, view):
        yield f"{FOLDER}{listed.address}", _list(listed, view)
    for insats in catalogue.insatser:
        yield f"{FOLDER}{insats.address}", _insats(insats, view)
    for tombstone in catalogue.tombstones:
        yield f"{FOLDER}{tombstone.address}", tombstone_page()
    for former, address in catalogue.redirects.items():
        yield f"{FOLDER}{former}", moved_page(f"{FOLDER}{address}")
