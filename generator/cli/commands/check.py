"""`insats check`: every finding, also of pages on other channels, and nothing written."""

from __future__ import annotations

import argparse
import sys

from generator.cli.interface import Command, Exit
from generator.cli.options import add_edition, add_format, add_sources, today
from generator.cli.output import print_explained, summary
from generator.cli.reporting import add_report, all_reports, handbook_of, open_report, write_report
from generator.cli.wrong_use import known_forbund
from generator.publish.preparing import check_all
from generator.publish.schemas import old_schemas
from generator.words.findings import has_errors, in_order


def _configure(parser: argparse.ArgumentParser) -> None:
    add_sources(parser)
    add_edition(parser)
    add_format(parser, *all_reports())
    add_report(parser)


def _run(arguments: argparse.Namespace) -> Exit:
    day = arguments.date or today()
    open_report(arguments)
    with known_forbund(arguments.config):
        prepared = check_all(arguments.content, arguments.config, arguments.channel, day)
    findings, handbook = prepared.findings, handbook_of(prepared.configuration)
    if prepared.configuration is not None:
        findings = in_order((*findings, *old_schemas(arguments.config, prepared.configuration)))
    write_report(arguments, findings, handbook)
    print_explained(findings, arguments.format, sys.stdout, handbook)
    print(f"{summary(findings)}.", file=sys.stderr)
    return Exit.FINDINGS if has_errors(findings) else Exit.FINE


COMMAND = Command("check", "Kontrollera posterna och inställningarna.", _configure, _run)
