"""What a report of findings is. A new format is a new file in `reports/` with one `REPORT`."""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.cli import reports
from generator.cli.interface import WrongUseError
from generator.publish.consenting import write_answer
from generator.publish.reading import Configuration
from generator.publish.swap import OutRefusedError
from generator.words.discovery import discover
from generator.words.findings import Finding
from generator.words.handbook import Handbook
from generator.words.swedish import listed


def handbook_of(configuration: Configuration | None) -> Handbook:
    """The handbook that `site.yml` names, or the one beside the records."""
    address = None if configuration is None else configuration.site.handbook
    return Handbook() if address is None else Handbook(address)


@dataclass(frozen=True)
class Report:
    """A format by its name on the command line; `write` gives all of the text but the last line break."""

    name: str
    write: Callable[[Sequence[Finding], Handbook], str]


def all_reports() -> dict[str, Report]:
    """Every format by name. Raises LookupError for a module without exactly one."""
    return {report.name: report for report in discover(reports, Report)}


@dataclass(frozen=True)
class KeptReport:
    """A report in a file, for a program that reads it while people read what is printed."""

    report: Report
    path: Path

    def write(self, findings: Sequence[Finding], handbook: Handbook, never_in: Sequence[Path] = ()) -> None:
        """The whole file. A file's name that is no Unicode stands in it with escapes."""
        text = f"{self.report.write(findings, handbook)}\n"
        write_answer(text.encode("utf-8", "backslashreplace").decode(), self.path, never_in)


def add_report(parser: argparse.ArgumentParser) -> None:
    """`--report`: the findings in a file as well."""
    known = listed([f"{name}=FIL" for name in all_reports()], "eller")

    def kept(text: str) -> KeptReport:
        name, _, file = text.partition("=")
        report = all_reports().get(name)
        if report is None or not file:
            raise argparse.ArgumentTypeError(f"skriv {known}")
        return KeptReport(report, Path(file))

    told = f"skriv anmärkningarna i en fil också: {known}"
    parser.add_argument("--report", type=kept, default=None, metavar="FORMAT=FIL", help=told)


def open_report(arguments: argparse.Namespace, *sites: Path) -> None:
    """A report of nothing, before the run: a file that cannot be written stops it while nothing is done.

    Raises WrongUseError for one among what is read, or in what is published.
    """
    kept: KeptReport | None = arguments.report
    if kept is None:
        return
    try:
        kept.write((), Handbook(), (arguments.content, arguments.config, *sites))
    except OutRefusedError as error:
        said = f"{error} ligger bland posterna, inställningarna eller det som publiceras."
        raise WrongUseError(f"{said} Välj en annan fil till --report.") from error


def write_report(arguments: argparse.Namespace, findings: Sequence[Finding], handbook: Handbook) -> None:
    """The findings in the file that `--report` names, if it does."""
    kept: KeptReport | None = arguments.report
    if kept is not None:
        kept.write(findings, handbook)


def fingerprints(findings: Sequence[Finding]) -> list[str]:
    """What each finding is known by from run to run.

    Not by its line, which moves when something is written above it: of equal ones in a file the first is
    known from the second.
    """
    seen: Counter[str] = Counter()
    found: list[str] = []
    for finding in findings:
        said = "\0".join((finding.rule, finding.file, finding.message))
        found.append(hashlib.sha256(f"{said}\0{seen[said]}".encode()).hexdigest())
        seen[said] += 1
    return found
