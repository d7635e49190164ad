"""SARIF 2.1.0 (OASIS), which editors and code scanning read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from generator import __version__
from generator.checks.run import all_checks
from generator.cli.output import as_json
from generator.cli.reporting import Report, fingerprints
from generator.words.findings import Finding, Severity
from generator.words.handbook import Handbook

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def _write(findings: Sequence[Finding], handbook: Handbook) -> str:
    rules = sorted({finding.rule for finding in findings})
    sentences = {check.name: check.sentence for check in all_checks()}
    places = {rule: number for number, rule in enumerate(rules)}
    driver = {
        "name": "Insatskatalogen",
        "version": __version__,
        "language": "sv",
        "rules": [_rule(rule, sentences.get(rule), handbook) for rule in rules],
    }
    known_by = zip(findings, fingerprints(findings), strict=True)
    run = {
        "tool": {"driver": driver},
        "language": "sv",
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, mark, places) for one, mark in known_by],
    }
    return as_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: str, sentence: str | None, handbook: Handbook) -> dict[str, object]:
    link = handbook.link(rule)
    described: dict[str, object] = {"id": rule, "help": {"text": f"Läs mer: {link}"}}
    if sentence is not None:
        described["shortDescription"] = {"text": sentence}
    if "://" in link:  # the schema wants an absolute address here
        described["helpUri"] = link
    return described


def _result(finding: Finding, fingerprint: str, places: Mapping[str, int]) -> dict[str, object]:
    return {
        "ruleId": finding.rule,
        "ruleIndex": places[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message} {finding.advice}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(finding.file)},
                    "region": {
                        "startLine": finding.position.line,
                        "startColumn": finding.position.column,
                    },
                }
            }
        ],
        "partialFingerprints": {"insatskatalogen/v1": fingerprint},
    }


def _uri(file: str) -> str:
    return f"file://{quote(file)}" if file.startswith("/") else quote(file)


REPORT = Report("sarif", _write)
