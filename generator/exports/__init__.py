"""Floor 5: the register as data, one format a file in `formats/`. Drawn from the channel öppna-data alone."""

from __future__ import annotations

from generator.exports import formats
from generator.exports.interface import Export
from generator.words.discovery import discover


def all_exports() -> tuple[Export, ...]:
    """Every format, in the order of the files' names."""
    return discover(formats, Export)
