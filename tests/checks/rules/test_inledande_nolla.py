"""Zeros that a spreadsheet took."""

import pytest

from generator.checks.rules.inledande_nolla import CHECK
from tests import private_values as v
from tests.checks.rules.cases import found
from tests.checks.yaml_records import HEAD, with_head

PERSON = "personer: [{{namn: Tova Lindeby, roll: insatsledare, telefon: {}}}]\n"


@pytest.mark.parametrize(
    ("more", "places"),
    [
        (PERSON.format("031-390 06 15"), []),
        (PERSON.format("+46 31 390 06 15"), []),
        (PERSON.format("31-390 06 15"), ["9:62 varning"]),
        ("hänvisning: {kontakt: 313900615}\n", ["9:23 varning"]),
        ("hänvisning: {kontakt: 031-390 06 15}\n", []),
        ("hänvisning: {kontakt: jobb@kommun.example}\n", []),
    ],
)
def test_phones(more: str, places: list[str]) -> None:
    assert found(CHECK, more) == places


def test_the_number_is_not_quoted() -> None:
    (finding,) = v.findings_of(CHECK, v.subject(with_head(PERSON.format("31-390 06 15"))))
    assert "390" not in str(finding)


@pytest.mark.parametrize(
    ("numbers", "places"),
    [
        (("2025/017", "2025/1"), ["9:15 varning"]),
        (("2025/017", "2025/1", "2024/3"), ["9:15 varning"]),
        (("2025/17", "2025/1"), []),
        (("2025/017", "2025/018", "2025/1018"), []),
        (("KS 2025/017", "2025/1"), []),
    ],
)
def test_case_numbers(numbers: tuple[str, ...], places: list[str]) -> None:
    subjects = [
        v.subject(
            HEAD.replace("vagen", f"vagen-{place}") + f"diarienummer: {number}\n",
            file=f"content/insatser/exempelbygden/a{place}.yml",
        )
        for place, number in enumerate(numbers)
    ]
    assert v.places(v.findings_of(CHECK, *subjects)) == places
