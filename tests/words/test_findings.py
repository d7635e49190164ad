"""Findings: their line, their order, whether they stop a build."""

from __future__ import annotations

import random

from generator.words.findings import Finding, Position, Severity, has_errors, in_order


def made(
    file: str,
    line: int,
    column: int,
    rule: str = "r",
    message: str = "Fel.",
    severity: Severity = Severity.ERROR,
) -> Finding:
    return Finding(file, Position(line, column), rule, message, "Gör så.", severity)


def test_a_finding_says_where_what_and_what_to_do() -> None:
    error = made("a.yml", 3, 7, "datum", "Det är inget datum.")
    assert str(error) == "a.yml:3:7: fel: Det är inget datum. Gör så. [datum]"
    warning = made("a.yml", 3, 7, "datum", "Det är inget datum.", Severity.WARNING)
    assert str(warning) == "a.yml:3:7: varning: Det är inget datum. Gör så. [datum]"


def test_findings_come_once_by_file_line_column_and_rule() -> None:
    wanted = [
        made("a.yml", 2, 1),
        made("a.yml", 10, 1),
        made("a.yml", 10, 2, "a"),
        made("a.yml", 10, 2, "b", "A."),
        made("a.yml", 10, 2, "b", "B."),
        made("b.yml", 1, 1),
    ]
    shuffled = wanted * 2
    random.Random(7).shuffle(shuffled)  # noqa: S311 - no secret
    assert in_order(shuffled) == tuple(wanted)
    assert in_order([]) == ()


def test_only_errors_stop_a_build() -> None:
    warning = made("a.yml", 1, 1, severity=Severity.WARNING)
    assert not has_errors([])
    assert not has_errors([warning])
    assert has_errors([warning, made("a.yml", 1, 1)])
