"""Hard texts are warned of, once for the summary and once for the sections, and never quoted."""

from __future__ import annotations

import pytest

from generator.checks.rules.lasbarhet import CHECK
from tests import private_values as v
from tests.checks.yaml_records import with_head
from tests.words.test_lix import EASY, HARD


def found(more: str) -> list[str]:
    findings = v.findings_of(CHECK, v.subject(with_head(more)))
    assert all("Rehabiliteringssamordning" not in str(one) for one in findings)
    return [f"{place} {one.message}" for place, one in zip(v.places(findings), findings, strict=True)]


def test_a_hard_summary_is_told_with_its_figure() -> None:
    (told,) = found(f"sammanfattning: {HARD}\n")
    assert "varning Sammanfattningen är svår att läsa: LIX 105, högst 50 är målet." in told


def test_the_hard_sections_are_told_together() -> None:
    text = f"beskrivning:\n  bakgrund: {HARD}\n  syfte: {EASY}\n  metod: {HARD}\n"
    (told,) = found(text)
    assert "varning De här avsnitten har LIX över 50: bakgrund 105, metod 105." in told


@pytest.mark.parametrize(
    "more",
    [
        f"sammanfattning: {EASY}\n",
        f"sammanfattning: {HARD.split('. ')[0]}.\n",
        "",
        f"beskrivning: {{syfte: {EASY}}}\n",
    ],
)
def test_easy_and_short_texts_are_not(more: str) -> None:
    assert found(more) == []
