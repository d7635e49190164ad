"""By kommun: those of the catalogue's förbund and of its insatser.

The address carries the SCB code, because Håbo and Habo have the same name without accents.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.indexes._grouping import grouped
from generator.indexes.interface import Entry, Index, IndexPage
from generator.public.catalogue import Catalogue
from generator.words.kommuner import kommuner, lan
from generator.words.swedish import listed, sort_key

_TITLE, _ADDRESS = "Kommuner", "kommuner/"


def _lead(catalogue: Catalogue, code: str) -> str:
    members = [forbund.name for forbund in catalogue.forbund.values() if code in forbund.kommuner]
    where = f"{kommuner()[code]} ligger i {lan()[code[:2]]}."
    return f"{where} Kommunen är med i {listed(members)}." if members else where


def _pages(catalogue: Catalogue) -> Iterator[IndexPage]:
    groups = grouped(catalogue.insatser, lambda insats: insats.kommuner)
    codes = {code for forbund in catalogue.forbund.values() for code in forbund.kommuner}
    codes |= {*groups, *catalogue.former_kommuner}  # an address stays, whatever förbund there is today
    names = kommuner()
    known = sorted((code for code in codes if code in names), key=lambda code: sort_key(names[code]))
    yield IndexPage(
        address=_ADDRESS,
        title=_TITLE,
        lead="Välj den kommun där personen bor.",
        entries=tuple(
            Entry(names[code], f"{_ADDRESS}{code}/", len(groups.get(code, ())), lan()[code[:2]])
            for code in known
        ),
    )
    for code in known:
        yield IndexPage(
            address=f"{_ADDRESS}{code}/",
            title=f"Insatser i {names[code]}",
            lead=_lead(catalogue, code),
            insatser=groups.get(code, ()),
            empty="Just nu finns inga publicerade insatser i den här kommunen.",
            parent=(_TITLE, _ADDRESS),
        )


INDEX = Index(name="kommun", title=_TITLE, pages=_pages, invitation="Insatserna där personen bor")
