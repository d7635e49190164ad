"""Undoes what formats do to text: entities, %-encoding, escapes, quoted-printable, tags.

Each step runs only on a text that shows its sign, so plain text costs next to nothing.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_ROUNDS = 3  # &amp;ouml; and %25C3 are undone twice; a fourth coat is nobody's accident
_PERCENT = re.compile(r"(?:%[0-9a-fA-F]{2})+")
_QUOTED = re.compile(r"(?:=[0-9A-F]{2})+")
_IS_QUOTED = re.compile(r"=C3=|=\r?\n|(?:=[0-9A-F]{2}){4}")
_BYTES = re.compile(r"(?:\\+x[0-9a-fA-F]{2})+")
_ESCAPE = re.compile(
    r"\\+(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|([nrtv/\"'])|0{0,4}([0-9a-fA-F]{2,5})[ \n]?)"
)
_TWICE_UTF8 = re.compile("[\u00c2-\u00f4][\u0080-\u00bf]+")  # ö read as Latin-1 and written as UTF-8 again
_REST = r"""[^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*>"""  # of a tag: a > in quotes does not end it
_INLINE = (
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|dfn|em|font|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|tspan|u|var"
    r"|wbr)\b"
)
_INLINE_TAG = re.compile(rf"{_INLINE}(?:{_REST}|[^<>]*>)", re.IGNORECASE)
_TAG = re.compile(rf"<(?:{_REST}|[^<>]*>)")


def undone(text: str) -> str:
    """The text with every encoding that shows in it undone, coat by coat."""
    for _ in range(_ROUNDS):
        before = text
        if "&" in text:
            text = html.unescape(text)
        if "\\" in text:
            text = _ESCAPE.sub(_escaped, _BYTES.sub(_hex_bytes, text))
        if "%" in text:
            text = _PERCENT.sub(_hex_bytes, text)
        if "=" in text and _IS_QUOTED.search(text) is not None:
            text = _QUOTED.sub(_hex_bytes, text.replace("=\r\n", "").replace("=\n", ""))
        if "\u00c3" in text:
            text = _TWICE_UTF8.sub(_once_less, text)
        if text == before:
            break
    return text


def without_tags(text: str) -> str:
    """The text between the tags: `<b>M</b>oa` is one word, `<td>Moa</td><td>Ek</td>` two."""
    if "<!--" in text:  # a comment may hold markup of its own, and would be taken for one tag
        text = text.replace("<!--", " ").replace("-->", " ")
    return _TAG.sub(" ", _INLINE_TAG.sub("", text))


def ways_to_read(text: str) -> Iterator[str]:
    """The text as it lies and undone; with tags in it also what stands between them. Each once."""
    seen = set()
    for way in _ways(text):
        if way not in seen:
            seen.add(way)
            yield way


def _ways(text: str) -> Iterator[str]:
    yield text
    plain = undone(text)
    yield plain
    if "<" in text:
        yield undone(without_tags(text))
    if plain is not text and plain.count("<") > text.count("<"):  # markup inside markup: a feed's HTML
        yield without_tags(plain)


def _hex_bytes(match: re.Match[str]) -> str:
    return _decoded(bytes.fromhex(re.sub(r"[%=]|\\+x", "", match[0])), match[0])


def _once_less(match: re.Match[str]) -> str:
    return _decoded(match[0].encode("latin-1"), match[0], strict=True)


def _decoded(content: bytes, otherwise: str, *, strict: bool = False) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        return otherwise if strict else content.decode("latin-1")


def _escaped(match: re.Match[str]) -> str:
    if match[3] is not None:
        return match[3] if match[3] in "/\"'" else " "
    code = int(match[1] or match[2] or match[4], 16)
    return chr(code) if code < 0xD800 or 0xE000 <= code < 0x110000 else " "
