"""Floor 5: the catalogue → the page tree, one Markdown text with front matter for each address."""

from __future__ import annotations

from generator.pages.render import render

__all__ = ["render"]
