"""The pages of the indexes: an overview's ways on, a group's cards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator.indexes.interface import Entry, Index, IndexPage
from generator.pages.contact import forbund_contact
from generator.pages.front_matter import Facts, Meta, page, present
from generator.pages.intake import GROUP_TITLES, IntakeState, by_intake
from generator.pages.markdown import to_markdown
from generator.pages.prose import flat, web_link
from generator.pages.view import View
from generator.pages.words import PRIORITY, PRIORITY_EXPLAINED, counted, shortened
from generator.public.catalogue import Catalogue, PublicForbund, Successor
from generator.public.insats import PublicInsats
from generator.words.dates import swedish_date
from generator.words.kommuner import kommuner
from generator.words.swedish import sort_key

PER_PAGE = 40  # cards of 1.5 kB: a page stays well below 100 kB


def entry(way: Entry) -> Facts:
    """`{text, adress, antal, antal_text, anmarkning?, marke?}`."""
    return present(
        text=way.label,
        adress=way.address,
        antal=way.count,
        antal_text=counted(way.count),
        anmarkning=way.note,
        marke=PRIORITY if way.priority else None,
    )


def ways(indexes: Iterable[Index], catalogue: Catalogue) -> list[Meta]:
    """`[{text, adress, anmarkning?}]`: the indexes, which do the search's work without a script.

    A förbund's own web has no förbund to choose between.
    """
    found: list[Meta] = []
    for index in indexes:
        if not (catalogue.own and index.name == "forbund"):
            overview = next(iter(index.pages(catalogue)))
            found.append(present(text=overview.title, adress=overview.address, anmarkning=index.invitation))
    return found


def kommun_links(codes: tuple[str, ...]) -> list[Meta]:
    """`[{text, adress}]` in Swedish order of name; codes that SCB does not know are passed over."""
    names = kommuner()
    known = sorted({code for code in codes if code in names}, key=lambda code: sort_key(names[code]))
    return [{"text": names[code], "adress": f"kommuner/{code}/"} for code in known]


def _forbund(forbund: PublicForbund) -> Facts:
    return present(
        kontakt=forbund_contact(forbund),
        kommuner=kommun_links(forbund.kommuner),
        ersatt=_successor(forbund.replaced_by) if forbund.replaced_by else None,
    )


def _successor(successor: Successor) -> Facts:
    """`{namn, adress?, webb?}`: its page on this site, or else its own site."""
    if successor.address is not None:
        return {"namn": successor.name, "adress": successor.address}
    return present(namn=successor.name, webb=web_link(successor.web))


def _address(listed: IndexPage, number: int) -> str:
    return listed.address if number == 1 else f"{listed.address}sida-{number}/"


def _browse(listed: IndexPage, number: int, last: int) -> Facts:
    return present(
        text=f"Sida {number} av {last}",
        forra=_address(listed, number - 1) if number > 1 else None,
        nasta=_address(listed, number + 1) if number < last else None,
    )


@dataclass(frozen=True)
class Ordered:
    """The insatser of a list in the order of `by_intake`, and how many there are in each state."""

    insatser: tuple[PublicInsats, ...]
    counts: Mapping[IntakeState, int]


def ordered(insatser: Iterable[PublicInsats], view: View) -> Ordered:
    """Those that take somebody in now come first."""
    sorted_ = by_intake(insatser, view.intakes)
    return Ordered(sorted_, Counter(view.intakes[insats.id].state for insats in sorted_))


def intake_groups(whole: Ordered, first: int, last: int, view: View) -> list[Meta]:
    """`[{rubrik, lage, antal, lista: [card]}]` of the insatser `first` to `last` (not included).

    `antal` is the number in that state of all pages.
    """
    groups = groupby(whole.insatser[first:last], lambda insats: view.intakes[insats.id].state)
    return [
        {
            "rubrik": GROUP_TITLES[state],
            "lage": state.value,
            "antal": whole.counts[state],
            "lista": [view.cards[insats.id] for insats in group],
        }
        for state, group in groups
    ]


def _file(listed: IndexPage, view: View) -> str | None:
    """Where the list is as data, when something is in it; its overview is nowhere."""
    told = any(insats.id not in view.catalogue.without_data for insats in listed.insatser or ())
    return f"data/v1/{listed.address.rstrip('/')}.csv" if told and listed.parent else None


def _page(listed: IndexPage, whole: Ordered, view: View, place: tuple[int, int], *, shared: bool) -> str:
    number, last = place
    total = len(whole.insatser)
    front = present(
        title=listed.title if number == 1 else f"{listed.title}, sida {number} av {last}",
        description=shortened(flat(listed.lead), 300) or f"Insatser: {listed.title}.",
        template="lista.html",
        brodsmulor=[{"text": listed.parent[0], "adress": listed.parent[1]}] if listed.parent else None,
        marke=PRIORITY if listed.priority else None,
        marke_forklaring=PRIORITY_EXPLAINED if listed.priority else None,
        vagar=[entry(way) for way in listed.entries],
        antal_text=counted(total) if total else None,
        dag=swedish_date(view.catalogue.day) if total else None,
        grupper=intake_groups(whole, (number - 1) * PER_PAGE, number * PER_PAGE, view),
        bladdra=_browse(listed, number, last) if last > 1 else None,
        fil=_file(listed, view),
        flode=f"data/flode/{listed.address.rstrip('/')}" if shared and listed.parent else None,
        tomt=listed.empty if listed.insatser is not None and not total else None,
        forbund=_forbund(listed.forbund) if listed.forbund else None,
    )
    return page(front, to_markdown(listed.lead))


def index_pages(listed: IndexPage, view: View, *, shared: bool = False) -> Iterator[tuple[str, str]]:
    """One page of an index → (address, page), drawn by `theme/lista.html`; more where the list is long.

    A group of an index that is `shared` tells how it is followed.
    """
    whole = ordered(listed.insatser or (), view)
    last = max(1, -(-len(whole.insatser) // PER_PAGE))
    for number in range(1, last + 1):
        yield _address(listed, number), _page(listed, whole, view, (number, last), shared=shared)
