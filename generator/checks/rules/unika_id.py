"""An id is permanent and belongs to one record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from generator.checks.interface import Check, Register, Subject
from generator.words.findings import Finding


@lru_cache(maxsize=1)
def _first_files(register: Register) -> dict[str, str]:
    files: dict[str, list[str]] = defaultdict(list)
    for subject in register.subjects:
        files[subject.located.value.id].append(subject.located.file)
    return {record_id: min(names) for record_id, names in files.items()}


def _check(subject: Subject, register: Register) -> Iterator[Finding]:
    first = _first_files(register)[subject.located.value.id]
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
