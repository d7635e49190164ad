"""`insats check`: every finding, also of pages on other channels, and nothing written."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from generator.cli.interface import Command, Exit
from generator.cli.options import add_edition, add_format, add_sources, today
from generator.cli.output import print_findings, summary
from generator.cli.reporting import Handbook, all_reports, handbook_of
from generator.cli.wrong_use import known_forbund
from generator.publish.excerpts import excerpts
from generator.publish.preparing import check_all
from generator.publish.schemas import old_schemas
from generator.words.findings import Finding, has_errors, in_order


def _configure(parser: argparse.ArgumentParser) -> None:
    add_sources(parser)
    add_edition(parser)
    add_format(parser, *all_reports())


def _run(arguments: argparse.Namespace) -> Exit:
    day = arguments.date or today()
    with known_forbund(arguments.config):
        prepared = check_all(arguments.content, arguments.config, arguments.channel, day)
    findings, handbook = prepared.findings, handbook_of(prepared.configuration)
    if prepared.configuration is not None:
        findings = in_order((*findings, *old_schemas(arguments.config, prepared.configuration)))
    if arguments.format == "text":
        _print_explained(findings, handbook)
    else:
        print_findings(findings, arguments.format, sys.stdout, handbook)
    print(f"{summary(findings)}.", file=sys.stderr)
    return Exit.FINDINGS if has_errors(findings) else Exit.FINE


def _print_explained(findings: Sequence[Finding], handbook: Handbook) -> None:
    for finding, excerpt in excerpts(findings):
        print(finding)
        if excerpt is not None:
            print(excerpt)
        print(f"  Läs mer: {handbook.link(finding.rule)}")


COMMAND = Command("check", "Kontrollera posterna och inställningarna.", _configure, _run)
