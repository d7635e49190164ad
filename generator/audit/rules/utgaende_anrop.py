"""No page makes the visitor's browser ask somebody else for anything.

Read from what the files say. What a script puts together while it runs cannot be read from outside.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from html.parser import HTMLParser
from urllib.parse import urlsplit

from generator.audit.interface import Fault, Known, SiteCheck, SiteFile

_FETCHING = {
    "audio": ("src",), "embed": ("src",), "form": ("action",), "frame": ("src",), "iframe": ("src", "srcdoc"),
    "img": ("src", "srcset"), "input": ("src", "formaction"), "button": ("formaction",), "object": ("data",),
    "script": ("src", "href", "xlink:href"), "source": ("src", "srcset"), "track": ("src",),
    "video": ("src", "poster"),
    "image": ("href", "xlink:href"), "use": ("href", "xlink:href"), "feimage": ("href", "xlink:href"),
    "body": ("background",), "table": ("background",), "td": ("background",), "th": ("background",),
    "tr": ("background",), "base": ("href",),
    "a": ("ping",), "area": ("ping",), "html": ("manifest",),
}  # fmt: skip
_RELATIONS = frozenset(
    {
        "stylesheet", "preload", "modulepreload", "prefetch", "prerender", "dns-prefetch", "preconnect",
        "icon", "apple-touch-icon", "apple-touch-icon-precomposed", "apple-touch-startup-image", "mask-icon",
        "manifest",
    }
)  # fmt: skip
_IN_CSS = re.compile(
    r"@import\s*(?:/\*.*?\*/\s*)?(?:url\()?\s*[\"']?([^\"')\s;]+)"
    r"|(?:url|image-set)\(\s*(?:/\*.*?\*/\s*)?[\"']?([^\"')]+)",
    re.IGNORECASE,
)
# Where a script names the address itself; what it puts together while it runs cannot be read.
# The addresses are sought, and then what stands before each: a page has many words and few of them.
_ADDRESS = re.compile(r"[\"'`]((?:(?:https?|wss?):)?//[^\"'`\s]+)")
_ASKED_BY = re.compile(
    r"(?:\b(?:fetch|import|importScripts|sendBeacon|WebSocket|EventSource|Worker)\s*\(\s*"
    r"|\bopen\s*\(\s*[\"'`][A-Z]+[\"'`]\s*,\s*|\b(?:from|import)\s*|\.src\s*=\s*)$"
)
_BEFORE = 200  # characters
_ASKING = re.compile(
    rf"<(?:{'|'.join(sorted({*_FETCHING, 'link', 'meta'} - {'a', 'area'}, reverse=True))})\b"
    r"(?:(?:[^>\"']|\"[^\"]*\"|'[^']*')*>|[^>]*>)",
    re.IGNORECASE,
)
_IN_HOST_FILE = re.compile(r"(?:\b(?:https?|wss?):|(?<![^\s<]))//[^\s;,>]+", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
# These stand in any tag, or between two. In bytes they are sought at the speed of a search for each.
_STYLED, _PING = (b"url(", b"image-set(", b"@import"), re.compile(rb"ping\s*=")
_REFRESH = re.compile(r"[;,\s]\s*(?:url\s*=\s*)?[\"']?([^\"'\s;,]+)", re.IGNORECASE)
_ADVICE = "Lägg filen på den egna webbplatsen."


class _Requests(HTMLParser):
    """(line, address) of everything that the page asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self._style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One tag with its attributes."""
        given = {name: value or "" for name, value in attrs}
        for name in _FETCHING.get(tag, ()):
            for address in _addresses(name, given.get(name, "")):
                self._add(address)
        if tag == "link" and _RELATIONS & set(given.get("rel", "").lower().split()):
            self._add(given.get("href", ""))
            for address in _addresses("srcset", given.get("imagesrcset", "")):
                self._add(address)
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self._add_all(_REFRESH, given.get("content", ""))
        self._add_all(_IN_CSS, given.get("style", ""))
        for name in ("fill", "stroke", "filter", "mask", "clip-path"):
            self._add_all(_IN_CSS, given.get(name, ""))
        self._style = tag == "style"

    def handle_data(self, data: str) -> None:
        """Text; of a style sheet within the page its addresses."""
        if self._style:
            self._add_all(_IN_CSS, data)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser's
        """The style sheet, if it was one, has ended."""
        self._style = False

    def _add(self, address: str) -> None:
        self.found.append((self.getpos()[0], address))

    def _add_all(self, pattern: re.Pattern[str], text: str) -> None:
        for match in pattern.finditer(text):
            self._add(next((group for group in match.groups() if group), ""))


def _addresses(name: str, value: str) -> list[str]:
    if name == "srcset":
        return [part.split()[0] for part in value.split(",") if part.split()]
    if name == "srcdoc":
        return [address for _, address in _of_html(value)]
    return value.split() if name == "ping" else [value]


def _of_html(text: str) -> list[tuple[int, str]]:
    plain = text.encode(errors="replace").lower()
    if any(sign in plain for sign in _STYLED) or _PING.search(plain) is not None:
        return _parsed(text)
    # A page has hundreds of tags and few of these, the same on every page.
    shown = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text)
    return [
        (shown.count("\n", 0, match.start()) + 1, address)
        for match in _ASKING.finditer(shown)
        for address in _of_tag(match[0])
    ]


@lru_cache(maxsize=10_000)
def _of_tag(tag: str) -> tuple[str, ...]:
    return tuple(address for _, address in _parsed(tag))


def _parsed(text: str) -> list[tuple[int, str]]:
    parser = _Requests()
    parser.feed(text)
    parser.close()
    return parser.found


def _of_css(text: str) -> list[tuple[int, str]]:
    return [
        (text.count("\n", 0, match.start()) + 1, match[1] or match[2]) for match in _IN_CSS.finditer(text)
    ]


def _of_script(text: str) -> list[tuple[int, str]]:
    return [
        (text.count("\n", 0, match.start()) + 1, match[1])
        for match in _ADDRESS.finditer(text)
        if _ASKED_BY.search(text[max(match.start() - _BEFORE, 0) : match.start()])
    ]


def _of_page(text: str) -> list[tuple[int, str]]:
    return _of_html(text) + (_of_script(text) if "<script" in text.lower() else [])


def _of_manifest(text: str) -> list[tuple[int, str]]:
    return [(1, address) for address in re.findall(r'"(?:src|start_url|action|scope)"\s*:\s*"([^"]*)"', text)]


def _of_host_file(text: str) -> list[tuple[int, str]]:
    """What a policy of `_headers` would let a page fetch, a `Link` that it preloads, a move to elsewhere."""
    return [(text.count("\n", 0, match.start()) + 1, match[0]) for match in _IN_HOST_FILE.finditer(text)]


_READERS = {
    ".html": _of_page, ".xhtml": _of_page, ".svg": _of_page, ".css": _of_css, ".webmanifest": _of_manifest,
    ".js": _of_script, ".mjs": _of_script, "_headers": _of_host_file, "_redirects": _of_host_file,
}  # fmt: skip


def _check(file: SiteFile, known: Known) -> Iterator[Fault]:
    reader = _READERS.get(file.suffix or file.name)
    if reader is None:
        return
    may_ask = known.servers if file.name == "_headers" else frozenset()
    for line, address in reader(file.content.decode(errors="replace")):
        if address not in may_ask and _is_elsewhere(address, known.url):
            yield Fault(line, "Sidan hämtar något från en annan webbplats.", _ADVICE)


def _is_elsewhere(address: str, own: str) -> bool:
    # Browsers drop tabs and line breaks inside an address and take \ for /.
    plain = re.sub(r"[\t\n\r]", "", html.unescape(address)).strip().replace("\\", "/")
    try:
        parts, home = urlsplit(plain), urlsplit(own)
    except ValueError:
        return True
    if parts.scheme.lower() in ("data", "blob", "about", "javascript", "mailto", "tel"):
        return False
    if parts.scheme.lower() in ("http", "https") and not parts.netloc:  # https:/annan.example
        return True
    return bool(parts.netloc) and parts.netloc.lower() != home.netloc.lower()


SITE_CHECK = SiteCheck(
    name="utgaende-anrop",
    sentence="Ingen sida hämtar något från en annan webbplats.",
    check=_check,
)
