"""A relation points at a record that exists, and not at itself."""

import pytest

from generator.checks.interface import Subject
from generator.checks.rules.relationer import CHECK
from tests import private_values as v
from tests.checks.yaml_records import HEAD, with_head

OTHER = v.subject(
    HEAD.replace("vagen-vidare", "forstudie"), file="content/insatser/exempelbygden/forstudie.yml"
)


def relation(target: str) -> Subject:
    return v.subject(with_head(f"relationer:\n  - {{typ: förlänger, insats: {target}}}\n"))


UNKNOWN, ITSELF = "Det finns ingen insats med det id:t.", "Insatsen hänvisar till sig själv."


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("exempelbygden-2025-forstudie", []),
        ("exempelbygden-2025-forstudien", [f"{UNKNOWN} Menade du exempelbygden-2025-forstudie?"]),
        ("annat", [f"{UNKNOWN} Skriv id:t på en insats som finns i registret."]),
        ("exempelbygden-2025-vagen-vidare", [f"{ITSELF} Skriv id:t på en insats som finns i registret."]),
    ],
)
def test_targets(target: str, said: list[str]) -> None:
    found = v.findings_of(CHECK, relation(target), OTHER)
    assert v.places(found) == ["10:30 fel"] * len(said)
    assert [f"{one.message} {one.advice}" for one in found] == said
