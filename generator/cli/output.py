"""How findings are printed, and what kept a verb from its answer."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import TextIO

from generator.cli.interface import Exit
from generator.cli.reporting import all_reports
from generator.publish.excerpts import excerpts
from generator.words.findings import Finding, Severity, Spot
from generator.words.handbook import Handbook

_HANDBOOK = Handbook()


def print_findings(
    findings: Sequence[Finding], output_format: str, text_to: TextIO, handbook: Handbook = _HANDBOOK
) -> None:
    """All findings: a line each on `text_to`, or what programs read on stdout."""
    if (report := all_reports().get(output_format)) is not None:
        if written := report.write(findings, handbook):
            print(written)
        return
    if output_format == "json":
        print(as_json({"anmärkningar": [finding_data(f, handbook) for f in findings]}))
        return
    for finding in findings:
        print(finding, file=text_to)


def print_explained(
    findings: Sequence[Finding], output_format: str, text_to: TextIO, handbook: Handbook
) -> None:
    """As `print_findings`, but the text shows each one's line, and where to read more.

    In text the errors come last: there a terminal stops, and warnings may be many.
    """
    if output_format != "text":
        print_findings(findings, output_format, text_to, handbook)
        return
    for finding, excerpt in excerpts(sorted(findings, key=_is_error)):
        print(finding, file=text_to)
        if excerpt is not None:
            print(excerpt, file=text_to)
        print(f"  Läs mer: {handbook.link(finding.rule)}", file=text_to)


def _is_error(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR


def print_stopped(said: str, output_format: str) -> None:
    """What kept a verb from its end: a text on stderr, and as JSON on stdout too."""
    print(said, file=sys.stderr)
    if output_format == "json":
        print(as_json({"fel": said}), flush=True)


def no_answer(findings: Sequence[Finding], output_format: str, then: str = "Rätta först det.") -> Exit:
    """The findings in the place of the answer that they make impossible."""
    print_findings(findings, output_format, sys.stderr)
    print(f"{summary(findings)}. {then}", file=sys.stderr)
    return Exit.FINDINGS


def as_json(data: object) -> str:
    """JSON with å as å, or as its escape where stdout could not carry it."""
    return json.dumps(data, ensure_ascii=not _is_unicode(sys.stdout.encoding), indent=2)


def _is_unicode(encoding: str | None) -> bool:
    return encoding is None or encoding.lower().startswith("utf")


def summary(findings: Sequence[Finding]) -> str:
    """`2 fel och 1 varning`."""
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    warnings = len(findings) - errors
    return f"{errors} fel och {warnings} {'varning' if warnings == 1 else 'varningar'}"


def finding_data(finding: Finding, handbook: Handbook = _HANDBOOK) -> dict[str, str | int]:
    """The finding with Swedish keys."""
    at = finding.position
    where: dict[str, str | int] = {"ställe": str(at)} if isinstance(at, Spot) else {}
    return {
        "fil": finding.file,
        **(where or {"rad": at.line, "kolumn": at.column}),
        "grad": finding.severity.value,
        "regel": finding.rule,
        "fel": finding.message,
        "råd": finding.advice,
        "läs_mer": handbook.link(finding.rule),
    }
