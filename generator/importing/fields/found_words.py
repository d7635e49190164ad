"""Words of the vocabularies that the text uses: target groups, methods, follow-up systems."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.importing.draft import Context, Draft, Path
from generator.words.findings import Position
from generator.words.vocabularies import Term, Vocabulary

_SHORT = 8


def find_words(draft: Draft, context: Context) -> None:
    """Sets the three keys and says beside each that it was found, not answered."""
    group = draft.running("beskrivning", "målgrupp")
    all_texts = draft.running("beskrivning")
    for key, vocabulary, texts in (
        ("målgrupper", context.target_groups, group),
        ("metoder", context.methods, all_texts),
        ("uppföljningssystem", context.follow_up_systems, all_texts),
    ):
        pieces = [(one.text, one.place) for paragraphs in texts.values() for one in paragraphs]
        _set(draft, (key,), vocabulary, pieces)


def _set(draft: Draft, path: Path, vocabulary: Vocabulary, pieces: Iterable[tuple[str, Position]]) -> None:
    told = list(pieces)
    found: dict[str, Position] = {}
    for term in vocabulary:
        pattern = _pattern(term)
        place = next((place for text, place in told if pattern.search(text)), None)
        if place is not None:
            found[term.id] = place
    if found:
        draft.values[str(path[0])] = list(found)
        draft.places[path] = next(iter(found.values()))
        draft.hint(path, "Orden är funna i texten. Ta bort dem som inte gäller, och lägg till.")


def _pattern(term: Term) -> re.Pattern[str]:
    """The term's own forms as they are written, and its label without what is in brackets.

    A short label is also another word (ReDo and redo, Ha koll and ha koll): there only the forms count.
    """
    label = term.label.partition(" (")[0]
    forms = [re.escape(form) for form in term.forms]
    if not forms or len(label) > _SHORT:
        forms.append(f"(?i:{re.escape(label)})")
    either = "|".join(forms)
    return re.compile(rf"(?<!\w)(?:{either})s?(?!\w)")
