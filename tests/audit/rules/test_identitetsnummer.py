from __future__ import annotations

import pytest

from generator.audit.interface import Known
from generator.audit.reading import read
from generator.audit.rules.identitetsnummer import SITE_CHECK

UUID = "123e4567-e89b-12d3-a456-426614174000"


def lines(text: str, name: str = "index.html") -> list[int]:
    return [fault.line for fault in SITE_CHECK.check(read(name, text.encode()), Known())]


@pytest.mark.parametrize(
    "text",
    [
        "811228-9874", "19811228-9874", "198112289874", "8112289874", "811288-9873", "811228+9874",
        "811228 - 9874", "811228–9874", "19811228 9874", "811228&#45;9874", "(811228-0000)",
        "811228 9874", "a,811228-9874,5", "/811228-9874/", f"Bank ID {UUID}",
        f"Signerat med BankID {UUID}", f"{UUID.upper()} Freja eID+", f"bank-id: <b>{UUID}</b>",
    ],
)  # fmt: skip
def test_a_number(text: str) -> None:
    assert lines(f"<p>\n{text}</p>") in ([2], [1])
    assert lines(text, "data.csv") == [1]


@pytest.mark.parametrize(
    "text",
    [
        "212000-1355", "802413-4567", "556036-0793", "8112289875", "0701740605", "811328-9874", "811232-9874",
        "20250612", "2025-06-12", "2025-06-12 1200", "250612-25061", "A811228-9874B", "0.8112289874",
        "811228 9875", UUID, f"{UUID} {'x' * 300} BankID", "BankID",
    ],
)  # fmt: skip
def test_no_number(text: str) -> None:
    assert lines(f"<p>{text}</p>") == []


def test_scripts_are_not_read() -> None:
    assert lines("811228-9874", "a.js") == []
    assert lines(f"'BankID {UUID}'", "a.js") == [1]
