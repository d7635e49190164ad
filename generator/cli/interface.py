"""What a command is. A new verb is a new file in `commands/` with one `COMMAND`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum


class Exit(IntEnum):
    """The exit codes of every verb."""

    FINE = 0
    FINDINGS = 1
    WRONG_USE = 2


class WrongUseError(Exception):
    """Something about the call itself is wrong; the message is Swedish and says what to do."""


@dataclass(frozen=True)
class Command:
    """A verb: its name, one line of help, its options, and what it does."""

    name: str
    help: str
    configure: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], Exit]
