"""The policy that a page gives itself (`<meta http-equiv="Content-Security-Policy">`)."""

from __future__ import annotations

import html
import re

_META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def policy_of(page: str) -> str:
    """The policy of a page's HTML, or of the beginning of it; "" when it has none."""
    found = _META.search(page)
    return " ".join(html.unescape(found[1]).split()) if found else ""
