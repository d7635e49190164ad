"""Runs every check over every record."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks import rules
from generator.checks.interface import Check, Register
from generator.words.discovery import discover
from generator.words.findings import Finding


def all_checks() -> tuple[Check, ...]:
    """Every check, in name order. Raises LookupError for a module without exactly one."""
    return discover(rules, Check)


def run_checks(register: Register) -> Iterator[Finding]:
    """Every finding of every check on every record, unsorted."""
    checks = all_checks()
    for subject in register.subjects:
        for check in checks:
            yield from check.check(subject, register)
