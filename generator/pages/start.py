"""The start page: the visitor's question first, then the ways to its answer."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from generator.indexes.interface import Entry, Index, IndexPage
from generator.pages.contact import forbund_contact
from generator.pages.front_matter import Meta, page, present
from generator.pages.intake import IntakeState
from generator.pages.jsonld import site_jsonld
from generator.pages.lists import entry, intake_groups, ordered, ways
from generator.pages.markdown import to_markdown
from generator.pages.view import View
from generator.pages.words import counted, shortened
from generator.public.catalogue import Catalogue
from generator.words.dates import swedish_date
from generator.words.swedish import sort_key

QUESTION = "Finns det en insats här, för den här personen, och kan jag hänvisa nu?"
_ALL_EXAMPLES = (
    "Alla insatser på den här webbplatsen är exempel. Besluten är påhittade: vi känner inte till några "
    "verkliga beslut."
)
_EXAMPLES = (
    "Minst en av insatserna på den här webbplatsen är ett exempel. Beslutet är då påhittat: vi känner "
    "inte till något verkligt beslut. Det står på varje sådan insats."
)
_MOST_CARDS = 6


def _examples(catalogue: Catalogue) -> str | None:
    examples = [insats.example for insats in catalogue.insatser]
    if not any(examples):
        return None
    return _ALL_EXAMPLES if all(examples) else _EXAMPLES


def _overview(indexes: Iterable[Index], name: str, catalogue: Catalogue) -> IndexPage:
    return next(iter(next(index for index in indexes if index.name == name).pages(catalogue)))


def _value(way: Entry) -> str:
    """What the search calls it: the last part of the address."""
    return way.address.rstrip("/").rpartition("/")[2]


def _choices(overview: IndexPage) -> list[Meta]:
    """`[{varde, text, antal}]`, without groups that no insats is for."""
    return [
        {"varde": _value(way), "text": way.label, "antal": way.count} for way in overview.entries if way.count
    ]


def _kommuner(overview: IndexPage) -> list[Meta]:
    """`[{lan, val: [{varde, text, antal}]}]`: kommuner without an insats too, so that it is told."""
    by_lan = sorted(overview.entries, key=lambda way: sort_key(way.note or ""))
    return [
        {
            "lan": lan,
            "val": [{"varde": _value(way), "text": way.label, "antal": way.count} for way in ways],
        }
        for lan, ways in groupby(by_lan, lambda way: way.note or "Övriga")
    ]


def _open(number: int, total: int) -> str:
    if number == 0:
        none = "ingen av dem tar emot nya" if total > 1 else "som inte tar emot nya"
        return f"{none} just nu, vad vi vet"
    return f"{number} tar emot nya just nu"


def _forbund(indexes: Iterable[Index], catalogue: Catalogue) -> list[Meta]:
    """The förbund as the index of förbund orders and counts them."""
    overviews = (next(iter(index.pages(catalogue))) for index in indexes if index.name == "forbund")
    return [entry(way) for overview in overviews for way in overview.entries]


def start_page(view: View, indexes: Iterable[Index]) -> str:
    """The page at `/`, drawn by `theme/start.html`; on a förbundswebb it is that förbund's own."""
    catalogue = view.catalogue
    own = catalogue.own
    whole = ordered(catalogue.insatser, view)
    total = len(whole.insatser)
    forbund = [] if own else _forbund(indexes, catalogue)
    front = present(
        title=own.name if own else catalogue.site.name,
        description=shortened(catalogue.site.description, 300),
        template="start.html",
        jsonld=site_jsonld(catalogue),
        fraga=QUESTION,
        exempel=_examples(catalogue),
        dag=swedish_date(catalogue.day),
        alla_kommuner="Alla kommuner" if own else "Hela landet",
        kommuner=_kommuner(_overview(indexes, "kommun", catalogue)),
        malgrupper=_choices(_overview(indexes, "malgrupp", catalogue)),
        vagar=ways([index for index in indexes if index.invitation], catalogue),
        grupper=intake_groups(whole, 0, _MOST_CARDS, view),
        antal_text=counted(total),
        oppna_text=_open(whole.counts[IntakeState.OPEN], total) if total else None,
        tomt=None if total else "Just nu finns inga publicerade insatser.",
        forbund=forbund,
        kontakt=forbund_contact(own) if own else None,
    )
    return page(front, to_markdown((own.about if own else None) or catalogue.site.description))
