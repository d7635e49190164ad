"""Addresses behind a text that does not show them."""

from __future__ import annotations

import re

_SPACE = re.compile(r"\s+")


def hidden_address(target: str, text: str) -> str:
    """The web or e-mail address behind the link; "" when the text says it, or it is of another kind."""
    if not target.casefold().startswith(("https:", "http:", "mailto:")):
        return ""
    address = re.sub("^mailto:", "", target, flags=re.IGNORECASE).partition("?")[0]
    bare = address.rpartition("//")[2].removeprefix("www.").rstrip("/").casefold()
    return "" if bare in _SPACE.sub("", text).casefold() else address
