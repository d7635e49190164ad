"""By förbund: every one of the catalogue, with its insatser."""

from __future__ import annotations

from collections.abc import Iterator

from generator.indexes._grouping import grouped
from generator.indexes.interface import Entry, Index, IndexPage
from generator.public.catalogue import Catalogue
from generator.words.kommuner import lan
from generator.words.swedish import listed, sort_key

_TITLE, _ADDRESS = "Samordningsförbund", "forbund/"
_LEAD = (
    "I ett samordningsförbund går kommuner, regionen, Arbetsförmedlingen och Försäkringskassan "
    "samman för att hjälpa människor som behöver stöd från flera håll. Förbunden betalar insatserna."
)


def _pages(catalogue: Catalogue) -> Iterator[IndexPage]:
    groups = grouped(catalogue.insatser, lambda insats: [insats.forbund])
    members = sorted(catalogue.forbund.values(), key=lambda forbund: sort_key(forbund.name))
    yield IndexPage(
        address=_ADDRESS,
        title=_TITLE,
        lead=_LEAD,
        entries=tuple(
            Entry(
                label=forbund.name,
                address=forbund.address,
                count=len(groups.get(forbund.id, ())),
                note=listed([lan()[code] for code in forbund.lan if code in lan()]) or None,
            )
            for forbund in members
        ),
    )
    for forbund in members:
        yield IndexPage(
            address=forbund.address,
            title=forbund.name,
            lead=forbund.about or "",
            insatser=groups.get(forbund.id, ()),
            empty="Just nu finns inga publicerade insatser från det här förbundet.",
            parent=(_TITLE, _ADDRESS),
            forbund=forbund,
        )


INDEX = Index(
    name="forbund", title=_TITLE, pages=_pages, invitation="De som betalar för insatserna", shared=True
)
