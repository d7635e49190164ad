"""GitLab's Code Quality report: a JSON list, kept as `artifacts: reports: codequality`."""

from __future__ import annotations

from collections.abc import Sequence

from generator.cli.output import as_json
from generator.cli.reporting import Report, fingerprints
from generator.words.findings import Finding, Severity
from generator.words.handbook import Handbook

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def _write(findings: Sequence[Finding], handbook: Handbook) -> str:
    known_by = fingerprints(findings)
    return as_json([_issue(one, mark, handbook) for one, mark in zip(findings, known_by, strict=True)])


def _issue(finding: Finding, fingerprint: str, handbook: Handbook) -> dict[str, object]:
    return {
        "description": f"{finding.message} {finding.advice} {handbook.link(finding.rule)}",
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.file, "lines": {"begin": finding.position.line}},
    }


REPORT = Report("gitlab", _write)
