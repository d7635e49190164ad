"""Running text as Markdown in which nothing that an editor wrote is markup.

A block is one line, so everything that needs a second line (tables, setext headings, fences,
reference definitions) cannot arise; what works within a line or at its start is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from urllib.parse import quote

from generator.words.plain_text import Block, Paragraph, Run, parse_plain_text

# Python-Markdown takes a backslash before these; Zensical's Markdown is the same package.
_BACKSLASH = "\\`*_{}[]#!+"
_ENTITY = "|~=^$"
# Python-Markdown keeps its own marks between U+0002 and U+0003; no control character gets through.
_CONTROL = [*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)]
_ESCAPES = (
    dict.fromkeys(_CONTROL, "\ufffd")
    | {ord(char): f"\\{char}" for char in _BACKSLASH}
    | {ord(char): f"&#{ord(char)};" for char in _ENTITY}
    | {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
)
_COLON = re.compile(r":(?=\S)")  # :emoji: and bare addresses, should an engine know them
_DASHES = re.compile("--+")
_LIST_MARK = re.compile(r"(\d*)([-.)])")
Linker = Callable[[Run], Iterable[Run]]
_URL_SAFE = "-._:/?#@!$&+,;=%"


def _inline(text: str) -> str:
    escaped = _COLON.sub("&#58;", " ".join(text.splitlines()).translate(_ESCAPES))
    return _DASHES.sub(lambda match: "\\-" * len(match[0]), escaped) if "--" in escaped else escaped


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


def _line(runs: Iterable[Run], linked: Linker) -> str:
    return _at_start("".join(_run(part) for run in runs for part in linked(run)).strip())


def _block(block: Block, linked: Linker) -> str:
    if isinstance(block, Paragraph):
        return _line(block.runs, linked)
    return "\n".join(f"- {_line(item, linked)}" for item in block.items)


def _as_it_is(run: Run) -> Iterable[Run]:
    return (run,)


def to_markdown(text: str, linked: Linker = _as_it_is) -> str:
    """Plain markup → Markdown: paragraphs, lists, bold, links; "" for no text.

    `linked` may split a run to put links of its own into it.
    """
    return "\n\n".join(_block(block, linked) for block in parse_plain_text(text))


def heading(text: str) -> str:
    """A heading of the third rank: the page's own name is the first, its part is the second."""
    return f"### {_inline(text.strip())}"
