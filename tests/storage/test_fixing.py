"""Mechanical faults are mended, every other byte stays, and what is read means the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.records.config import ForbundConfig
from generator.records.model import Written
from generator.records.paths import written
from generator.records.record import Record
from generator.storage.fixing import Fixed, fixed
from generator.storage.nodes import plain
from generator.storage.read import read
from generator.storage.tree import parse
from tests.sites import CASES, ROOT
from tests.storage.test_properties import PIECES

LEAST = "id: a-1\nnamn: A\nförbund: a\nvillkor: a-1\ninriktning: förstudie\n"
VAGEN = (CASES / "exempelbygden/content/insatser/exempelbygden/vagen-vidare.yml").read_bytes()
RECORDS = [VAGEN, *(path.read_bytes() for path in sorted((ROOT / "content/insatser").glob("*/*.yml")))]


def mended(text: str, model: type[Written] = Record) -> Fixed:
    found = fixed(text.encode(), model, "f")
    assert fixed(found.data, model, "f").fixes == ()
    return found


def rules(found: Fixed) -> list[str]:
    return [fix.rule for fix in found.fixes]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("kommuner: [0305, 2184]", 'kommuner: ["0305", "2184"]', ["kod", "kod"]),
        ("kommuner: [305]", 'kommuner: ["0305"]', ["kod"]),
        ("kommuner: ['305']", "kommuner: ['0305']", ["kod"]),
        ("kommuner:\n  - 0305 # Håbo", 'kommuner:\n  - "0305" # Håbo', ["kod"]),
        ("kommuner: [9999, 12, x]", 'kommuner: ["9999", "12", x]', ["kod", "kod"]),
        ("diarienummer: 0017", 'diarienummer: "0017"', ["kod"]),
        ("diarienummer: 2025-01-17", 'diarienummer: "2025-01-17"', ["kod"]),
        ("diarienummer: 1.10", 'diarienummer: "1.10"', ["kod"]),
        ("diarienummer: 2025/17", "diarienummer: 2025/17", []),
        ("personer: [{roll: a, telefon: 0313900615}]",
         'personer: [{roll: a, telefon: "0313900615"}]', ["kod"]),
        ("personer: [{roll: a, telefon: 031-390 06 15}]",
         "personer: [{roll: a, telefon: 031-390 06 15}]", []),
        ("period: {start: 2025/9/1, slut: 2027.12}",
         "period: {start: 2025-09-01, slut: 2027-12}", ["datum"] * 2),
        ('period: {start: "20250901"}', 'period: {start: "2025-09-01"}', ["datum"]),
        ("period: {start: 1 september 2025}", "period: {start: 2025-09-01}", ["datum"]),
        ("period: {start: 01/09/2025}", "period: {start: 01/09/2025}", []),
        ("period: {start: 2025/13/01}", "period: {start: 2025/13/01}", []),
        ("personer: [{roll: a, samtycke: [{gäller: [namn], kanaler: [portal], till: 2026/1/1}]}]",
         "personer: [{roll: a, samtycke: [{gäller: [namn], kanaler: [portal], till: 2026-01-01}]}]",
         ["datum"]),
        ("sammanfattning: Mötet var 2025/9/1.", "sammanfattning: Mötet var 2025/9/1.", []),
        ("sammanfattning: 2025/9/1", "sammanfattning: 2025/9/1", []),
        ("sammanfattning: 0305", "sammanfattning: 0305", []),
        ("sammanfattning: A\u030a", "sammanfattning: Å", ["nfc"]),
        ("# a\u030a\nfo\u0308rbund2: a", "# å\nförbund2: a", ["nfc"]),
        ("sammanfattning: A  \n# b \t\n", "sammanfattning: A\n# b\n", ["blanksteg"]),
        ("sammanfattning: |\n  A  \n   \n  B\t\n", "sammanfattning: |\n  A\n\n  B\n", ["blanksteg"]),
        ("sammanfattning: >-\n  A \t \n  B\n", "sammanfattning: >-\n  A\n  B\n", ["blanksteg"]),
        ("sammanfattning: >\n  A\n     \n  B\n", "sammanfattning: >\n  A\n     \n  B\n", []),
        ("sammanfattning:\tA\tB\t# c", "sammanfattning: A B # c", ["tabb"]),
        ('sammanfattning: "A \\t\tB"', 'sammanfattning: "A \\t B"', ["tabb"]),
        ('sammanfattning: "A\\ \n  B"', 'sammanfattning: "A\\ \n  B"', []),
        ("beslut:\n\t- utfall: avslag\n\t  datum: 2025\n\t  instans: styrelsen",
         "beslut:\n  - utfall: avslag\n    datum: 2025\n    instans: styrelsen", ["indrag"]),
        ("beskrivning:\n  syfte: |\n    A\n \t\n    B\n",
         "beskrivning:\n  syfte: |\n    A\n\n    B\n", ["blanksteg"]),
        ("period:\n\tstart: 2025/9\n\t# slut\n\tslut: 2026",
         "period:\n  start: 2025-09\n  # slut\n  slut: 2026",
         ["indrag", "datum"]),
    ],
)  # fmt: skip
def test_what_is_mechanical_is_mended(before: str, after: str, told: list[str]) -> None:
    found = mended(LEAST + before)
    assert found.data.decode() == LEAST + after
    assert (rules(found), found.findings) == (told, ())


def test_a_forbunds_codes_are_mended_too() -> None:
    before = "id: a\nnamn: A\nlän: [03, 9]\nkommuner: [0305]\nkontakt: {telefon: 0313900600}\n"
    after = 'id: a\nnamn: A\nlän: ["03", "09"]\nkommuner: ["0305"]\nkontakt: {telefon: "0313900600"}\n'
    assert mended(before, ForbundConfig).data.decode() == after


@pytest.mark.parametrize("data", RECORDS, ids=range(len(RECORDS)))
@pytest.mark.parametrize("breaks", ["\r\n", "\r"])
def test_breaks_and_byte_order_mark(data: bytes, breaks: str) -> None:
    other = b"\xef\xbb\xbf" + data.replace(b"\n", breaks.encode())
    found = fixed(other, Record, "f")
    assert found.data == data
    assert rules(found) == ["bom", "radslut"]
    assert found.fixes[1].count == data.count(b"\n")


@pytest.mark.parametrize("data", RECORDS, ids=range(len(RECORDS)))
def test_the_registers_own_records_need_nothing(data: bytes) -> None:
    assert fixed(data, Record, "f") == Fixed(data)


def test_a_place_is_where_the_editor_finds_it_and_nothing_is_quoted() -> None:
    found = mended(f"{LEAST}personer:\n  - roll: a\n    telefon: 0313900615\n    återkallat: 2025/9/1\n")
    assert [(fix.rule, fix.position.line, fix.position.column) for fix in found.fixes] == [
        ("kod", 8, 14), ("datum", 9, 17),
    ]  # fmt: skip
    assert not [fix for fix in found.fixes if "0313900615" in fix.message or "2025/9" in fix.message]
    assert "0313900615" not in repr(found)


def test_many_places_of_one_kind_are_told_once() -> None:
    (fix,) = mended(LEAST.replace("\n", " \n")).fixes
    assert (fix.rule, fix.count, fix.position.line, fix.position.column) == ("blanksteg", 5, 1, 8)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("period:\n  \tstart: 2025\n", "yaml-tabb"),
        ("namn: [a\r\n", "yaml-parentes"),
        ("\tnamn: a\n\tb: [\n", "yaml-tabb"),
        ("", "fil-tom"),
        ("namn: a\x00", "fil-styrtecken"),
    ],
)
def test_what_cannot_be_read_is_not_touched(text: str, rule: str) -> None:
    found = mended(text)
    assert found.data == text.encode()
    assert [finding.rule for finding in found.findings] == [rule]
    assert found.fixes == ()


def test_what_is_refused_stays_refused() -> None:
    found = mended(f"{LEAST}kommuner: [0305]\nkommuner: [2184]\n")
    assert found.data.decode() == f'{LEAST}kommuner: ["0305"]\nkommuner: [2184]\n'


def bare(text: str) -> str:
    """Without what is mended in running text."""
    one_blank = re.sub(r"[ \t]+", " ", unicodedata.normalize("NFC", text))
    return re.sub(r" $", "", one_blank, flags=re.MULTILINE)


def values(value: object) -> object:
    if isinstance(value, dict):
        return {key: values(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [values(inner) for inner in value]
    return bare(value) if isinstance(value, str) else value


@settings(max_examples=40)
@given(st.integers(0, len(RECORDS) - 1), st.data())
def test_a_records_meaning_is_what_it_was(record: int, draw: st.DataObject) -> None:
    """Any faults, anywhere: what the program reads is the same, and so is every comment."""
    data = RECORDS[record]
    lines = data.decode().split("\n")
    faults: dict[str, Callable[[str], str]] = {
        "blanks": lambda line: f"{line} \t ",
        "pieces": lambda line: unicodedata.normalize("NFD", line),
        "tab before a comment": lambda line: re.sub(r"(?<=\S) +#", "\t#", line),
        "codes": lambda line: re.sub(r'"(\d{4})"', r"\1", line),
        "dates": lambda line: re.sub(r"(: )(\d{4})-(\d\d)(-(\d\d))?(?=[,}\n]|$)", slashed, line),
    }
    one = st.tuples(st.integers(0, len(lines) - 1), st.sampled_from(sorted(faults)))
    for number, fault in draw.draw(st.lists(one, min_size=1, max_size=30)):
        lines[number] = faults[fault](lines[number])
    broken = draw.draw(st.sampled_from(["\n", "\r\n", "\r"])).join(lines).encode()
    if draw.draw(st.booleans()):
        broken = b"\xef\xbb\xbf" + broken
    found = fixed(broken, Record, "f")
    assert found.findings == ()
    assert fixed(found.data, Record, "f").fixes == ()
    right, _ = read(data, Record, "f")
    after, findings = read(found.data, Record, "f")
    assert findings == ()
    assert right is not None
    assert after is not None
    assert values(dict(written(after.value))) == values(dict(written(right.value)))
    assert comments(found.data) == comments(data)


def slashed(found: re.Match[str]) -> str:
    return f"{found[1]}{found[2]}/{int(found[3])}{f'/{int(found[5])}' if found[5] else ''}"


def comments(data: bytes) -> list[str]:
    return [bare(line.partition("#")[2]) for line in data.decode().split("\n") if "#" in line]


def is_sound(data: bytes) -> None:
    found = fixed(data, Record, "f")
    again = fixed(found.data, Record, "f")
    assert (again.data, again.fixes) == (found.data, ())
    assert (found.data == data) == (not found.fixes)
    before, after = parse(data, "")[0], parse(found.data, "")[0]
    if before is None:
        assert found.findings or rules(found)
    else:
        assert after is not None
        assert not found.findings
        if not {"kod", "datum"} & {*rules(found)}:
            assert values(plain(after)) == values(plain(before))


@given(st.binary())
def test_any_bytes(data: bytes) -> None:
    is_sound(data)


@given(st.lists(PIECES | st.sampled_from((" ", "  \n", "\t\n", "\t- ", "kommuner: ", "305", "datum: ",
                                          "2025/1/2")), max_size=30).map("".join))  # fmt: skip
def test_any_row_of_yaml_pieces(text: str) -> None:
    is_sound(text.encode())


def test_the_cases_of_the_reader_are_sound() -> None:
    cases = sorted((Path(__file__).parent / "cases").rglob("*.yml"))
    assert len(cases) > 100
    for path in cases:
        is_sound(path.read_bytes())
