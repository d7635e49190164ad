"""The pages of the indexes: an overview's ways on, a group's cards."""

from __future__ import annotations

from generator.indexes.interface import Entry, IndexPage
from generator.pages.contact import forbund_contact
from generator.pages.front_matter import Facts, Meta, page, present
from generator.pages.markdown import to_markdown
from generator.pages.prose import flat
from generator.pages.view import View
from generator.pages.words import PRIORITY, PRIORITY_EXPLAINED, shortened
from generator.public.catalogue import PublicForbund
from generator.words.kommuner import kommuner
from generator.words.swedish import sort_key


def counted(number: int) -> str:
    """`inga insatser`, `1 insats`, `12 insatser`."""
    if number == 0:
        return "inga insatser just nu"
    return "1 insats" if number == 1 else f"{number} insatser"


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


def kommun_links(codes: tuple[str, ...]) -> list[Meta]:
    """`[{text, adress}]` in Swedish order of name; codes that SCB does not know are passed over."""
    names = kommuner()
    known = sorted({code for code in codes if code in names}, key=lambda code: sort_key(names[code]))
    return [{"text": names[code], "adress": f"kommuner/{code}/"} for code in known]


def _forbund(forbund: PublicForbund) -> Facts:
    return present(kontakt=forbund_contact(forbund), kommuner=kommun_links(forbund.kommuner))


def index_page(listed: IndexPage, view: View) -> str:
    """One page of an index → its page, drawn by `theme/lista.html`."""
    insatser = listed.insatser
    cards: list[Meta] = [view.cards[insats.id] for insats in insatser or ()]
    front = present(
        title=listed.title,
        description=shortened(flat(listed.lead), 300) or f"Insatser: {listed.title}.",
        template="lista.html",
        brodsmulor=[{"text": listed.parent[0], "adress": listed.parent[1]}] if listed.parent else None,
        marke=PRIORITY if listed.priority else None,
        marke_forklaring=PRIORITY_EXPLAINED if listed.priority else None,
        vagar=[entry(way) for way in listed.entries],
        antal_text=counted(len(cards)) if cards else None,
        lista=cards,
        tomt=listed.empty if insatser is not None and not cards else None,
        forbund=_forbund(listed.forbund) if listed.forbund else None,
    )
    return page(front, to_markdown(listed.lead))
