"""Identity numbers and BankID ids have no place in any text."""

import pytest

from generator.checks.interface import Subject
from generator.checks.rules.identitetsnummer import CHECK
from generator.storage.load import load_records
from tests import private_values as v
from tests.checks.yaml_records import with_head


@pytest.mark.parametrize(
    "number",
    [
        "850101-1234",
        "850101+1234",
        "850101 1234",
        "8501011234",
        "19850101-1234",
        "198501011234",
        "20050101-1234",
        "850161-1234",
        "850191-1234",
        "850101–1234",
        "850101\u20111234",
        "850101\u22121234",
        "850101\u00a01234",
        "850101 - 1234",
        "850101-\u00ad1234",
        "nr-850101-1234",
        "(850101-1234)",
        "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
        "3F2504E0-4F89-11D3-9A0C-0305E82C3301",
    ],
)
def test_found_and_not_quoted(number: str) -> None:
    text = f"beskrivning:\n  bakgrund: |\n    En rad.\n    Nummer {number}, kanske.\n"
    (finding,) = v.findings_of(CHECK, v.subject(with_head(text)))
    assert v.places([finding]) == ["12:5 fel"]
    assert not any(part in str(finding) for part in ("8501", "1234", "3f25", "3F25"))


@pytest.mark.parametrize(
    "text",
    [
        "Dnr 2025/17",
        "2024-09-01–2026-08-30",
        "910 730 kr och 1 799 359 kr",
        "031-390 06 15",
        "851301-1234",
        "850132-1234",
        "850101-12345",
        "1850101-12345",
        "org.nr 212000-1355",
        "212000–2361",
        "222000-1234",
        "3f2504e0-4f89-11d3-9a0c",
    ],
)
def test_other_numbers(text: str) -> None:
    assert v.findings_of(CHECK, v.subject(with_head(f'sammanfattning: "{text}"\n'))) == ()


def test_everywhere_but_in_a_phone() -> None:
    text = with_head(
        'diarienummer: "850101-1234"\n'
        "personer:\n"
        '  - {namn: Tova 850101-1234, roll: insatsledare, telefon: "8501011234"}\n'
        "källa: {anmärkningar: [Nummer 850101-1234]}\n"
    )
    found = v.findings_of(CHECK, v.subject(text))
    assert v.places(found) == ["9:16 fel", "11:12 fel", "12:24 fel"]


def test_nothing_in_the_real_records() -> None:
    for located in load_records(v.CONTENT).records:
        made = v.case(record=located.value)
        subject = Subject(located, made, v.outcome(made))
        assert v.findings_of(CHECK, subject) == (), located.file
