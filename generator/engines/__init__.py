"""Floor 5: page tree → HTML site, one engine a file."""

from __future__ import annotations

import sys

from generator.engines.interface import Engine
from generator.words.discovery import discover


def all_engines() -> tuple[Engine, ...]:
    """Every engine, in the order of the files' names."""
    return discover(sys.modules[__name__], Engine)
