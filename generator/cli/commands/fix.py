"""`insats fix`: mends what needs no thought."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from generator.cli.interface import Command, Exit, WrongUseError
from generator.cli.options import add_format, add_sources
from generator.cli.output import as_json, finding_data, print_findings, print_stopped
from generator.publish.fixing import FixAnswer, UnknownFileError, fix_files
from generator.storage.fixing import Fix


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FIL",
        help="filen, eller förbund/namn; annars alla",
    )
    parser.add_argument(
        "--check", action="store_true", help="säg vad som skulle ändras, ändra inget; 1 om det är något"
    )
    add_sources(parser)
    add_format(parser)


def _run(arguments: argparse.Namespace) -> Exit:
    try:
        answer = fix_files(arguments.content, arguments.config, arguments.files, write=not arguments.check)
    except UnknownFileError as error:
        near = f" Menade du {error.near}?" if error.near else " Skriv filens namn, eller förbund/namn."
        raise WrongUseError(f"Det finns ingen sådan post eller inställning.{near}") from error
    except OSError as error:
        where = f" ({error.strerror})" if error.strerror else ""
        print_stopped(f"En fil gick inte att läsa eller skriva{where}. Inget är ändrat.", arguments.format)
        return Exit.FINDINGS
    if arguments.format == "json":
        print(as_json(_data(answer, written=not arguments.check)))
    else:
        for line in _lines(answer, "skulle rättas" if arguments.check else "rättat"):
            print(line)
    print_findings(answer.findings, "text", sys.stderr)
    print(_summary(answer, written=not arguments.check), file=sys.stderr)
    return Exit.FINDINGS if answer.findings or (arguments.check and answer.fixes) else Exit.FINE


def _lines(answer: FixAnswer, done: str) -> Iterator[str]:
    for file, fixes in answer.fixes.items():
        for fix in fixes:
            where = f"{file}:{fix.position.line}:{fix.position.column}"
            more = f" {fix.count} ställen." if fix.count > 1 else ""
            yield f"{where}: {done}: {fix.message}{more} [{fix.rule}]"


def _data(answer: FixAnswer, *, written: bool) -> dict[str, object]:
    return {
        "skrivet": written,
        "rättelser": [
            {"fil": file, **_fix_data(fix)} for file, fixes in answer.fixes.items() for fix in fixes
        ],
        "anmärkningar": [finding_data(finding) for finding in answer.findings],
    }


def _fix_data(fix: Fix) -> dict[str, str | int]:
    return {
        "rad": fix.position.line,
        "kolumn": fix.position.column,
        "regel": fix.rule,
        "rättelse": fix.message,
        "antal": fix.count,
    }


def _summary(answer: FixAnswer, *, written: bool) -> str:
    number = len(answer.fixes)
    files = f"{number} {'fil' if number == 1 else 'filer'}"
    told = "Inget att rätta." if not number else f"Rättade {files}." if written else f"{files} skulle ändras."
    if answer.findings:
        told += " Det som inte går att läsa är inte ändrat: rätta först det för hand."
    return told


COMMAND = Command("fix", "Rätta det som går att rätta utan att tänka efter.", _configure, _run)
