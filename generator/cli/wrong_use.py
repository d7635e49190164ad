"""What a verb was asked for and cannot do, said as wrong use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.cli.interface import WrongUseError
from generator.publish.preparing import UnknownForbundError


@contextmanager
def known_forbund(config: Path) -> Iterator[None]:
    """Turns a channel's unknown förbund into wrong use."""
    try:
        yield
    except UnknownForbundError as error:
        raise WrongUseError(f"Förbundet {error} finns inte i {config}/forbund/.") from error
