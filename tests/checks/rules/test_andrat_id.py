"""An insats keeps the id with which it was public."""

from __future__ import annotations

import pytest

from generator.checks.beside import Former
from generator.checks.interface import Register, Subject
from generator.checks.rules.andrat_id import CHECK
from tests import private_values as v
from tests.checks.rules.past import now, version, with_past

NEW = ("exempelbygden-2025-vagen-vidare", "exempelbygden-2026-annat")
PAUSED = ("läge: publicera", "läge: pausad")


def told(versions: list[Former], subjects: list[Subject]) -> list[str]:
    register = Register(tuple(subjects), with_past(*versions))
    findings = [one for subject in subjects for one in CHECK.check(subject, register)]
    assert not any(name in str(one) for one in findings for name in NEW)
    return [f"{place} {one.message[:5]}" for place, one in zip(v.places(findings), findings, strict=True)]


CASES = {
    "a change that is not committed": ([version(committed=True)], [now(NEW)], ["1:5 fel Id:t "]),
    "one that is committed": ([version(), version(NEW)], [now(NEW)], ["1:5 varning Id:t "]),
    "another insats on the address": (
        [version(committed=True)], [now(NEW), now(slug="annan")], ["1:5 fel På de"],
    ),
    "the first public id again": ([version(), version(NEW, committed=True)], [now()], []),
    "the first that was public": ([version(NEW, PAUSED), version(committed=True)], [now()], []),
    "it was not public": ([version(PAUSED, committed=True)], [now(NEW)], []),
    "it is new": ([], [now(NEW)], []),
}  # fmt: skip


@pytest.mark.parametrize(("versions", "subjects", "said"), CASES.values(), ids=CASES)
def test_versions(versions: list[Former], subjects: list[Subject], said: list[str]) -> None:
    assert told(versions, subjects) == said
