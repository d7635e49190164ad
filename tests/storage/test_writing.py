"""What is written reads back the same: here, and in programs that give the values types."""

from __future__ import annotations

import unicodedata

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.storage.decode import has_refused_character
from generator.storage.nodes import plain
from generator.storage.tree import parse
from generator.storage.writing import is_text_elsewhere, row, scalar

# A break that YAML takes for one and editors do not is refused in any file.
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"])).filter(
    lambda text: text.strip() and not has_refused_character(text)
)


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def read(text: str) -> object:
    root, findings = parse(text.encode(), "f")
    assert findings == ()
    assert root is not None
    return plain(root)


@given(TEXT)
def test_a_text_reads_back_after_its_key(text: str) -> None:
    assert read(f"a: {scalar(text)}\n") == {"a": nfc(text)}


@given(st.lists(TEXT, min_size=1, max_size=4))
def test_texts_read_back_in_a_row(texts: list[str]) -> None:
    written = row([*texts])
    if written is not None:
        assert read(f"a: {written}\n") == {"a": [nfc(text) for text in texts]}


@given(TEXT)
def test_programs_that_give_types_read_it_as_text_or_a_date(text: str) -> None:
    written = scalar(text)
    if not (text[:4].isdecimal() and "-" in text):
        assert yaml.safe_load(f"a: {written}") == {"a": text}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Vägen vidare", "Vägen vidare"), ("a, b", "a, b"), ("§ 34", "§ 34"), ("2025-09-01", "2025-09-01"),
        ("2025-09", "2025-09"), ("a: b", '"a: b"'), ("a #b", '"a #b"'), ("ja", "ja"), ("no", '"no"'),
        ("null", '"null"'), ("~", '"~"'), ("1984", '"1984"'), ("0305", '"0305"'),
        ("0313900615", '"0313900615"'), ("12:30", '"12:30"'), ("- a", '"- a"'), ("[a]", '"[a]"'),
        ("&a", '"&a"'), ("!a", '"!a"'),
        ('"a', '"\\"a"'), (40, "40"), (True, "true"), (["0305", "a, b"], '["0305", "a, b"]'),
    ],
)  # fmt: skip
def test_only_what_must_be_stands_within_quotation_marks(value: str | list[str], written: str) -> None:
    assert row([*value] if isinstance(value, list) else value) == written


def test_what_has_no_room_in_a_row_gets_none() -> None:
    assert row({"a": 1}) is None
    assert row([{"a": 1}]) is None
    assert row(["tjänstedesign"] * 9) is None
    assert row([]) == "[]"


@pytest.mark.parametrize(
    ("text", "is_text"),
    [
        ("031-390 06 15", True), ("2025/17", True), ("Dnr 17", True), ("0313900615", False), ("0305", False),
        ("+46313900615", False), ("2025-01-17", False), ("1.10", False), ("12:30", False), ("0x1f", False),
        ("0o17", False), ("no", False), ("1e3", False),
    ],
)  # fmt: skip
def test_what_other_programs_take_for_a_text(text: str, is_text: bool) -> None:
    assert is_text_elsewhere(text) is is_text
