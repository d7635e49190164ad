"""Pages that the editors wrote by hand, and the nameless pages of what was taken away."""

from __future__ import annotations

import re

from generator.pages.front_matter import page, present
from generator.pages.markdown import escape
from generator.public.catalogue import Site

_FRONT = re.compile(r"---\n(?P<front>.*?\n)---\n(?P<body>.*)", re.DOTALL)
_LINE = re.compile(r"(?P<key>title|description): *(?P<text>\S.*)")


def own_page(name: str, text: str, site: Site) -> str:
    """A page written by hand (`content/sidor/`, or a standard one), drawn by `theme/sida.html`.

    Its front matter has one-line `title:` and `description:`. In its text, `{webbplats}`,
    `{utgivare}`, `{e-post}` and `{förbunden}` stand for the site's name, publisher, functional address and
    for those whose insatser it shows.
    Raises ValueError (in Swedish) when the title is missing or another key stands there.
    """
    match = _FRONT.fullmatch(text)
    lines = [_LINE.fullmatch(line) for line in match["front"].splitlines()] if match else []
    facts = {line["key"]: line["text"].strip() for line in lines if line}
    if match is None or None in lines or "title" not in facts:
        raise ValueError(f"{name}: sidan ska börja med ---, title: …, description: … och ---.")
    body = match["body"]
    for key, value in (("webbplats", site.name), ("utgivare", site.publisher), ("förbunden", site.whose)):
        body = body.replace(f"{{{key}}}", escape(value))
    body = body.replace("{e-post}", f"[{escape(site.email)}](mailto:{site.email})")
    front = present(title=facts["title"], description=facts.get("description"), template="sida.html")
    return page(front, body)


def moved_page(address: str) -> str:
    """What stands where a page was before: the way to `address`, and no name (rule 8: a name has company)."""
    return page(
        {
            "title": "Sidan har flyttat",
            "description": "Sidan har fått en ny adress.",
            "template": "flyttad.html",
            "robots": "noindex",
            "till": address,
        }
    )


def tombstone_page() -> str:
    """What stands where a page was taken away: the same text everywhere, and no name."""
    return page(
        {
            "title": "Den här sidan är borttagen",
            "description": "Den här sidan är borttagen.",
            "template": "borttagen.html",
            "robots": "noindex",
        }
    )
