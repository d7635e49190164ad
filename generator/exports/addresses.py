"""Which files of a site are data, and so audited by what the channel öppna-data withholds."""

from __future__ import annotations


def is_data(name: str) -> bool:
    """Whether the file (its path below the site) was made by an export; all else is pages."""
    if name.endswith(".html") or name.startswith("pagefind/"):
        return False
    return name.startswith(("data/", "datasets/")) or name.endswith((".json", ".md")) or name == "llms.txt"
