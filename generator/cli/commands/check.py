"""`insats check`: every finding, and nothing written."""

from __future__ import annotations

import argparse
import sys

from generator.cli.interface import Command, Exit, WrongUseError
from generator.cli.options import add_edition, add_format, add_sources, today
from generator.cli.output import print_findings, summary
from generator.publish.build import UnknownForbundError, prepare
from generator.words.findings import has_errors


def _configure(parser: argparse.ArgumentParser) -> None:
    add_sources(parser)
    add_edition(parser)
    add_format(parser)


def _run(arguments: argparse.Namespace) -> Exit:
    day = arguments.date or today()
    try:
        prepared = prepare(arguments.content, arguments.config, arguments.channel, day)
    except UnknownForbundError as error:
        raise WrongUseError(f"Förbundet {error} finns inte i {arguments.config}/forbund/.") from error
    print_findings(prepared.findings, arguments.format, sys.stdout)
    print(f"{summary(prepared.findings)}.", file=sys.stderr)
    return Exit.FINDINGS if has_errors(prepared.findings) else Exit.FINE


COMMAND = Command("check", "Kontrollera posterna och inställningarna.", _configure, _run)
