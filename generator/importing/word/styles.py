"""What the paragraph styles say that the paragraphs do not: which are lists, and which headings."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

_OFF = frozenset({"0", "false", "off"})


def is_on(properties: Element | None, name: str) -> bool:
    """Whether a property that is either on or off is on."""
    found = None if properties is None else properties.find(name)
    return found is not None and found.get("val") not in _OFF


def value(element: Element | None, path: str) -> str:
    """The value of what stands at the path inside the element; "" when nothing does."""
    found = None if element is None else element.find(path)
    return "" if found is None else found.get("val", "")


@dataclass(frozen=True)
class Styles:
    """Ids of the styles that number their paragraphs or give them bullets, and of those for headings."""

    listed: frozenset[str] = frozenset()
    headings: frozenset[str] = frozenset()

    def is_item(self, properties: Element | None) -> bool:
        """Whether a paragraph with these properties is an item of a list. A numbered heading is none."""
        style = value(properties, "pStyle")
        if style in self.headings:
            return False
        number = value(properties, "numPr/numId")
        return number != "0" if number else style in self.listed


def read_styles(root: Element) -> Styles:
    """The styles of the part `styles.xml`. Word writes the built-in names in English in all languages."""
    every = {one.get("styleId", ""): one for one in root.iter("style")}
    listed = {name for name in every if _inherited(name, every, "pPr/numPr/numId") not in ("", "0")}
    headings = {name for name, one in every.items() if value(one, "name").casefold().startswith("heading")}
    return Styles(frozenset(listed), frozenset(headings))


def _inherited(name: str, every: dict[str, Element], path: str) -> str:
    """The value in the style, or in the nearest of those that it is based on."""
    seen: set[str] = set()
    while name in every and name not in seen:
        seen.add(name)
        if found := value(every[name], path):
            return found
        name = value(every[name], "basedOn")
    return ""
