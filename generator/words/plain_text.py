"""The plain markup of running text: paragraphs, `- ` lists, **bold** and [links](https://…).

Nothing else is markup: every other character stands for itself. The result is data; each renderer
writes it in its own language and escapes what it must.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_INLINE = re.compile(r"\*\*(?P<bold>[^*\n]+)\*\*|\[(?P<label>[^\[\]\n]+)\]\((?P<href>[^()\s]+)\)")
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\"'`\\()\[\]]+")


@dataclass(frozen=True)
class Run:
    """A stretch of text; at most one of `bold` and `href` is set."""

    text: str
    bold: bool = False
    href: str | None = None


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; its line breaks are plain spaces."""

    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Bullets:
    """A list; each item is a sequence of runs."""

    items: tuple[tuple[Run, ...], ...]


Block = Paragraph | Bullets


def _runs(text: str) -> tuple[Run, ...]:
    def parts() -> Iterator[Run]:
        end = 0
        for match in _INLINE.finditer(text):
            href = match["href"]
            if href is not None and _SAFE_LINK.fullmatch(href) is None:
                continue  # not a link that we follow: it stays as it was written
            if match.start() > end:
                yield Run(text[end : match.start()])
            if href is not None:
                yield Run(match["label"], href=href)
            else:
                yield Run(match["bold"], bold=True)
            end = match.end()
        if end < len(text):
            yield Run(text[end:])

    return tuple(parts())


def parse_plain_text(text: str) -> tuple[Block, ...]:
    """Text → blocks. Total: any text gives a result, and every word of it is in the result."""
    blocks: list[Block] = []
    lines: list[str] = []
    items: list[list[str]] = []

    def close() -> None:
        if lines:
            blocks.append(Paragraph(_runs(" ".join(lines))))
            lines.clear()
        if items:
            blocks.append(Bullets(tuple(_runs(" ".join(item)) for item in items)))
            items.clear()

    for line in text.splitlines():
        words = " ".join(line.split())
        if not words:
            close()
        elif words.startswith("- ") and words != "- ":
            if lines:
                close()
            items.append([words[2:]])
        elif items:
            items[-1].append(words)
        else:
            lines.append(words)
    close()
    return tuple(blocks)
