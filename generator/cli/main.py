"""`insats`: finds the verb, calls it, turns the outcome into an exit code."""

from __future__ import annotations

import argparse
import errno
import io
import os
import re
import sys
from collections.abc import Iterable, Sequence
from typing import NoReturn

from generator import __version__
from generator.cli import commands
from generator.cli.interface import Command, Exit, WrongUseError
from generator.cli.output import print_stopped
from generator.words.crashes import places
from generator.words.discovery import discover
from generator.words.swedish import did_you_mean, listed

_CHOICE = re.compile(r"argument (?P<what>\S+): invalid choice: '(?P<wrong>.*)' \(choose from (?P<known>.*)\)")
_UNKNOWN = re.compile(r"unrecognized arguments: (?P<wrong>\S+)")
_MISSING = re.compile(r"the following arguments are required: (?P<what>.+)")
_NO_VALUE = re.compile(r"argument (?P<what>\S+): expected .*")
_JSON = re.compile(r"^--form?a?t?[=\n]json$", re.MULTILINE)  # argparse takes the beginning of an option too
_OWN = re.compile(r"argument (?P<what>\S+): (?P<ours>skriv .*)")


class _SwedishHelp(argparse.HelpFormatter):
    """Help with a Swedish word before the usage."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """The line that shows how the call is written."""
        super().add_usage(usage, actions, groups, "Så här: " if prefix is None else prefix)


class _SwedishParser(argparse.ArgumentParser):
    """argparse writes English for developers; ours is used by editors."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(prog=prog, description=description, formatter_class=_SwedishHelp, add_help=False)
        self._optionals.title = "val"
        self._positionals.title = "det som ska anges"
        self.add_argument("-h", "--help", action="help", help="visa den här hjälpen")

    def error(self, message: str) -> NoReturn:
        """Says in Swedish what is wrong with the call and how to see what is right."""
        raise WrongUseError(f"{_in_swedish(message, self._options())} Se {self.prog} --help.")

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
    if (match := _UNKNOWN.match(message)) and not match["wrong"].startswith("-"):
        # It may be the second half of a name, which is nothing to repeat.
        return "Det står ett ord för mycket. Har värdet mellanslag ska det stå inom citattecken."
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
    top.add_argument("--version", action="version", version=f"insats {__version__}", help="visa versionen")
    verbs = top.add_subparsers(
        dest="verb", metavar="KOMMANDO", title="kommandon", required=True, parser_class=_SwedishParser
    )
    for command in all_commands:
        sub = verbs.add_parser(
            command.name, help=command.help, prog=f"insats {command.name}", description=command.help
        )
        command.configure(sub)
        sub.set_defaults(command=command)
    return top


def main(arguments: Sequence[str] | None = None) -> Exit:
    """Runs one verb and gives its exit code. SystemExit(0) after `--help` and `--version`."""
    written = sys.argv[1:] if arguments is None else arguments
    code = Exit.FINDINGS
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal that lacks å gets \xe5, as on stderr
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        try:
            parsed = parser(discover(commands, Command)).parse_args(written)
            command: Command = parsed.command
            code = command.run(parsed)
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except (Exception, KeyboardInterrupt) as error:
            code, said = _stopped(error)
            print_stopped(said, "json" if _asks_for_json(written) else "text")
    except OSError:  # the reader has seen enough (insats check | head), or what is said finds no room
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (sys.stdout, sys.stderr):  # Python flushes them once more when it ends
            os.dup2(nowhere, stream.fileno())
    return code


def _asks_for_json(written: Sequence[str]) -> bool:
    """Of a call that may not be one that argparse can parse."""
    return _JSON.search("\n".join(written)) is not None


def _stopped(error: BaseException) -> tuple[Exit, str]:
    """The exit code of a run that did not come to its end, and what to say of it."""
    if isinstance(error, WrongUseError):
        return Exit.WRONG_USE, str(error)
    if isinstance(error, OSError):
        return Exit.WRONG_USE, _refused(error)
    if isinstance(error, KeyboardInterrupt):
        return Exit.FINDINGS, "Avbrutet. Inget har publicerats."
    return Exit.FINDINGS, _crashed(error)


def _crashed(error: BaseException) -> str:
    """Where the program failed, without the error's own text: it may quote a withheld value."""
    where = [f"  {place}" for place in places(error)]
    told = ["Programmet gjorde fel och stannade. Inget har publicerats.", *where]
    return "\n".join([*told, "Visa raderna ovan för den som förvaltar programmet."])


def _refused(error: OSError) -> str:
    """What the operating system refused, in Swedish."""
    why = "Operativsystemet säger nej."
    if isinstance(error, PermissionError):
        why = "Du har inte rätt att läsa eller skriva där."
    elif isinstance(error, FileExistsError | NotADirectoryError | IsADirectoryError):
        why = "En fil står där en mapp ska vara, eller tvärtom."
    elif error.errno in (errno.ENOSPC, errno.EDQUOT):
        why = "Disken är full."
    where = "" if error.filename is None else f" {error.filename}"
    return f"Det gick inte att läsa eller skriva{where}. {why} Inget har publicerats."


def run() -> NoReturn:
    """The console script."""
    sys.exit(main())
