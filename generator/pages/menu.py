"""The main menu, where a förbund's own web differs from the portal."""

from __future__ import annotations

from collections.abc import Mapping

from generator.public.catalogue import Catalogue


def own_menu(catalogue: Catalogue) -> Mapping[str, tuple[str, str]]:
    """Page of the portal's menu → what the entry is called instead, and its page. Empty on the portal."""
    if catalogue.own is None:
        return {}
    return {"forbund/index.md": ("Om förbundet", f"{catalogue.own.address.rstrip('/')}.md")}
