"""E-mail addresses and phone numbers belong in their own fields."""

import pytest

from generator.checks.rules.kontakt_i_text import CHECK
from generator.storage.load import load_records
from tests import private_values as v
from tests.checks.yaml_records import with_head


def told(text: str, rest: str = "") -> list[int]:
    yaml = f"beskrivning:\n  bakgrund: |\n    {text}\n{rest}"
    found = v.findings_of(CHECK, v.subject(with_head(yaml)))
    assert all(f.position.line == 11 and f.severity == "varning" for f in found)
    assert all("hänvisning.kontakt" in f.advice and "390" not in str(f) and "@" not in str(f) for f in found)
    return [f.position.column - 4 for f in found]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Ring 031-390 06 15.", [6]),
        ("Ring +46 31 390 06 15.", [6]),
        ("Ring 031–390\u00a006\u00a015.", [6]),
        ("Ring **031-390 06 15**.", [8]),
        ("Skriv till info@kommun.example.", [12]),
        ("Skriv [hit](mailto:info@kommun.example).", [13]),
        ("Skriv info@kommun.example, ring 031-390 06 15", [7, 33]),
        ("Summan är 3 222 836 kr av 4 418 132 kr.", []),
        ("Tiden är 2024 09 01 – 2026 08 30, dnr 2025/1234567.", []),
        ("Mellan 2025-09-01 och 2026-12-31 deltar 70.", []),
        ("Vi @ jobbet.", []),
        ("Se https://kommun.example/1234567.", []),
    ],
)
def test_decided(text: str, columns: list[int]) -> None:
    assert told(text) == columns


def test_the_next_line_belongs_to_the_number() -> None:
    yaml = with_head("beskrivning:\n  bakgrund: |\n    Ring 031-390\n    06 15.\n")
    assert v.places(v.findings_of(CHECK, v.subject(yaml))) == ["11:10 varning"]


@pytest.mark.parametrize(
    "rest",
    [
        "hänvisning: {kontakt: 0313900615}\n",
        "personer: [{namn: Tova Lindeby, roll: insatsledare, telefon: 031-390 06 15}]\n",
        "granskade_rader: [{fält: beskrivning.bakgrund, börjar: Ring 031-390 06 15, skäl: Växeln}]\n",
        "sekretess: [{omfattar: [beskrivning], grund: OSL}]\n",
    ],
)
def test_quiet(rest: str) -> None:
    assert told("Ring 031-390 06 15.", rest) == []


def test_half_a_number_is_no_review() -> None:
    rest = "granskade_rader: [{fält: beskrivning.bakgrund, börjar: Ring 031, skäl: Växeln}]\n"
    assert told("Ring 031-390 06 15.", rest) == [6]


def test_a_contact_in_its_field_is_no_finding() -> None:
    yaml = with_head("hänvisning: {kontakt: info@kommun.example}\n")
    assert v.findings_of(CHECK, v.subject(yaml)) == ()


def test_the_real_records_are_quiet() -> None:
    for located in load_records(v.CONTENT).records:
        subject = v.subject((v.PROJECT / located.file).read_text("utf-8"), file=located.file)
        assert v.findings_of(CHECK, subject) == (), located.file
