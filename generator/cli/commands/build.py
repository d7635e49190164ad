"""`insats build`: the site, from the editors' records to HTML."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.cli.interface import Command, Exit, WrongUseError
from generator.cli.options import add_format, add_site_edition, add_sources, today
from generator.cli.output import print_findings, summary
from generator.cli.progress import progress_bar
from generator.cli.wrong_use import known_forbund
from generator.publish.build import Request, build
from generator.publish.swap import OutRefusedError
from generator.words.dates import swedish_date

WORK = Path("build")


def _configure(parser: argparse.ArgumentParser) -> None:
    add_sources(parser)
    add_site_edition(parser)
    add_format(parser)
    parser.add_argument("--out", type=Path, default=None, metavar="MAPP", help="dit webbplatsen skrivs")


def _run(arguments: argparse.Namespace) -> Exit:
    day = arguments.date or today()
    out = arguments.out or WORK / "site" / arguments.channel.slug
    request = Request(arguments.content, arguments.config, arguments.channel, day, out, WORK)
    try:
        with known_forbund(arguments.config), progress_bar() as progress:
            result = build(request, progress)
    except OutRefusedError as error:
        raise WrongUseError(
            f"Webbplatsen kan inte skrivas i {error}: där finns annat, eller ska annat stå. "
            "Välj en annan mapp med --out."
        ) from error
    print_findings(result.findings, arguments.format, sys.stderr)
    if result.published is None:
        print(f"{summary(result.findings)}. Inget har publicerats.", file=sys.stderr)
        return Exit.FINDINGS
    if arguments.format == "text":
        count = len(result.published.insatser)
        print(f"{count} {'insats' if count == 1 else 'insatser'} per {swedish_date(day)} i {out}")
        for slug in result.outdated:
            print(f"Byggd av äldre poster: {slug}. Bygg om den.", file=sys.stderr)
    return Exit.FINE


COMMAND = Command("build", "Bygg webbplatsen.", _configure, _run)
