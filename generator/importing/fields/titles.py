"""The insats' name, and the other names that the document calls it."""

from __future__ import annotations

import re
from typing import Final

from generator.importing.division import Section
from generator.importing.draft import Context, Draft
from generator.importing.headings import plain
from generator.words.findings import Position

_QUOTED = re.compile(r"[\"”“](?P<name>[^\"”“\n]{4,80})[\"”“]")
_RULE: Final = "titel"


def read_name(section: Section, draft: Draft, _context: Context) -> None:
    """The first answer is the name; another one further on is a second title."""
    block = section.blocks[0]
    name = " ".join(cell for cell in block.cells if cell)
    draft.unplaced(section.blocks[1:])
    if draft.get("namn") is None:
        draft.set("namn", name, block.place)
    elif name != draft.get("namn"):
        _add(draft, name, block.place)


def _add(draft: Draft, name: str, place: Position) -> None:
    others = draft.values.setdefault("andra_namn", [])
    if not isinstance(others, list) or plain(name) in map(plain, others):
        return
    others.append(name)
    message = "Insatsen har ett annat namn här än på första sidan."
    draft.doubt(
        ("andra_namn",), place, _RULE, message, "Se efter vilket som gäller, och stryk det som är fel."
    )


def find_titles(draft: Draft) -> None:
    """Quoted names in the text that begin as the insats' own, and say something else."""
    name = draft.get("namn")
    if not isinstance(name, str) or not plain(name):
        return
    first = plain(name).split()[0]
    for texts in draft.running("beskrivning").values():
        for paragraph in texts:
            for match in _QUOTED.finditer(paragraph.text):
                quoted = plain(match["name"])
                if quoted.startswith(first) and quoted != plain(name):
                    _add(draft, match["name"].strip(), paragraph.place)
