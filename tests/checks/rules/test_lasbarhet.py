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


CASES = {
    "a hard summary": (
        f"sammanfattning: {HARD}\n",
        ["varning Sammanfattningen är svår att läsa: LIX 105, högst 50 är målet."],
    ),
    "hard sections, together": (
        f"beskrivning:\n  bakgrund: {HARD}\n  syfte: {EASY}\n  metod: {HARD}\n",
        ["varning De här avsnitten har LIX över 50: bakgrund 105, metod 105."],
    ),
    "an easy summary": (f"sammanfattning: {EASY}\n", []),
    "a short one": (f"sammanfattning: {HARD.split('. ')[0]}.\n", []),
    "none": ("", []),
    "an easy section": (f"beskrivning: {{syfte: {EASY}}}\n", []),
}


@pytest.mark.parametrize(("more", "said"), CASES.values(), ids=CASES)
def test_texts(more: str, said: list[str]) -> None:
    told = found(more)
    assert [one for one, part in zip(told, said, strict=True) if part not in one] == []
