"""Running text as Markdown in which nothing that an editor wrote is markup.

A block is one line, so everything that needs a second line (tables, setext headings, fences,
reference definitions) cannot arise; what works within a line or at its start is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from generator.words.plain_text import Block, Paragraph, Run, parse_plain_text

# Python-Markdown takes a backslash before these; Zensical's Markdown is the same package.
_BACKSLASH = frozenset("\\`*_{}[]#!+")
_ENTITY = {char: f"&#{ord(char)};" for char in "|~=^$"} | {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# Python-Markdown keeps its own marks between U+0002 and U+0003; no control character gets through.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_LIST_MARK = re.compile(r"(\d*)([-.)])")
_URL_SAFE = "-._:/?#@!$&+,;=%"


def _inline(text: str) -> str:
    shown = _CONTROL.sub("\ufffd", " ".join(text.splitlines()))
    escaped = "".join(f"\\{char}" if char in _BACKSLASH else _ENTITY.get(char, char) for char in shown)
    escaped = re.sub(r":(?=\S)", "&#58;", escaped)  # :emoji: and bare addresses, should an engine know them
    return re.sub(r"-(?=-)|(?<=-)-", r"\\-", escaped)


def _at_start(line: str) -> str:
    line = re.sub("^:", "&#58;", line)
    return _LIST_MARK.sub(r"\1\\\2", line, count=1) if _LIST_MARK.match(line) else line


def escape(text: str) -> str:
    """One line of Markdown that shows `text` and is nothing else, wherever in a page it stands."""
    return _at_start(_inline(text.strip()))


def _address(href: str) -> str:
    return quote(href, safe=_URL_SAFE).replace("&", "&amp;")


def _run(run: Run) -> str:
    inner = _inline(run.text)
    words = inner.strip()
    if not words or not (run.bold or run.href):
        return inner
    before, after = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
    marked = f"[{words}]({_address(run.href)})" if run.href else f"**{words}**"
    return f"{before}{marked}{after}"


def _line(runs: Iterable[Run]) -> str:
    return _at_start("".join(_run(run) for run in runs).strip())


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return _line(block.runs)
    return "\n".join(f"- {_line(item)}" for item in block.items)


def to_markdown(text: str) -> str:
    """Plain markup → Markdown: paragraphs, lists, bold, links; "" for no text."""
    return "\n\n".join(_block(block) for block in parse_plain_text(text))


def heading(text: str) -> str:
    """A heading of the second rank: the page's own name is the first."""
    return f"## {_inline(text.strip())}"
