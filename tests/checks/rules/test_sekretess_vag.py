"""Secrecy must point at fields that exist; otherwise the gate hides the whole record."""

import pytest

from generator.checks.rules.sekretess_vag import CHECK
from generator.records.paths import known_paths
from tests import private_values as v
from tests.checks.yaml_records import with_head


@pytest.mark.parametrize(
    ("covers", "places"),
    [
        ("allt", []),
        ("[allt]", []),
        ("[beskrivning.bakgrund, personer]", []),
        ("[beskrivning.bakgrnd]", ["10:17 fel"]),
        ("[personer, Beskrivning]", ["10:27 fel"]),
        ("[xyz, qqq]", ["10:17 fel", "10:22 fel"]),
    ],
)
def test_paths(covers: str, places: list[str]) -> None:
    subject = v.subject(with_head(f"sekretess:\n  - {{omfattar: {covers}, grund: OSL}}\n"))
    assert v.places(v.findings_of(CHECK, subject)) == places
    assert subject.public is (not places and "allt" not in covers)


def test_near() -> None:
    subject = v.subject(with_head("sekretess: [{omfattar: [beskrivning.bakgrnd], grund: OSL}]\n"))
    (finding,) = v.findings_of(CHECK, subject)
    assert finding.advice == "Menade du beskrivning.bakgrund?"


def test_every_known_path() -> None:
    covers = ", ".join(sorted(known_paths()))
    subject = v.subject(with_head(f"sekretess: [{{omfattar: [{covers}], grund: OSL}}]\n"))
    assert v.findings_of(CHECK, subject) == ()
