"""A reviewed line must be there, in a field that exists."""

import pytest

from generator.checks.rules.granskade_rader import CHECK
from generator.storage.folders import YamlFile
from generator.storage.load import read_record
from tests import private_values as v
from tests.checks.yaml_records import with_head

TEXT = """\
beskrivning:
  metod: |
    En rad.
    - Hans  Majestät öppnade.
mål: [{typ: mål, text: Ett klart mål.}]
"""


@pytest.mark.parametrize(
    ("entry", "places"),
    [
        ("{fält: beskrivning.metod, börjar: Hans Majestät, skäl: s}", []),
        ("{fält: beskrivning.metod, börjar: '- Hans Majestät', skäl: s}", []),
        ("{fält: mål.text, börjar: Ett klart, skäl: s}", []),
        ("{fält: beskrivning.metod, börjar: Hans Majes, skäl: s}", ["14:53 varning"]),
        ("{fält: beskrivning.metod, börjar: Hans Excellens, skäl: s}", ["14:53 varning"]),
        ("{fält: beskrivning.metod, börjar: Majestät öppnade, skäl: s}", ["14:53 varning"]),
        ("{fält: beskrivning.syfte, börjar: Hans Majestät, skäl: s}", ["14:53 varning"]),
        ("{fält: beskrivning.metoder, börjar: Hans Majestät, skäl: s}", ["14:26 varning"]),
    ],
)
def test_places(entry: str, places: list[str]) -> None:
    found = v.findings_of(CHECK, v.subject(with_head(f"{TEXT}granskade_rader: [{entry}]\n")))
    assert v.places(found) == places
    assert all("Hans" not in str(finding) for finding in found)


def test_a_field_that_is_nearly_right() -> None:
    yaml = with_head("granskade_rader: [{fält: beskrivning.metoder, börjar: Hans Majestät, skäl: s}]\n")
    (finding,) = v.findings_of(CHECK, v.subject(yaml))
    assert finding.advice == "Menade du beskrivning.metod?"


def test_a_beginning_must_point_at_one_line() -> None:
    yaml = with_head("granskade_rader: [{fält: namn, börjar: Vägen, skäl: s}]\n")
    located, findings = read_record(YamlFile("a.yml", "a", "exempelbygden", yaml.encode()))
    assert located is None
    assert any("för kort" in finding.message for finding in findings)
