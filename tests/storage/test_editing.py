"""Persons taken out of a file: the entry goes, every other byte stays. Cases are `NAME.before.yml` and
`NAME.<indexes>.yml`, what is left without those entries.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.storage.editing import EditRefusedError, without_persons
from generator.storage.nodes import plain
from generator.storage.tree import parse

FORGET = Path(__file__).parent / "cases" / "forget"
AFTER = sorted(path for path in FORGET.glob("*.yml") if ".before." not in path.name)
BREAKS = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}


def before(after: Path) -> bytes:
    return (FORGET / f"{after.name.split('.')[0]}.before.yml").read_bytes()


def indexes(after: Path) -> set[int]:
    return {int(index) for index in after.name.split(".")[1].split("+")}


def test_there_are_cases() -> None:
    assert len(AFTER) > 30


@pytest.mark.parametrize("breaks", BREAKS)
@pytest.mark.parametrize("after", AFTER, ids=lambda path: path.stem)
def test_the_entries_go_and_every_other_byte_stays(after: Path, breaks: str) -> None:
    def written(data: bytes) -> bytes:
        return data.replace(b"\n", BREAKS[breaks].encode())

    found = without_persons(written(before(after)), indexes(after))
    assert found.decode() == written(after.read_bytes()).decode()


@pytest.mark.parametrize("after", AFTER, ids=lambda path: path.stem)
def test_a_byte_order_mark_stays_and_no_final_line_break_is_added(after: Path) -> None:
    data = b"\xef\xbb\xbf" + before(after).rstrip(b"\n")
    found = without_persons(data, indexes(after))
    expected = b"\xef\xbb\xbf" + after.read_bytes()
    # A line that was not the last one keeps its break.
    assert found in (expected, expected.rstrip(b"\n"))
    assert found.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("after", AFTER, ids=lambda path: path.stem)
def test_the_registers_own_reader_agrees(after: Path) -> None:
    old, new = (
        parse(data, "")[0] for data in (before(after), without_persons(before(after), indexes(after)))
    )
    assert old is not None
    assert new is not None
    record, left = plain(old), plain(new)
    assert isinstance(record, dict)
    entries = record.pop("personer")
    kept = [entry for index, entry in enumerate(entries) if index not in indexes(after)]
    assert left == record | ({"personer": kept} if kept else {})


def test_nobody_taken_out_changes_nothing() -> None:
    data = before(AFTER[0])
    assert without_persons(data, set()) is data


REFUSED = {
    "no list": "id: a\npersoner: Tova\n",
    "no such key": "id: a\n",
    "not so many": "personer:\n  - namn: Tova\n",
    "no mapping": "- a\n- b\n",
    "no YAML": "personer: [a, b\n",
    "two of a key": "personer:\n  - a: 1\n  - b: 1\n  - b: 1\npersoner: []\n",
    "what another entry needs": "personer:\n  - &a {namn: Tova}\n  - *a\n  - *a\nx: *a\n",
    "control character": "personer:\n  - a: 1\n  - b: \x00\n  - c: 1\n",
    "a date that is none": "personer: [{a: 1}, {a: 2}, {a: 3}]\ndag: 2026-02-30\n",
    "a key with a question mark": "? personer\n: - a: 1\n  - b: 1\n  - c: 1\n",
    "two documents": "personer: [{a: 1}, {a: 2}, {a: 3}]\n---\na: 1\n",
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_proven_is_refused_without_a_value(name: str) -> None:
    with pytest.raises(EditRefusedError) as caught:
        without_persons(REFUSED[name].encode(), {0, 2})
    assert "Tova" not in f"{caught.value!r} {caught.value.__cause__}"


def test_what_is_not_utf_8_is_refused() -> None:
    with pytest.raises(EditRefusedError):
        without_persons(b"personer:\n  - namn: \xe5\n", {0})


VALUES = (
    "Tova",
    '"a: #b"',
    "'c'",
    "[a, b]",
    "{a: b}",
    "|\n{i}  text\n{i}  # text\n",
    ">-\n{i}  text\n\n{i}  mer\n",
)
COMMENTS = ("", "", "{d}# ovanför\n", "\n", "{d}# lös\n\n", "\n{d}# ovanför\n{d}# två\n")


@st.composite
def layouts(draw: st.DrawFn) -> tuple[str, str, set[int]]:
    """A file, what is to be left of it, and which entries are to go; the lines are laid out by chance."""
    dash = " " * draw(st.integers(0, 4))
    inside = dash + "  "
    entries: list[tuple[str, str, str]] = []
    for number in range(draw(st.integers(2, 5))):
        keys = [f"namn: Person {number}\n"]
        for key in range(draw(st.integers(0, 3))):
            value = draw(st.sampled_from(VALUES)).replace("{i}", inside)
            keys.append(f"k{key}: {value}" + ("" if value.endswith("\n") else "\n"))
        if draw(st.booleans()):
            keys.append(f"# inne {number}\n")
        if draw(st.booleans()):
            keys.append("samtycke:\n" + inside + draw(st.sampled_from(["- a: [b]\n", "  - a: b\n"])))
        gap = draw(st.sampled_from(COMMENTS)).replace("{d}", dash)
        own = gap.rpartition("\n\n")[2] if not gap.endswith("\n\n") and gap != "\n" else ""
        own = own.lstrip("\n")
        loose = gap.removesuffix(own) if own else gap
        entries.append((loose, own, f"{dash}- " + inside.join(keys)))
    head = draw(st.sampled_from(["", "id: a   # permanent\n", "text: |\n  hej\n\n"]))
    tail = draw(st.sampled_from(["", "sökord: [a]\n", "# sist\nx: |\n  y\n", "\nz: 1"]))
    many = len(entries)
    gone = draw(st.sets(st.integers(0, many - 1), min_size=1, max_size=many - 1))
    whole = head + "personer:\n" + "".join(map("".join, entries)) + tail
    left = "".join(
        loose if number in gone else loose + own + entry for number, (loose, own, entry) in enumerate(entries)
    )
    return whole, head + "personer:\n" + left + tail, gone


@settings(max_examples=300)
@given(layouts())
def test_whatever_the_layout_the_other_lines_stay(layout: tuple[str, str, set[int]]) -> None:
    whole, left, gone = layout
    assert without_persons(whole.encode(), gone).decode() == left
