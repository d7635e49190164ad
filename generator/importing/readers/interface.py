"""What a reader is. A new kind of file is a new module with one `READER`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.importing.document import Block

LARGEST = 20 << 20  # bytes; the scans of the real forms are 3 MB
TOO_LARGE = "Filen är för stor."


class UnreadableError(Exception):
    """The file is not what its name says, or has no text; the message is Swedish and quotes nothing."""


@dataclass(frozen=True)
class Reader:
    """`suffixes` of the files (`.docx`), and bytes → blocks. Raises UnreadableError."""

    suffixes: tuple[str, ...]
    read: Callable[[bytes], tuple[Block, ...]]
