"""A signatory is no part of the record, and may still be named in its texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks.names import Sought, find_in
from generator.checks.texts import all_texts
from generator.storage.located import LocatedRecord
from generator.words.findings import Finding, Severity


def named_signatories(located: LocatedRecord, names: Sequence[str]) -> Iterator[Finding]:
    """A finding for each text that names somebody who signed; persons of the record are for `namn-i-text`."""
    own = {person.name for person in located.value.persons}
    sought = [
        Sought(number, "namn", name, listed=False) for number, name in enumerate(names) if name not in own
    ]
    if not sought:
        return
    for text in all_texts(located.value):
        if text.path[0] == "personer":
            continue
        for hit in find_in(text.value, sought):
            place = located.position_in_text(text.path, hit.line, hit.column)
            message = "Texten nämner någon som har skrivit under ansökan."
            advice = "Skriv rollen i stället för namnet."
            yield Finding(located.file, place, "namn-i-text", message, advice, Severity.WARNING)
