"""Word documents: the text, then headers and footers, notes and comments, and what was struck out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from generator.importing.document import Block, Story
from generator.importing.readers.interface import Reader, UnreadableError
from generator.importing.word.flow import Flow
from generator.importing.word.package import DAMAGED, Package, Part
from generator.importing.word.styles import Styles, read_styles
from generator.words.findings import Spot

# What stands outside the text, in the order of reading: the kind of link, what each is called, what it is.
_MARGINS = (("header", "sidhuvud"), ("footer", "sidfot"))
_NOTES = (
    ("footnotes", "footnote", "fotnot"),
    ("endnotes", "endnote", "slutnot"),
    ("comments", "comment", "kommentar"),
)
_AFTER = 1_000_000  # all that is no paragraph comes after them


def _read(data: bytes) -> tuple[Block, ...]:
    try:
        return tuple(_blocks(Package(data)))
    except UnreadableError:
        raise
    except Exception as error:  # a damaged file fails in as many ways as there are parts in it
        raise UnreadableError(DAMAGED) from error


def _blocks(package: Package) -> Iterator[Block]:
    main = package.main()
    styles = next((read_styles(part.root) for part in _linked(package, main, "styles")), Styles())
    text = Flow(main, styles, _paragraph)
    yield from text.read(main.root)
    yield from text.aside
    after = _AFTER
    for part, said, root, story in _outside(package, main):
        after += 1
        flow = Flow(part, styles, _constant(Spot(after, 1, said)), story)
        yield from flow.read(root)
        yield from flow.aside


def _paragraph(number: int) -> Spot:
    return Spot(number, 1, f"stycke {number}")


def _constant(place: Spot) -> Callable[[int], Spot]:
    return lambda _number: place


def _outside(package: Package, main: Part) -> Iterator[tuple[Part, str, Element, Story]]:
    """Each margin and note: its part, what it is called, and where in the part it stands."""
    for kind, word in _MARGINS:
        seen: set[str] = set()
        for part in _linked(package, main, kind):
            text = "\n".join(one.text or "" for one in part.root.iter("t"))
            if text in seen:  # the first page's, or another section's, says the same
                continue
            seen.add(text)
            yield part, word if len(seen) == 1 else f"{word} {len(seen)}", part.root, Story.MARGIN
    for kind, tag, word in _NOTES:
        for part in _linked(package, main, kind):
            own = [one for one in part.root.findall(tag) if "type" not in one.attrib]  # the others are rules
            for number, note in enumerate(own, 1):
                yield part, f"{word} {number}", note, Story.NOTE


def _linked(package: Package, main: Part, kind: str) -> Iterator[Part]:
    paths = dict.fromkeys(link.target for link in main.links.values() if link.kind == kind)
    return map(package.part, paths)


READER = Reader((".docx",), _read)
