"""Goals, by the kind that their heading names, with their figure."""

from __future__ import annotations

import re

from generator.importing.division import Section
from generator.importing.document import Block
from generator.importing.draft import Context, Draft, Paragraph
from generator.importing.headings import near, plain

_KINDS = ("övergripande mål", "verksamhetsmål", "resultatmål", "effektmål", "insatsmål", "processmål")
_IS_GOAL = re.compile(r"\b(?:ska|skall|mål|målet|målen|målsättning\w*)\b", re.IGNORECASE)
_TARGET = re.compile(
    r"(?:\b(?:minst|högst|cirka|ca) )?\d+(?:[.,]\d+)? ?%|\b(?:minst|högst) \d+\b", re.IGNORECASE
)
_LONGEST_HEADING = 90


def read_goals(section: Section, draft: Draft, _context: Context) -> None:
    """List items, and paragraphs that say what shall be, are goals. All else is `beskrivning.mål`."""
    kind, group, typed = "mål", "", False
    for block in section.blocks:
        heading = _heading(block)
        if heading is not None:
            kind, group = heading
            typed = kind != "mål"
            if len(group.split()) > 2 or (not typed and group):
                draft.add("beskrivning.mål", Paragraph("strong", block.text.rstrip(":"), block.place))
                group = ""
        elif block.text.endswith(":"):
            draft.add("beskrivning.mål", Paragraph("text", block.text, block.place))
        elif block.kind == "item" or typed or _IS_GOAL.search(block.text):
            _add(draft, kind, group, block)
        else:
            draft.add("beskrivning.mål", Paragraph(block.kind, block.text, block.place))


def _heading(block: Block) -> tuple[str, str] | None:
    """The goal's kind and the part of the insats that the heading names; None for what is no heading."""
    text = block.text.rstrip(": ")
    words = plain(text).split()
    if block.kind != "text" or not words or len(text) > _LONGEST_HEADING or text.endswith("."):
        return None
    for kind in _KINDS:
        count = kind.count(" ") + 1
        if near(" ".join(words[:count]), plain(kind)):
            return kind, " ".join(re.split(r"[\s–-]+", text)[count:])
    if block.strong or (len(words) <= 3 and words[-1] in ("mal", "malen")):
        return "mål", text
    return None


def _add(draft: Draft, kind: str, group: str, block: Block) -> None:
    goals = draft.values.setdefault("mål", [])
    if not isinstance(goals, list):
        raise TypeError
    text = f"{group[0].upper()}{group[1:]}: {block.text}" if group else block.text
    targets = _TARGET.findall(block.text)
    goal = {"typ": kind, "text": text}
    goal |= {"måltal": targets[0]} if targets else {}
    goals.append(goal | {"utfall": "ej redovisat"})
    path = ("mål", len(goals) - 1)
    draft.places[path] = block.place
    if len(targets) > 1:
        message = "Stycket har flera måltal."
        draft.doubt(path, block.place, "mal", message, "Dela det i ett mål för varje siffra.")
