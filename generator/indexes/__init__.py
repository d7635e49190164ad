"""Floor 5: one grouping of the insatser a file. To add one, add its file."""

from __future__ import annotations

import sys

from generator.indexes.interface import Index
from generator.words.discovery import discover


def all_indexes() -> tuple[Index, ...]:
    """Every index, in the order of the files' names."""
    return discover(sys.modules[__name__], Index)
