"""An insats keeps the id with which it was public."""

from __future__ import annotations

from generator.checks.beside import Former
from generator.checks.interface import Register, Subject
from generator.checks.rules.andrat_id import CHECK
from tests import private_values as v
from tests.checks.rules.past import now, version, with_past

NEW = ("exempelbygden-2025-vagen-vidare", "exempelbygden-2026-annat")
PAUSED = ("läge: publicera", "läge: pausad")


def told(*versions: Former, subjects: tuple[Subject, ...]) -> list[str]:
    register = Register(subjects, with_past(*versions))
    findings = [one for subject in subjects for one in CHECK.check(subject, register)]
    assert not any(name in str(one) for one in findings for name in NEW)
    return [f"{place} {one.message[:5]}" for place, one in zip(v.places(findings), findings, strict=True)]


def test_a_change_that_is_not_committed_is_an_error() -> None:
    assert told(version(committed=True), subjects=(now(NEW),)) == ["1:5 fel Id:t "]


def test_one_that_is_committed_is_a_warning() -> None:
    assert told(version(), version(NEW), subjects=(now(NEW),)) == ["1:5 varning Id:t "]


def test_the_first_public_id_is_the_one_to_keep() -> None:
    assert told(version(), version(NEW, committed=True), subjects=(now(),)) == []
    assert told(version(NEW, PAUSED), version(committed=True), subjects=(now(),)) == []


def test_what_was_not_public_may_change() -> None:
    assert told(version(PAUSED, committed=True), subjects=(now(NEW),)) == []
    assert told(subjects=(now(NEW),)) == []


def test_another_insats_on_the_address() -> None:
    both = (now(NEW), now(slug="annan"))
    assert told(version(committed=True), subjects=both) == ["1:5 fel På de"]
