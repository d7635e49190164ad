"""An address belongs to one insats, now and before."""

from __future__ import annotations

import pytest

from generator.checks.interface import Subject
from generator.checks.rules.tidigare_adresser import CHECK
from tests import private_values as v
from tests.checks.yaml_records import HEAD


def made(slug: str, *former: str, state: str = "publicera") -> Subject:
    text = HEAD.replace("2025-vagen-vidare", f"2025-{slug}").replace("läge: publicera", f"läge: {state}")
    lines = f"tidigare_adresser: [{', '.join(former)}]\n" if former else ""
    return v.subject(text + lines, file=f"content/insatser/exempelbygden/{slug}.yml")


TODAYS = "Det här är insatsens adress i dag, ingen tidigare."
ANOTHER = "På den adressen finns en annan insats, content/insatser/exempelbygden/b.yml."
TAKEN = "Adressen står redan som tidigare adress i content/insatser/exempelbygden/a.yml."
TWICE = "Adressen står här två gånger."
CASES = {
    "addresses of their own": (
        [made("a", "exempelbygden/b", "grannbygden/a"), made("c", "grannbygden/c")], [],
    ),
    "its own address": (
        [made("a", "exempelbygden/b", "exempelbygden/a")], [("a.yml", "9:38 fel", TODAYS)],
    ),
    **{
        f"where another insats is, {state}": (
            [made("a", "exempelbygden/b"), made("b", state=state)], [("a.yml", "9:21 fel", ANOTHER)],
        )
        for state in ("publicera", "pausad", "återkallad")
    },
    "two on the same": (
        [made("a", "exempelbygden/x"), made("b", "exempelbygden/x")], [("b.yml", "9:21 fel", TAKEN)],
    ),
    "two on the same, in another order": (
        [made("b", "exempelbygden/x"), made("a", "exempelbygden/x")], [("b.yml", "9:21 fel", TAKEN)],
    ),
    "the same line twice": (
        [made("a", "exempelbygden/x", "exempelbygden/x")], [("a.yml", "9:38 fel", TWICE)],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("subjects", "told"), CASES.values(), ids=CASES)
def test_addresses(subjects: list[Subject], told: list[tuple[str, str, str]]) -> None:
    found = v.findings_of(CHECK, *subjects)
    places = v.places(found)
    assert [(f.file.rpartition("/")[2], at, f.message) for f, at in zip(found, places, strict=True)] == told
