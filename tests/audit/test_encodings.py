"""Withheld values are found however they are written, and the table of what is not found is true."""

from __future__ import annotations

import html
import string
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.audit.interface import Kind, Needle
from generator.audit.reading import read
from generator.audit.scan import scan
from generator.audit.sought import Sought
from tests.audit.encodings import NOT_FOUND, PROMISED, PROMISED_OF_PERSONS

NAME = Needle("namn", "Moa Almleöf", Kind.NAME)
EMAIL = Needle("e-post", "Moa.Almelof@arbetsformedlingen.example", Kind.EMAIL)
PHONE = Needle("telefon", "031-390 06 15", Kind.PHONE)
TEXT = Needle("text", "ordet hemlighamnen får inte synas", Kind.TEXT)
AMOUNT = Needle("belopp", "3222836", Kind.AMOUNT)
ALL = (NAME, EMAIL, PHONE, TEXT, AMOUNT)


def found(content: bytes, *needles: Needle) -> set[str]:
    sought = Sought(needles)
    file = read("sida/index.html", content)
    return {needle.label for reading in file.readings for needle in sought.found_in(reading)}


@pytest.mark.parametrize("way", PROMISED)
@pytest.mark.parametrize("needle", ALL, ids=lambda needle: needle.label)
def test_what_is_promised(needle: Needle, way: str) -> None:
    assert found(PROMISED[way](needle.value), *ALL) == {needle.label}


@pytest.mark.parametrize("way", PROMISED_OF_PERSONS)
@pytest.mark.parametrize("needle", [NAME, EMAIL, TEXT], ids=lambda needle: needle.label)
def test_what_is_promised_of_persons(needle: Needle, way: str) -> None:
    assert found(PROMISED_OF_PERSONS[way](needle.value), *ALL) == {needle.label}


@pytest.mark.parametrize("way", NOT_FOUND)
def test_what_is_not_found(way: str) -> None:
    """When one of these is found one day, the handbook may promise it."""
    assert found(NOT_FOUND[way](NAME.value), *ALL) == set()


def test_a_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>\n<i>Mo</i>a&nbsp;Almle&ouml;f</p>\n", "utf-8")
    assert [(hit.file, hit.line) for hit in scan(tmp_path, ALL).hits] == [("index.html", 2)]


_WORD = st.text(string.ascii_letters + "åäöéüÅÄÖ", min_size=3, max_size=12)
_AROUND = st.text("<>pab/ =\"'&;%\\\n åäö012.,-", max_size=60)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=150)
@given(st.tuples(_WORD, _WORD), st.sampled_from(sorted(PROMISED)), _AROUND, _AROUND)
def test_any_name_anywhere_in_a_page(name: tuple[str, str], way: str, before: str, after: str) -> None:
    needle = Needle("namn", " ".join(name), Kind.NAME)
    planted = PROMISED[way](needle.value)
    # UTF-16, markup and a calendar are files of their own.
    if planted.isascii() and not {0, 0x3C} & {*planted} and not planted.startswith(b"BEGIN:V"):
        text = html.escape(before)
        planted = b"<p>" + text.encode() + b" | " + planted + b" | " + html.escape(after).encode() + b"</p>"
    assert found(planted, needle) == {"namn"}
