"""Runs every check over every record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks import rules
from generator.checks.interface import Check, Register, Subject
from generator.words.discovery import discover
from generator.words.findings import Finding


def all_checks() -> tuple[Check, ...]:
    """Every check, in name order. Raises LookupError for a module without exactly one."""
    return discover(rules, Check)


def run_checks(register: Register, among: Iterable[Subject] | None = None) -> Iterator[Finding]:
    """Every finding of every check on every record, or on those `among` them that are asked for; unsorted."""
    checks = all_checks()
    for subject in register.subjects if among is None else among:
        for check in checks:
            yield from check.check(subject, register)
