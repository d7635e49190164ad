"""Annotations of GitHub Actions: a workflow command a line, shown beside the changed lines."""

from __future__ import annotations

from collections.abc import Sequence

from generator.cli.reporting import Report
from generator.words.findings import Finding, Severity
from generator.words.handbook import Handbook

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def _write(findings: Sequence[Finding], handbook: Handbook) -> str:
    # Only the first ten of a kind are shown, and an error is not to be hidden by warnings on other lines.
    ordered = sorted(findings, key=lambda finding: finding.severity is not Severity.ERROR)
    return "\n".join(_command(finding, handbook) for finding in ordered)


def _command(finding: Finding, handbook: Handbook) -> str:
    properties = {
        "file": finding.file,
        "line": str(finding.position.line),
        "col": str(finding.position.column),
        "title": finding.rule,
    }
    named = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    message = f"{finding.message} {finding.advice}\n{handbook.link(finding.rule)}"
    return f"::{_COMMANDS[finding.severity]} {named}::{_message(message)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


REPORT = Report("github", _write)
