"""`insats`: finds the verb, calls it, turns the outcome into an exit code."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

from generator import __version__
from generator.cli import commands
from generator.cli.interface import Command, Exit, WrongUseError
from generator.words.discovery import discover
from generator.words.swedish import did_you_mean


class _SwedishParser(argparse.ArgumentParser):
    """argparse writes English for developers; ours is used by editors."""

    def error(self, message: str) -> NoReturn:
        """Says in Swedish that the call is wrong, and how to see what is right; exit code 2."""
        known = [option for action in self._actions for option in action.option_strings]
        wrong = next((word for word in sys.argv[1:] if word.startswith("-") and word not in known), None)
        near = did_you_mean(wrong.partition("=")[0], known) if wrong is not None else None
        hint = f" Menade du {near}?" if near is not None and near not in sys.argv else ""
        detail = message.rpartition(": ")[2] if message.startswith("argument") else ""
        told = f" ({detail})" if (detail and detail.isascii() is False) or detail.startswith("skriv") else ""
        self.exit(
            Exit.WRONG_USE,
            f"Kommandot går inte att förstå{told}.{hint} Se {self.prog} --help.\n",
        )


def parser(all_commands: Sequence[Command]) -> argparse.ArgumentParser:
    """The command line of every verb."""
    top = _SwedishParser(prog="insats", description="Insatskatalogen: register över beviljade insatser.")
    top.add_argument("--version", action="version", version=f"insats {__version__}")
    verbs = top.add_subparsers(dest="verb", metavar="KOMMANDO", required=True, parser_class=_SwedishParser)
    for command in all_commands:
        sub = verbs.add_parser(command.name, help=command.help, description=command.help)
        command.configure(sub)
        sub.set_defaults(command=command)
    return top


def main(arguments: Sequence[str] | None = None) -> Exit:
    """Runs one verb and gives its exit code. SystemExit(2) for a call that cannot be understood."""
    parsed = parser(discover(commands, Command)).parse_args(arguments)
    command: Command = parsed.command
    try:
        return command.run(parsed)
    except WrongUseError as error:
        print(error, file=sys.stderr)
        return Exit.WRONG_USE
    except BrokenPipeError:  # the reader has seen enough: insats check | head
        sys.stderr.close()
        return Exit.FINDINGS
    except KeyboardInterrupt:
        print("Avbrutet. Inget har publicerats.", file=sys.stderr)
        return Exit.FINDINGS


def run() -> NoReturn:
    """The console script."""
    sys.exit(main())
