"""The start page: the visitor's question first, then the ways to its answer."""

from __future__ import annotations

from collections.abc import Iterable

from generator.indexes.interface import Index
from generator.pages.contact import forbund_contact
from generator.pages.front_matter import Facts, Meta, page, present
from generator.pages.lists import counted, entry
from generator.pages.markdown import to_markdown
from generator.pages.view import View
from generator.pages.words import shortened
from generator.public.catalogue import Catalogue, PublicForbund
from generator.words.channels import ChannelKind

QUESTION = "Finns det en insats här, för den här personen, och kan jag hänvisa nu?"
_ALL_EXAMPLES = (
    "Alla insatser på den här webbplatsen är exempel. Besluten är påhittade: vi känner inte till några "
    "verkliga beslut."
)
_EXAMPLES = (
    "Minst en av insatserna på den här webbplatsen är ett exempel. Beslutet är då påhittat: vi känner "
    "inte till något verkligt beslut. Det står på varje sådan insats."
)
_FEW = 4
_MOST_WAYS = 8
_MOST_CARDS = 12
_SOONEST = {"pågående": 0, "kommande": 1, None: 2}


def _examples(catalogue: Catalogue) -> str | None:
    examples = [insats.example for insats in catalogue.insatser]
    if not any(examples):
        return None
    return _ALL_EXAMPLES if all(examples) else _EXAMPLES


def _own_forbund(catalogue: Catalogue) -> PublicForbund | None:
    if catalogue.channel.kind is not ChannelKind.FORBUNDSWEBB:
        return None
    return catalogue.forbund.get(catalogue.channel.forbund or "")


def _question(index: Index, catalogue: Catalogue) -> Facts:
    overview = next(iter(index.pages(catalogue)))
    ways = overview.entries
    if len(ways) > _FEW:
        most = sorted((way for way in ways if way.count), key=lambda way: -way.count)[:_MOST_WAYS]
        ways = tuple(way for way in ways if way in most)
    return present(
        rubrik=index.question,
        adress=overview.address,
        vagar=[entry(way) for way in ways],
        mer=f"Alla {overview.title.lower()}" if len(ways) < len(overview.entries) else None,
    )


def _forbund(indexes: Iterable[Index], catalogue: Catalogue) -> list[Meta]:
    """The förbund as the index of förbund orders and counts them."""
    overviews = (next(iter(index.pages(catalogue))) for index in indexes if index.name == "forbund")
    return [entry(way) for overview in overviews for way in overview.entries]


def start_page(view: View, indexes: Iterable[Index]) -> str:
    """The page at `/`, drawn by `theme/start.html`; on a förbundswebb it is that förbund's own."""
    catalogue = view.catalogue
    own = _own_forbund(catalogue)
    soonest = sorted(catalogue.insatser, key=lambda insats: _SOONEST.get(insats.status, 3))
    cards: list[Meta] = [view.cards[insats.id] for insats in soonest[:_MOST_CARDS]]
    forbund = [] if own else _forbund(indexes, catalogue)
    front = present(
        title=own.name if own else catalogue.site.name,
        description=shortened(catalogue.site.description, 300),
        template="start.html",
        fraga=QUESTION,
        exempel=_examples(catalogue),
        fragor=[_question(index, catalogue) for index in indexes if index.question],
        lista=cards,
        antal_text=counted(len(catalogue.insatser)),
        tomt=None if cards else "Just nu finns inga publicerade insatser.",
        forbund=forbund,
        kontakt=forbund_contact(own) if own else None,
    )
    return page(front, to_markdown((own.about if own else None) or catalogue.site.description))
