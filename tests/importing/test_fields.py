"""Dates, amounts, names and addresses as people write them."""

import pytest

from generator.importing.fields.dates import dates_in
from generator.importing.fields.money import amounts_in, cell_amount
from generator.importing.fields.people import email_fits, is_name, persons_in
from generator.words.findings import Position

AT = Position(1, 1)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2024 09 01 – 2026 08 30", ["2024-09-01", "2026-08-30"]),
        ("Start juni 2025- juni 2028", ["2025-06", "2028-06"]),
        ("mars till december 2021", ["2021-03", "2021-12"]),
        ("den 7 maj 2025", ["2025-05-07"]),
        ("20240506", ["2024-05-06"]),
        ("2025-09", ["2025-09"]),
        ("31 februari 2025", []),
        ("åååå-mm-dd", []),
        ("§ 34, 2025/17", []),
    ],
)
def test_dates(text: str, dates: list[str]) -> None:
    assert [str(when) for when in dates_in(text)] == dates


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("3 222 836 Kr", [(3222836, "kr")]),
        ("1 601 208", [(1601208, "")]),
        ("150 tkr och 2 mkr", [(150000, "tkr"), (2000000, "mkr")]),
        ("500 kronor", [(500, "kronor")]),
        ("år 2024, 90 deltagare, 80 %", []),
    ],
)
def test_amounts(text: str, amounts: list[tuple[int, str]]) -> None:
    assert [(one.value, one.unit) for one in amounts_in(text)] == amounts


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("910730", 910730),
        ("1 899 065", 1899065),
        ("650 tkr", 650000),
        ("0", 0),
        ("100%", None),
        ("2025-07-01", None),
    ],
)
def test_a_cell(cell: str, value: int | None) -> None:
    amount = cell_amount(cell)
    assert (amount.value if amount else None) == value


@pytest.mark.parametrize(
    ("name", "email", "fits"),
    [
        ("Tova Lindeby", "tova.lindeby@habo.example", True),
        ("Ylva Ängström", "ylva.aengstrom@gotland.example", True),
        ("Sara Värdin", "sara.vardin@gotland.example", True),
        ("Malin Reden Aurelius", "malin.reden.aurelius@af.example", True),
        ("Tova Lindeby", "tlindeby@habo.example", True),
        ("Kristine Sandin", "kristina.sandin@fk.example", False),
        ("Moa Almleöf", "moa.almelof@af.example", False),
        ("Tova Lindeby", "gustav.ryberg@habo.example", False),
    ],
)
def test_an_address_that_is_not_made_of_the_name(name: str, email: str, fits: bool) -> None:
    assert email_fits(name, email) is fits


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tova Lindeby", True),
        ("Emma Lyhr", True),
        ("Anna-Lena af Berg", True),
        ("Region Uppsala", False),
        ("Ängelholms Näringsliv", False),
        ("Ekonomiskt bistånd", False),
        ("Försäkringskassan", False),
        ("TOVA LINDEBY", False),
    ],
)
def test_what_looks_like_a_name(text: str, name: bool) -> None:
    assert is_name(text) is name


def test_a_person_with_title_and_organisation() -> None:
    (person,) = persons_in("Olle Berg, verksamhetschef Ledning och utveckling, Håbo kommun", AT)
    assert (person.name, person.title) == ("Olle Berg", "verksamhetschef Ledning och utveckling")
    assert person.organisation == "Håbo kommun"


def test_several_persons_each_with_the_address_that_is_most_like_the_name() -> None:
    told = persons_in(
        "Sara Värdin, Ylva Ängström", AT, known=("ylva.aengstrom@a.example", "sara.vardin@a.example")
    )
    assert [(one.name, one.email) for one in told] == [
        ("Sara Värdin", "sara.vardin@a.example"),
        ("Ylva Ängström", "ylva.aengstrom@a.example"),
    ]
