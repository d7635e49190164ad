"""Grouping, shared by the indexes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.indexes.interface import Entry, IndexPage
from generator.public.catalogue import Catalogue
from generator.public.insats import PublicInsats
from generator.words.swedish import sort_key
from generator.words.vocabularies import Term, Vocabulary

Groups = Mapping[str, tuple[PublicInsats, ...]]


def grouped(insatser: Iterable[PublicInsats], keys: Callable[[PublicInsats], Iterable[str]]) -> Groups:
    """Key → the insatser that have it, each once and in the order given."""
    found: defaultdict[str, list[PublicInsats]] = defaultdict(list)
    for insats in insatser:
        for key in dict.fromkeys(keys(insats)):
            found[key].append(insats)
    return {key: tuple(group) for key, group in found.items()}


def term_pages(
    catalogue: Catalogue,
    vocabulary: Vocabulary,
    keys: Callable[[PublicInsats], Iterable[str]],
    overview: IndexPage,
) -> Iterator[IndexPage]:
    """The overview and one page for every term of a vocabulary, used or not."""
    groups = grouped(catalogue.insatser, keys)
    terms = sorted(vocabulary, key=lambda term: sort_key(term.label))

    def address(term: Term) -> str:
        return f"{overview.address}{term.slug}/"

    entries = tuple(
        Entry(term.label, address(term), len(groups.get(term.id, ())), term.explanation, term.priority)
        for term in terms
    )
    yield IndexPage(overview.address, overview.title, overview.lead, entries)
    for term in terms:
        yield IndexPage(
            address=address(term),
            title=term.label,
            lead=term.explanation,
            insatser=groups.get(term.id, ()),
            empty=overview.empty,
            priority=term.priority,
            parent=(overview.title, overview.address),
        )
