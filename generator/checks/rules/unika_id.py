"""An id is permanent and belongs to one record."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.words.findings import Finding


def _check(subject: Subject, register: Register) -> Iterator[Finding]:
    first = register.first_files[subject.located.value.id]
    if first != subject.located.file:
        yield subject.finding(
            CHECK.name,
            ("id",),
            f"Id:t används redan i {first}.",
            "Ge posten ett eget id. Ett id återanvänds aldrig.",
        )


CHECK = Check(
    name="unika-id",
    sentence="Varje post har ett id som ingen annan post har.",
    check=_check,
)
