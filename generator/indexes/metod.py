"""By method."""

from __future__ import annotations

from collections.abc import Iterable

from generator.indexes._grouping import term_pages
from generator.indexes.interface import Index, IndexPage
from generator.public.catalogue import Catalogue

_OVERVIEW = IndexPage(
    address="metoder/",
    title="Metoder",
    lead="En metod är ett bestämt sätt att arbeta. Här är de metoder som insatserna säger att de "
    "använder, med en kort förklaring av var och en.",
    empty="Just nu finns inga publicerade insatser som använder den här metoden.",
)


def _pages(catalogue: Catalogue) -> Iterable[IndexPage]:
    return term_pages(
        catalogue, catalogue.methods, lambda insats: [term.id for term in insats.methods], _OVERVIEW
    )


INDEX = Index(name="metod", title="Metoder", pages=_pages, invitation="Arbetssätt, med förklaringar")
