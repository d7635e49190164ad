"""All insatser, in Swedish order of name."""

from __future__ import annotations

from collections.abc import Iterator

from generator.indexes.interface import Index, IndexPage
from generator.public.catalogue import Catalogue


def _pages(catalogue: Catalogue) -> Iterator[IndexPage]:
    yield IndexPage(
        address="insatser/",
        title="Alla insatser",
        lead="Här finns alla publicerade insatser, i bokstavsordning.",
        insatser=catalogue.insatser,
        empty="Just nu finns inga publicerade insatser.",
    )


INDEX = Index(name="alla", title="Insatser", pages=_pages)
