"""By whether the insats is to come, goes on or has ended."""

from __future__ import annotations

from collections.abc import Iterator

from generator.indexes._grouping import grouped
from generator.indexes.interface import Entry, Index, IndexPage
from generator.public.catalogue import Catalogue

_TITLE, _ADDRESS = "Status", "status/"
# status of PublicInsats → address, title, explanation
_STATUSES = {
    "pågående": ("pagaende", "Pågående insatser", "De här insatserna pågår nu."),
    "kommande": ("kommande", "Kommande insatser", "De här insatserna är beslutade men har inte börjat än."),
    "avslutad": ("avslutad", "Avslutade insatser", "De här insatserna har slutat. De tar inte emot någon."),
}


def _pages(catalogue: Catalogue) -> Iterator[IndexPage]:
    groups = grouped(catalogue.insatser, lambda insats: [insats.status] if insats.status else [])
    yield IndexPage(
        address=_ADDRESS,
        title=_TITLE,
        lead="En insats kan bara ta emot någon medan den pågår, och ofta bara fram till en viss dag.",
        entries=tuple(
            Entry(title, f"{_ADDRESS}{slug}/", len(groups.get(status, ())), lead)
            for status, (slug, title, lead) in _STATUSES.items()
        ),
    )
    for status, (slug, title, lead) in _STATUSES.items():
        yield IndexPage(
            address=f"{_ADDRESS}{slug}/",
            title=title,
            lead=lead,
            insatser=groups.get(status, ()),
            empty=f"Just nu finns inga {title.lower()}.",
            parent=(_TITLE, _ADDRESS),
        )


INDEX = Index(name="status", title=_TITLE, pages=_pages, invitation="Kommande, pågående och avslutade")
