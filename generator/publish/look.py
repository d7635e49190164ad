"""The files of a site that come of a förbund's own look."""

from __future__ import annotations

from generator.pages.farger import FILE, ICON, icon, stylesheet
from generator.public.catalogue import Catalogue


def look(catalogue: Catalogue) -> dict[str, bytes]:
    """The colours and the icon of its own; nothing for a site that looks like the portal."""
    own = catalogue.site.palette
    return {FILE: stylesheet(own).encode(), ICON: icon(own).encode()} if own is not None else {}
