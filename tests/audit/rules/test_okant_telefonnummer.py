from __future__ import annotations

import pytest

from generator.audit.interface import Known
from generator.audit.reading import read
from generator.audit.rules.okant_telefonnummer import SITE_CHECK

KNOWN = Known(phones=frozenset({"0313900600"}))


def lines(text: str, name: str = "index.html") -> list[int]:
    return [fault.line for fault in SITE_CHECK.check(read(name, text.encode()), KNOWN)]


@pytest.mark.parametrize(
    "text",
    [
        "031-390 06 00, tel:+46313900600, +46 (0)31-390 06 00",
        "3 222 836 kr, 2025-06-12 – 2027-12-31, 0,5 tjänst, 100 000 000 kr, dnr 2025/17-0313900615",
        *(
            f"{sum_of:,} kr".replace(",", space)
            for sum_of in (1_091_185_598, 12_045_123_456)
            for space in " \u00a0"
        ),
        "SCB 0305, 2184, 0980, 2132; § 34; 12:30–14:00",
        "0123",
        "",
    ],
)
def test_what_is_known_or_no_number(text: str) -> None:
    assert lines(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "031-390 06 15",
        "år 2025 031-390 06 15",
        "tel:+46313900615",
        "08-465 004 12",
        "070-174 06 05",
        "(031) 390 06 15",
        "0046 31 390 06 15",
    ],
)
def test_an_unknown_number(text: str) -> None:
    assert lines(f"<p>\nRing {text}.") == [2]
    assert lines(f"Ring {text}, eller {text}") == [1]


def test_scripts_and_drawings_are_full_of_digits() -> None:
    assert lines("031-390 06 15", "a.js") == lines("031-390 06 15", "a.svg") == []
