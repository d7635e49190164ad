"""Undoes what formats do to text: entities, %-encoding, escapes, quoted-printable, tags.

Each step runs only on a text that shows its sign, so plain text costs next to nothing.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_ROUNDS = 3  # &amp;ouml; and %25C3 are undone twice; a fourth coat is nobody's accident
_PERCENT = re.compile(r"(?:%[0-9a-fA-F]{2})+")
_QUOTED = re.compile(r"(?:=[0-9A-F]{2})+", re.IGNORECASE)
# Of mail in Latin-1, as Swedish mail was, a single =F6 may be all there is.
_IS_QUOTED = re.compile(
    r"=(?:C3=|\r?\n|(?:[CE][459]|[DF]6)[a-zåäö]|[0-9A-F]{2}(?:=[0-9A-F]{2}){3})", re.IGNORECASE
)
_BYTES = re.compile(r"(?:\\+x[0-9a-fA-F]{2})+")
_ESCAPE = re.compile(
    r"\\+(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|([nrtv/\"'])|0{0,4}([0-9a-fA-F]{2,5})[ \n]?)"
)
# ö read as Latin-1 or as Windows-1252, and written as UTF-8 again.
_WINDOWS = {ord(bytes((code,)).decode("cp1252", "replace")): code for code in range(0x80, 0xA0)}
_TWICE_UTF8 = re.compile(f"[\u00c2-\u00f4][\u0080-\u00bf{''.join(map(chr, _WINDOWS))}]+")
_SURROGATE = re.compile("[\ud800-\udfff]")  # JSON writes a character outside the first plane as two of them
_FOLDED_LINE = re.compile(r"\r?\n[ \t]")  # RFC 5545, 3.1: anywhere in a word
_JOINED = re.compile(r"[\"'`]\s*\+\s*[\"'`]")  # 'to' + 'va' in a script
_JOINS = re.compile(r"\+\s*[\"'`]")  # sought at the speed of its first sign, as the next
_IS_PERCENT = re.compile(r"%(?:u|[0-9a-fA-F]{2})")
_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)|<!\[CDATA\[|\]\]>|<\?[^>]*>", re.DOTALL)
_REST = r"""[^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*>"""  # of a tag: a > in quotes does not end it
_INLINE = (
    r"</?(?:a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|nobr|output|q|r[bpt]"
    r"|ruby|s|small|span|strong|sub|sup|time|tspan|tt|u|var|wbr|[a-z]+-[\w-]+)\b"
)
_INLINE_TAG = re.compile(rf"{_INLINE}(?:{_REST}|[^<>]*>)", re.IGNORECASE)
_TAG = re.compile(rf"<(?:{_REST}|[^<>]*>)")


def undone(text: str) -> str:
    """The text with every encoding that shows in it undone, coat by coat."""
    if text.startswith("BEGIN:V"):
        text = _FOLDED_LINE.sub("", text)
    for _ in range(_ROUNDS):
        before, text = text, _one_coat_less(text)
        if text == before:
            break
    return text


def _one_coat_less(text: str) -> str:
    if "&" in text:
        text = html.unescape(text)
    if "\\" in text:
        text = _ESCAPE.sub(_escaped, _BYTES.sub(_hex_bytes, text) if "\\x" in text else text)
        if _SURROGATE.search(text) is not None:
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if _IS_PERCENT.search(text) is not None:
        text = _PERCENT.sub(_hex_bytes, text.replace("%u", "\\u"))
    if "=" in text and _IS_QUOTED.search(text) is not None:
        text = _QUOTED.sub(_hex_bytes, text.replace("=\r\n", "").replace("=\n", ""))
    if "\u00c3" in text:
        text = _TWICE_UTF8.sub(_once_less, text)
    if _JOINS.search(text) is not None:
        text = _JOINED.sub("", text)
    return text


def without_tags(text: str) -> str:
    """The text, then the comments: `<b>M</b>oa` is one word, `<td>Moa</td><td>Ek</td>` two."""
    if "<!" in text or "<?" in text:  # a comment may hold markup of its own, and would be taken for one tag
        said = [match[1] for match in _COMMENT.finditer(text) if match[1]]
        text = "\n".join((_COMMENT.sub("", text), *said))
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
    return _decoded(match[0].translate(_WINDOWS).encode("latin-1"), match[0], strict=True)


def _decoded(content: bytes, otherwise: str, *, strict: bool = False) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        return otherwise if strict else content.decode("latin-1")


def _escaped(match: re.Match[str]) -> str:
    if match[3] is not None:
        return match[3] if match[3] in "/\"'" else " "
    code = int(match[1] or match[2] or match[4], 16)
    return chr(code) if code < 0x110000 else " "
