"""By whom the insats is for."""

from __future__ import annotations

from collections.abc import Iterable

from generator.indexes._grouping import term_pages
from generator.indexes.interface import Index, IndexPage
from generator.public.catalogue import Catalogue

_OVERVIEW = IndexPage(
    address="malgrupper/",
    title="Målgrupper",
    lead="En målgrupp är de personer som en insats är till för. Orden är vår egen ordlista, ingen "
    "officiell indelning. Tre av grupperna har regeringen pekat ut som prioriterade. De är märkta "
    "”Prioriterad grupp”.",
    empty="Just nu finns inga publicerade insatser för den här målgruppen.",
)


def _pages(catalogue: Catalogue) -> Iterable[IndexPage]:
    return term_pages(
        catalogue,
        catalogue.target_groups,
        lambda insats: [term.id for term in insats.target_groups],
        _OVERVIEW,
    )


INDEX = Index(
    name="malgrupp", title="Målgrupper", pages=_pages, invitation="Vem insatsen är till för", shared=True
)
