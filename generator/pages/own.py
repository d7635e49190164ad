"""Pages that the editors wrote by hand, and the nameless pages of what was taken away."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.pages.front_matter import page, present
from generator.pages.markdown import escape
from generator.public.catalogue import Site

_FRONT = re.compile(r"---\n(?P<front>.*?\n)---\n(?P<body>.*)", re.DOTALL)
_LINE = re.compile(r"(?P<key>title|description): *(?P<text>\S.*)")


def title_of(text: str) -> str | None:
    """The title of a page written by hand; None when it does not begin as such a page must."""
    read = _read(text)
    return read[0]["title"] if read is not None else None


def words_of(site: Site) -> Mapping[str, str]:
    """What stands for itself in such a page, between braces: the word → what the site has in its place.

    `e-post` is not among them: it is a link where the page can have one.
    """
    return {"webbplats": site.name, "utgivare": site.publisher, "förbunden": site.whose}


def own_page(name: str, text: str, site: Site) -> str:
    """A page written by hand (`content/sidor/`, or a standard one), drawn by `theme/sida.html`.

    Its front matter has one-line `title:` and `description:`. In its text, `{webbplats}`,
    `{utgivare}`, `{e-post}` and `{förbunden}` stand for the site's name, publisher, functional address and
    for those whose insatser it shows.
    Raises ValueError (in Swedish) when the title is missing or another key stands there.
    """
    read = _read(text)
    if read is None:
        raise ValueError(f"{name}: sidan ska börja med ---, title: …, description: … och ---.")
    facts, body = read
    for key, value in words_of(site).items():
        body = body.replace(f"{{{key}}}", escape(value))
    body = body.replace("{e-post}", f"[{escape(site.email)}](mailto:{site.email})")
    front = present(title=facts["title"], description=facts.get("description"), template="sida.html")
    return page(front, body)


def _read(text: str) -> tuple[Mapping[str, str], str] | None:
    match = _FRONT.fullmatch(text)
    lines = [_LINE.fullmatch(line) for line in match["front"].splitlines()] if match else []
    facts = {line["key"]: line["text"].strip() for line in lines if line}
    if match is None or None in lines or "title" not in facts:
        return None
    return facts, match["body"]


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
