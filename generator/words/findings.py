"""What a check has to say: where, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error stops a build; a warning is told and lets it go on."""

    ERROR = "fel"
    WARNING = "varning"


@dataclass(frozen=True)
class Position:
    """A place in a source file; line and column count from 1."""

    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


@dataclass(frozen=True)
class Spot(Position):
    """A place in a document that has no lines of its own. Line and column only give the order."""

    said: str

    def __str__(self) -> str:
        return self.said


@dataclass(frozen=True)
class Finding:
    """One thing to mend. `message` and `advice` are Swedish and never quote a withheld value.

    `file` is as the editor knows it (relative to where the command runs when it can be).
    """

    file: str
    position: Position
    rule: str
    message: str
    advice: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.file}:{self.position}: {self.severity}: {self.message} {self.advice} [{self.rule}]"


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each finding once, by file, line, column and rule."""
    return tuple(
        sorted(
            set(findings),
            key=lambda f: (f.file, f.position.line, f.position.column, f.rule, f.message),
        )
    )


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any of the findings stops a build."""
    return any(finding.severity is Severity.ERROR for finding in findings)
