"""Planned numbers of participants, and ages. Never anything about a participant."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.importing.division import Section
from generator.importing.draft import Context, Draft, Paragraph
from generator.words.findings import Position

_WHO = r"(?:deltagare|personer|individer|ärenden|unga vuxna|unga|ungdomar|klienter|platser)"
_NUMBER = re.compile(r"\b(?P<number>\d{1,4})\b(?!\s*(?:%|år\b|ar\b|månad|[-–]\d))")
_PER_YEAR = re.compile(r"\bper [åa]r\b|\bårligen\b", re.IGNORECASE)
_AT_A_TIME = re.compile(r"\b(?:samtidigt|aktiva|pågående|åt gången)\b", re.IGNORECASE)
_ACTIVE = re.compile(rf"\b(?P<number>\d{{1,4}}) (?:aktiva )?{_WHO}\b[^.]{{0,40}}", re.IGNORECASE)
_AGES = re.compile(
    r"\b(?P<low>\d\d)\s?(?:[-–]|\btill\b|\boch\b)\s?(?P<high>\d\d)[\s-]?[åa]r\b"
    r"|\b(?:från|fran) (?P<from>\d\d) [åa]r\b|\b(?:upp till|till och med|högst) (?P<to>\d\d) [åa]r\b",
    re.IGNORECASE,
)


def read_participants(section: Section, draft: Draft, _context: Context) -> None:
    """The answer about the number: per year where it says so, otherwise in all."""
    block = section.blocks[0]
    basis = "per år" if _PER_YEAR.search(block.text) else "totalt"
    if _AT_A_TIME.search(block.text):
        basis = "samtidigt"
    numbers = [int(match["number"]) for match in _NUMBER.finditer(block.text)]
    path = ("deltagare",)
    if not numbers:
        message = "Antalet deltagare går inte att läsa."
        draft.doubt(path, block.place, "deltagare", message, "Skriv antalet under deltagare.")
        draft.unplaced([block])
    for number in numbers:
        _add(draft, number, basis, block.place)
    if len(numbers) > 1:
        message = "Svaret har flera antal."
        draft.doubt(path, block.place, "deltagare", message, "Skriv i kommentar vad vart och ett gäller.")
    if len(block.text.split()) > len(numbers):
        draft.add("beskrivning.målgrupp", Paragraph("text", f"Antal deltagare: {block.text}", block.place))
    elif numbers:
        message = "Det står inte om antalet är totalt, samtidigt eller per år. Det är satt till totalt."
        draft.doubt(path, block.place, "deltagare", message, "Se efter vad som menas.")
    draft.unplaced(section.blocks[1:])


def find_active(draft: Draft) -> None:
    """A number at a time in the running text, when no answer told a number."""
    if draft.get("deltagare") is not None:
        return
    texts = [*draft.running("beskrivning").values()]
    goals = draft.values.get("mål")
    pieces = [(one.text, one.place) for paragraphs in texts for one in paragraphs]
    if isinstance(goals, list):
        pieces += [(goal["text"], draft.places["mål", number]) for number, goal in enumerate(goals)]
    for text, place in pieces:
        for match in _ACTIVE.finditer(text):
            if _AT_A_TIME.search(match[0]) and _add(draft, int(match["number"]), "samtidigt", place):
                message = "Antalet är hämtat ur löpande text."
                draft.doubt(
                    ("deltagare",), place, "deltagare", message, "Se efter att det är insatsens plan."
                )


def _add(draft: Draft, number: int, basis: str, place: Position) -> bool:
    planned = draft.values.setdefault("deltagare", [])
    if not isinstance(planned, list):
        raise TypeError
    entry = {"antal": number, "avser": basis}
    if entry in planned:
        return False
    planned.append(entry)
    draft.places["deltagare",] = place
    return True


def find_ages(draft: Draft) -> None:
    """The first ages that the target group's text tells; elsewhere ages may be others'."""
    found = list(_ages(draft.texts.get(("beskrivning", "målgrupp"), ())))
    if found:
        (low, high), place = found[0]
        ages = {"från": low} | ({"till": high} if high is not None else {})
        draft.set("ålder", {key: value for key, value in ages.items() if value is not None}, place)
    if len({ages for ages, _ in found}) > 1:
        message = "Målgruppen har flera åldrar. Den första är läst."
        draft.doubt(("ålder",), found[0][1], "alder", message, "Se efter vilken som gäller hela insatsen.")
    if found:
        return
    elsewhere = [place for texts in draft.running("beskrivning").values() for _, place in _ages(texts)]
    if elsewhere:
        message = "Målgruppen har ingen ålder, men åldrar nämns i texten."
        draft.doubt(("ålder",), elsewhere[0], "alder", message, "Skriv ålder om de gäller den som är med.")


def _ages(
    paragraphs: Iterable[Paragraph],
) -> Iterable[tuple[tuple[int | None, int | None], Position]]:
    for paragraph in paragraphs:
        for match in _AGES.finditer(paragraph.text):
            low, high = match["low"] or match["from"], match["high"] or match["to"]
            yield (int(low) if low else None, int(high) if high else None), paragraph.place
