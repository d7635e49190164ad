"""`insats`: finds the verb, calls it, turns the outcome into an exit code."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from typing import NoReturn

from generator import __version__
from generator.cli import commands
from generator.cli.interface import Command, Exit, WrongUseError
from generator.words.discovery import discover
from generator.words.swedish import did_you_mean, listed

_CHOICE = re.compile(r"argument (?P<what>\S+): invalid choice: '(?P<wrong>.*)' \(choose from (?P<known>.*)\)")
_UNKNOWN = re.compile(r"unrecognized arguments: (?P<wrong>\S+)")
_MISSING = re.compile(r"the following arguments are required: (?P<what>.+)")
_NO_VALUE = re.compile(r"argument (?P<what>\S+): expected .*")
_OWN = re.compile(r"argument (?P<what>\S+): (?P<ours>skriv .*)")


class _SwedishParser(argparse.ArgumentParser):
    """argparse writes English for developers; ours is used by editors."""

    def error(self, message: str) -> NoReturn:
        """Says in Swedish what is wrong with the call and how to see what is right; exit code 2."""
        self.exit(Exit.WRONG_USE, f"{_in_swedish(message, self._options())} Se {self.prog} --help.\n")

    def _options(self) -> list[str]:
        """Every option of this parser and of the verbs below it."""
        options = [option for action in self._actions for option in action.option_strings]
        for action in self._actions:
            if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - argparse has no other name for it
                options += [o for sub in action.choices.values() for o in sub._options()]  # noqa: SLF001
        return options


def _in_swedish(message: str, options: Sequence[str]) -> str:
    if match := _CHOICE.match(message):
        known = re.findall(r"[\w-]+", match["known"])
        near = did_you_mean(match["wrong"], known)
        what = "Kommandot" if match["what"] == "KOMMANDO" else f"Värdet för {match['what']}"
        return f"{what} finns inte." + (f" Menade du {near}?" if near else f" Välj {listed(known, 'eller')}.")
    if match := _UNKNOWN.match(message):
        near = did_you_mean(match["wrong"].partition("=")[0], options)
        return f"{match['wrong']} hör inte hit." + (f" Menade du {near}?" if near else "")
    if match := _MISSING.match(message):
        return f"Det saknas något: {match['what']}."
    if match := _OWN.match(message):
        return f"Värdet för {match['what']} går inte att läsa: {match['ours']}."
    if match := _NO_VALUE.match(message):
        return f"Efter {match['what']} ska det stå ett värde."
    return "Kommandot går inte att förstå."


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
