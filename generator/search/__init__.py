"""Floor 5: a finished site → the index that its search reads."""

from __future__ import annotations

from generator.search.pagefind import FOLDER, SearchError, build_search

__all__ = ["FOLDER", "SearchError", "build_search"]
