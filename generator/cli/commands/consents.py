"""`insats consents`: every consent and clause with its last day; what is held about one person."""

from __future__ import annotations

import argparse
import re
import sys
from datetime import date
from pathlib import Path

from generator.answers.consents.calendar import as_calendar
from generator.answers.consents.grounds import Ground, State
from generator.answers.consents.text import as_csv, as_data, as_text
from generator.cli.interface import Command, Exit, WrongUseError
from generator.cli.options import add_channels, add_format, add_sources, today
from generator.cli.output import as_json, no_answer, print_findings
from generator.cli.persons import add_person, run_person
from generator.cli.wrong_use import known_forbund
from generator.publish.consenting import list_consents, write_answer
from generator.publish.swap import OutRefusedError
from generator.words.findings import has_errors

_SOON = 90
_DAYS = {"d": 1, "m": 30, "y": 365, "å": 365}


def _days(text: str) -> int:
    match = re.fullmatch(r"(\d{1,4})([dmyå])", text)
    if match is None:
        raise argparse.ArgumentTypeError("skriv dagar, månader eller år: 90d, 6m eller 1y")
    return int(match[1]) * _DAYS[match[2]]


def _configure(parser: argparse.ArgumentParser) -> None:
    add_sources(parser)
    add_channels(parser)
    add_format(parser, "csv", "ics")
    parser.add_argument("--expiring", type=_days, metavar="TID", help="bara det som går ut inom 90d, 6m, 1y")
    parser.add_argument("--out", type=Path, metavar="FIL", help="skriv till en fil")
    add_person(parser)


def _run(arguments: argparse.Namespace) -> Exit:
    answered = run_person(arguments)
    if answered is not None:
        return answered
    day = arguments.date or today()
    soon = arguments.expiring if arguments.expiring is not None else _SOON
    with known_forbund(arguments.config):
        found = list_consents(arguments.content, arguments.config, arguments.channel, day, soon)
    if found.grounds is None:
        return no_answer(found.findings, arguments.format)
    print_findings(found.findings, "text", sys.stderr)
    shown = found.grounds
    if arguments.expiring is not None:
        shown = tuple(one for one in shown if one.state is State.ENDS_SOON)
    _tell(_written(shown, day, arguments.format), arguments)
    return Exit.FINDINGS if has_errors(found.findings) else Exit.FINE


def _written(shown: tuple[Ground, ...], day: date, kind: str) -> str:
    if kind == "csv":
        return as_csv(shown)
    if kind == "ics":
        return as_calendar(shown, day)
    return f"{as_json(as_data(shown, day)) if kind == 'json' else as_text(shown, day)}\n"


def _tell(text: str, arguments: argparse.Namespace) -> None:
    if arguments.out is None:
        sys.stdout.write(text)
        return
    try:
        write_answer(text, arguments.out, (arguments.content, arguments.config))
    except OutRefusedError as error:
        raise WrongUseError(
            f"{error} ligger bland posterna eller inställningarna. Välj en annan --out."
        ) from error


COMMAND = Command("consents", "Lista samtycken och när de går ut.", _configure, _run)
