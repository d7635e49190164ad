"""`insats check`: every finding, also of pages on other channels, and nothing written."""

from __future__ import annotations

import argparse
import sys

from generator.cli.interface import Command, Exit
from generator.cli.options import add_edition, add_format, add_sources, today
from generator.cli.output import print_findings, summary
from generator.cli.wrong_use import known_forbund
from generator.publish.build import check_all
from generator.words.findings import has_errors


def _configure(parser: argparse.ArgumentParser) -> None:
    add_sources(parser)
    add_edition(parser)
    add_format(parser)


def _run(arguments: argparse.Namespace) -> Exit:
    day = arguments.date or today()
    with known_forbund(arguments.config):
        findings = check_all(arguments.content, arguments.config, arguments.channel, day)
    print_findings(findings, arguments.format, sys.stdout)
    print(f"{summary(findings)}.", file=sys.stderr)
    return Exit.FINDINGS if has_errors(findings) else Exit.FINE


COMMAND = Command("check", "Kontrollera posterna och inställningarna.", _configure, _run)
