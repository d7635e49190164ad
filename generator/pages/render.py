"""Everything that one site shows, as files of Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.indexes import all_indexes
from generator.pages.badda_in import embedding_page
from generator.pages.glossary import FILE, glossary_page
from generator.pages.inbaddad import FOLDER, embedded_pages
from generator.pages.insats import insats_page
from generator.pages.lists import index_pages
from generator.pages.oversikt import overview_page
from generator.pages.own import moved_page, own_page, tombstone_page
from generator.pages.sok_page import search_page
from generator.pages.start import start_page
from generator.pages.view import View, view
from generator.public.catalogue import Catalogue


class TakenError(ValueError):
    """Two pages want the same address; `page` is the second, and the message (in Swedish) names both."""

    def __init__(self, page: str, first: str) -> None:
        self.page = page
        super().__init__(f"{page}: adressen är redan tagen av {first}.")


def _file(address: str) -> str:
    """`insatser/a/b/` → `insatser/a/b.md`; a folder with pages below it has an `index.md`."""
    parts = address.strip("/").split("/")
    return f"{parts[0]}/index.md" if len(parts) == 1 else f"{'/'.join(parts)}.md"


def _pages(looked: View, own_pages: Mapping[str, str], made: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    catalogue, indexes = looked.catalogue, all_indexes()
    yield "index.md", start_page(looked, indexes)
    yield "sok.md", search_page(looked, indexes)
    yield "oversikt.md", overview_page(looked)
    yield from made.items()
    for insats in catalogue.insatser:
        yield _file(insats.address), insats_page(insats, looked)
    for index in indexes:
        for listed in index.pages(catalogue):
            for address, text in index_pages(listed, looked, shared=index.shared):
                yield _file(address), text
    yield _file(FOLDER), embedding_page(looked, indexes)
    for address, text in embedded_pages(indexes, looked):
        yield _file(address), text
    yield FILE, glossary_page(looked.glossary, catalogue.methods)
    for name, text in own_pages.items():
        yield name, own_page(name, text, catalogue.site)
    for tombstone in catalogue.tombstones:
        yield _file(tombstone.address), tombstone_page()
    for former, address in catalogue.redirects.items():
        yield _file(former), moved_page(address)


def render(
    catalogue: Catalogue, own_pages: Mapping[str, str], made: Mapping[str, str] = MappingProxyType({})
) -> dict[str, str]:
    """The page tree: path (`insatser/gavleborg/rakna-med-mig.md`) → Markdown text with front matter.

    `made` are whole pages of the tree that others draw (`data.md`).
    Pure: the same catalogue and own pages give the same text. The paths come sorted. Raises TakenError
    when two pages want the same address, and ValueError (in Swedish) when an own page has no title.
    """
    tree: dict[str, str] = {}
    taken: dict[str, str] = {}
    for path, text in _pages(view(catalogue), own_pages, made):
        # `om.md` and `om/index.md` are drawn on one address, and case counts on no Windows disk.
        address = path.removesuffix(".md").removesuffix("/index").casefold()
        if address in taken:
            raise TakenError(path, taken[address])
        taken[address] = path
        tree[path] = text
    return dict(sorted(tree.items()))
