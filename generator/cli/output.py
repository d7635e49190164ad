"""How findings are printed."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from generator.words.findings import Finding, Severity


def print_findings(findings: Sequence[Finding], output_format: str) -> None:
    """All findings: a line each on stderr, or one JSON object on stdout."""
    if output_format == "json":
        print(json.dumps({"anmärkningar": [_as_data(f) for f in findings]}, ensure_ascii=False, indent=2))
        return
    for finding in findings:
        print(finding, file=sys.stderr)


def summary(findings: Sequence[Finding]) -> str:
    """`2 fel och 1 varning`."""
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    warnings = len(findings) - errors
    return f"{errors} fel och {warnings} {'varning' if warnings == 1 else 'varningar'}"


def _as_data(finding: Finding) -> dict[str, str | int]:
    return {
        "fil": finding.file,
        "rad": finding.position.line,
        "kolumn": finding.position.column,
        "grad": finding.severity.value,
        "regel": finding.rule,
        "fel": finding.message,
        "råd": finding.advice,
    }
