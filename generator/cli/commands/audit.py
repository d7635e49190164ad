"""`insats audit`: a finished site against everything that is withheld on its channel and date."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.cli.interface import Command, Exit, WrongUseError
from generator.cli.options import add_edition, add_format, add_sources, today
from generator.cli.output import as_json, finding_data, print_findings, summary
from generator.cli.wrong_use import known_forbund
from generator.publish.auditing import Audited, audit_folder
from generator.publish.preparing import prepare
from generator.words.findings import Finding, has_errors


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", type=Path, metavar="WEBBPLATS", help="mappen med den färdiga webbplatsen")
    add_sources(parser)
    add_edition(parser)
    add_format(parser)


def _run(arguments: argparse.Namespace) -> Exit:
    if not (arguments.site.is_dir() and any(arguments.site.iterdir())):
        raise WrongUseError(f"Mappen {arguments.site} finns inte eller är tom. Bygg först: insats build.")
    day = arguments.date or today()
    with known_forbund(arguments.config):
        prepared = prepare(arguments.content, arguments.config, arguments.channel, day)
    if prepared.configuration is None or prepared.judged is None or has_errors(prepared.findings):
        print_findings(prepared.findings, arguments.format, sys.stdout)
        print(f"{summary(prepared.findings)}. Rätta posterna först.", file=sys.stderr)
        return Exit.FINDINGS
    audited = audit_folder(
        arguments.site, prepared.judged, prepared.configuration, prepared.hand_written, arguments.channel, day
    )
    if arguments.format == "json":
        print(as_json(_as_data(audited)))
    else:
        print_findings(audited.findings, "text", sys.stdout)
    print(_in_words(audited), file=sys.stderr)
    return Exit.FINDINGS if audited.findings else Exit.FINE


def _as_data(audited: Audited) -> dict[str, object]:
    report, searched = audited.report, audited.searched
    return {
        "anmärkningar": [finding_data(finding) for finding in audited.findings],
        "granskning": {
            "sökta_uppgifter": searched.sought,
            "för_korta_eller_vanliga": searched.not_sought,
            "filer": report.files,
            "byte": report.read,
            "träffar": len(report.hits),
        },
    }


def _in_words(audited: Audited) -> str:
    report, searched = audited.report, audited.searched
    size = f"{report.read / 1e6:.1f}".replace(".", ",")
    sought = "1 uppgift" if searched.sought == 1 else f"{searched.sought} uppgifter"
    files = "1 fil" if report.files == 1 else f"{report.files} filer"
    others = f"{searched.not_sought} andra är för korta eller för vanliga att söka."
    if searched.not_sought == 1:
        others = "1 annan är för kort eller för vanlig att söka."
    return f"Sökte {sought} som inte får synas i {files} ({size} MB). {_found(audited.findings)} {others}"


def _found(findings: tuple[Finding, ...]) -> str:
    return f"{len(findings)} fel." if findings else "Inget fanns där."


COMMAND = Command("audit", "Sök igenom en färdig webbplats efter det som inte får synas.", _configure, _run)
