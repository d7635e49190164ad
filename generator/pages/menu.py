"""The main menu where a förbund's own web differs from the portal, and pages that only the foot leads to."""

from __future__ import annotations

from collections.abc import Mapping

from generator.pages.own import title_of
from generator.public.catalogue import Catalogue
from generator.words.swedish import sort_key

IN_THE_FOOT = frozenset({"om.md", "personuppgifter.md", "tillganglighet.md"})  # theme/partials/fot.html


def own_menu(catalogue: Catalogue) -> Mapping[str, tuple[str, str]]:
    """Page of the portal's menu → what the entry is called instead, and its page. Empty on the portal."""
    if catalogue.own is None:
        return {}
    return {"forbund/index.md": ("Om förbundet", f"{catalogue.own.address.rstrip('/')}.md")}


def further_pages(own_pages: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """(address, title) of each page written by hand that the theme does not lead to by itself, by title."""
    found = (
        (f"{name.removesuffix('.md')}/", title_of(text) or name)
        for name, text in own_pages.items()
        if name not in IN_THE_FOOT
    )
    return tuple(sorted(found, key=lambda page: (sort_key(page[1]), page[0])))
