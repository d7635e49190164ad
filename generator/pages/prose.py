"""Running text in front matter: as one line, or as blocks that `theme/partials/text.html` draws."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.pages.front_matter import Meta, present
from generator.words.plain_text import Paragraph, Run, parse_plain_text

_WEB = re.compile(r"https?://[^\s<>\"'`\\]+")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def flat(text: str | None) -> str:
    """The words of a text on one line, without its markup; "" for None."""
    blocks = parse_plain_text(text or "")
    lines = ([block.runs] if isinstance(block, Paragraph) else block.items for block in blocks)
    return " ".join("".join(run.text for run in runs).strip() for line in lines for runs in line)


def _runs(runs: Iterable[Run]) -> list[Meta]:
    return [present(text=run.text, fet=run.bold or None, lank=run.href) for run in runs]


def blocks(text: str | None) -> list[Meta]:
    """Text → `[{stycke: [{text, fet?, lank?}]}, {punkter: [[…]]}]`; [] for None."""
    return [
        {"stycke": _runs(block.runs)}
        if isinstance(block, Paragraph)
        else {"punkter": [_runs(item) for item in block.items]}
        for block in parse_plain_text(text or "")
    ]


def web_link(url: str | None) -> str | None:
    """The address when it is one of the web, otherwise None: a theme may put it into `href`."""
    return url if url is not None and _WEB.fullmatch(url) else None


def email_link(address: str | None) -> str | None:
    """`mailto:` and the address when it is a plain e-mail address, otherwise None."""
    return f"mailto:{address}" if address is not None and _EMAIL.fullmatch(address) else None


def contact_link(text: str) -> str | None:
    """Where a line of contact leads when it is an e-mail or web address and nothing else."""
    return email_link(text) or web_link(text)
