"""`insats check`: every finding, and nothing written."""

from __future__ import annotations

import argparse
import sys

from generator.cli.interface import Command, Exit
from generator.cli.options import add_edition, add_format, add_sources, today
from generator.cli.output import print_findings, summary
from generator.cli.wrong_use import known_forbund
from generator.publish.build import prepare
from generator.publish.schemas import old_schemas
from generator.words.findings import has_errors, in_order


def _configure(parser: argparse.ArgumentParser) -> None:
    add_sources(parser)
    add_edition(parser)
    add_format(parser)


def _run(arguments: argparse.Namespace) -> Exit:
    day = arguments.date or today()
    with known_forbund(arguments.config):
        prepared = prepare(arguments.content, arguments.config, arguments.channel, day)
    findings = prepared.findings
    if prepared.configuration is not None:
        findings = in_order((*findings, *old_schemas(arguments.config, prepared.configuration)))
    print_findings(findings, arguments.format, sys.stdout)
    print(f"{summary(findings)}.", file=sys.stderr)
    return Exit.FINDINGS if has_errors(findings) else Exit.FINE


COMMAND = Command("check", "Kontrollera posterna och inställningarna.", _configure, _run)
