"""The pieces of one paragraph → its text, with bold and italics as asterisks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from xml.etree.ElementTree import Element

from generator.importing.document import Story
from generator.importing.word.styles import is_on, value

_STRONG_STYLES = frozenset({"Strong", "Stark"})
_TICKED, _EMPTY = "☒", "☐"
# Fonts of signs: what stands at the code that the font gives another look.
_SYMBOLS = {
    "6F": _EMPTY, "71": _EMPTY, "72": _EMPTY, "A8": _EMPTY, "FC": "✓", "FB": "✗", "FD": _TICKED,
    "FE": _TICKED, "52": _TICKED, "53": _TICKED, "54": _TICKED, "E0": "→", "F0": "→",
}  # fmt: skip


@dataclass(frozen=True)
class Piece:
    """Text of one look. `story` tells whether it stands there, is struck out, or is a field's prompt."""

    text: str
    sign: str
    story: Story


def sign_of(run: Element) -> str:
    """`**`, `*` or nothing."""
    look = run.find("rPr")
    if is_on(look, "b") or value(look, "rStyle") in _STRONG_STYLES:
        return "**"
    return "*" if is_on(look, "i") else ""


def character(element: Element) -> str:
    """What an element stands for that is text and holds none; "" for every other."""
    tag = element.tag
    if tag in ("tab", "ptab"):
        return "\t"
    if tag in ("br", "cr"):
        return "\n"
    if tag == "noBreakHyphen":
        return "-"
    if tag == "sym":
        return _SYMBOLS.get(element.get("char", "").upper()[-2:], "•")
    if tag == "textpath":  # letters drawn along a line, as UTKAST across the page
        return element.get("string", "")
    if tag == "checkBox":
        return f"{_TICKED if _is_ticked(element) else _EMPTY} "
    if tag == "ddList":
        return _chosen(element)
    return ""


def _is_ticked(box: Element) -> bool:
    return is_on(box, "checked" if box.find("checked") is not None else "default")


def _chosen(choice: Element) -> str:
    entries = [one.get("val", "") for one in choice.findall("listEntry")]
    number = value(choice, "result") or value(choice, "default") or "0"
    return entries[int(number)] if number.isdecimal() and int(number) < len(entries) else ""


def joined(pieces: Iterable[Piece], story: Story) -> str:
    """The text of the pieces of that story."""
    own = [one for one in pieces if one.story is story]
    return "".join(_signed(sign, text) for sign, text in _runs(own))


def _runs(pieces: list[Piece]) -> Iterator[tuple[str, str]]:
    """Neighbours of one look together; space has none of its own."""
    sign = ""
    looks = []
    for one in pieces:
        sign = one.sign if one.text.strip() else sign
        looks.append((sign, one.text))
    for look, group in groupby(looks, key=lambda one: one[0]):
        yield look, "".join(text for _, text in group)


def _signed(sign: str, text: str) -> str:
    """Each line of it between signs, with the space outside them."""
    if not sign:
        return text
    lines = []
    for line in text.split("\n"):
        bare = line.strip()
        lines.append(line.replace(bare, f"{sign}{bare}{sign}", 1) if bare else line)
    return "\n".join(lines)
