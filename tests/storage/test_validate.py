"""Errors of the schema in Swedish: all at once, in order, each once, and none with a quotation."""

import re
import unicodedata
from typing import Literal

import pytest
from pydantic import BaseModel, Field, ValidationInfo, field_validator

from generator.records.config import ForbundConfig, SiteConfig, VocabularyFile
from generator.records.model import Written
from generator.records.record import Record
from generator.records.terms import Terms
from generator.storage.limits import MOST_FINDINGS
from generator.storage.near import guess, lacks_space
from generator.storage.read import read
from generator.storage.shapes import fields_by_key, shapes_at, words
from generator.words.findings import Finding, in_order

VALID = """\
id: exempelbygden-2025-vagen
namn: Vägen vidare
förbund: exempelbygden
villkor: exempelbygden-2024
inriktning: individinriktad
"""


class Odd(Written):
    """Types that no record has today; a new field may bring them."""

    number: int | None = Field(None, alias="tal")
    text: str | None = Field(None, alias="text", min_length=3, max_length=5)
    both: Literal["ett", "två"] | Literal["tre"] | None = Field(None, alias="båda")
    several: list[str] | dict[str, str] | None = Field(None, alias="flera")
    pair: list[str] | None = Field(None, alias="par", min_length=2)
    few: list[str] | None = Field(None, alias="få", max_length=1)
    picky: str | None = Field(None, alias="kräsen")

    @field_validator("picky")
    @classmethod
    def _refuses(cls, value: str, _: ValidationInfo) -> str:
        raise ValueError(value)


def findings(text: str, model: type[BaseModel] = Odd) -> tuple[Finding, ...]:
    value, found = read(text.encode(), model, "post.yml")
    assert value is None
    assert found == in_order(found)
    assert "KANARIE" not in "".join(map(str, found))
    return found


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("tal: KANARIE", "varde-ingen-text"),
        ("text: [KANARIE]", "varde-ingen-text"),
        ("text: a", "varde-for-kort"),
        ("text: KANARIE", "varde-for-langt"),
        ("få: [KANARIE, b]", "varde-for-langt"),
        ("båda: KANARIE", "ord-okant"),
        ("flera: KANARIE", "varde-ingen-lista"),
        ("kräsen: KANARIE", "varde-okant-fel"),
        ("KANARIE", "varde-inga-nycklar"),
        ("[KANARIE]", "varde-inga-nycklar"),
    ],
)
def test_each_kind_of_error_has_words_and_a_union_has_one(text: str, rule: str) -> None:
    assert [finding.rule for finding in findings(text)] == [rule]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("text: a", "Texten är för kort. Skriv minst 3 tecken."),
        ("par: [KANARIE]", "Listan är för kort. Skriv minst 2 värden."),
    ],
)
def test_what_is_too_short_says_how_much_is_enough(text: str, said: str) -> None:
    (finding,) = findings(text)
    assert f"{finding.message} {finding.advice}" == said


def test_an_empty_list_that_restricts_is_to_be_filled_and_not_taken_away() -> None:
    (finding,) = findings(f"{VALID}sekretess: [{{grund: OSL, omfattar: []}}]", Record)
    assert finding.message == "Listan är tom."
    assert finding.advice.startswith("Skriv minst ett värde. Förklaring: allt, eller en lista med fält: [")
    assert "ta bort" not in finding.advice.casefold()


def test_an_error_without_words_says_so_loudly() -> None:
    (finding,) = findings("kräsen: KANARIE")
    assert "fel i programmet" in finding.advice
    assert "'value_error'" in finding.advice


def test_the_words_of_all_members_of_a_union_are_listed() -> None:
    (finding,) = findings("båda: KANARIE")
    assert finding.advice == "Skriv ett, två eller tre."


def test_members_of_a_union_that_fit_the_shape_keep_their_own_errors() -> None:
    (finding,) = findings("flera: [[KANARIE]]")
    assert finding.position.column == 9


def test_a_long_word_is_no_misspelling_and_costs_no_time() -> None:
    (finding,) = findings("båda: " + "ett" * 100_000)
    assert "Menade" not in finding.advice


def test_a_guess_is_for_short_words_only() -> None:
    assert guess("ett" * 13, ["ett" * 13]) == f'Menade du "{"ett" * 13}"?'
    assert guess("ett" * 14, ["ett" * 14]) == ""


def test_an_address_lacks_no_space() -> None:
    assert lacks_space("nyckel:värde")
    assert not lacks_space("https://exempel.example")
    assert not lacks_space("nyckel:")


def test_an_empty_value_under_a_free_key_is_absent() -> None:
    value, found = read(f"{VALID}budget: {{per_år: {{2025: , 2026: 1}}}}".encode(), Record, "post.yml")
    assert found == ()
    assert value is not None
    assert value.value.budget is not None
    assert value.value.budget.per_year == {2026: 1}


def test_a_refusal_in_the_yaml_refuses_a_record_that_the_schema_takes() -> None:
    assert read(VALID.encode(), Record, "post.yml")[1] == ()
    value, found = read(f"{VALID}namn: Vägen vidare\n".encode(), Record, "post.yml")
    assert value is None
    assert [finding.rule for finding in found] == ["yaml-nyckel-dubbel"]


def test_all_errors_at_once_up_to_a_limit() -> None:
    found = findings("".join(f"nyckel{n}: KANARIE\n" for n in range(19_000 // 2)))
    assert len(found) == MOST_FINDINGS + 1
    last = found[-1]
    assert (last.rule, last.position.line) == ("fil-for-manga-fel", MOST_FINDINGS + 1)
    assert [finding.position.line for finding in found] == list(range(1, MOST_FINDINGS + 2))
    assert "9500" in last.message


def test_the_limit_holds_for_empty_unknown_keys_too() -> None:
    assert len(findings("".join(f"nyckel{n}:\n" for n in range(5_000)))) == MOST_FINDINGS


def test_errors_of_one_file_are_in_the_order_of_its_lines() -> None:
    found = findings("namn: [a]\nid: Å\ninriktning: x\npersoner: x\n", Record)
    lines = [finding.position.line for finding in found]
    assert lines == sorted(lines)
    assert {2, 3, 4} < set(lines)


def test_a_refused_part_gets_no_second_finding() -> None:
    assert [f.rule for f in findings("a: &x 1\nflera: *x")] == [
        "nyckel-okand",
        "yaml-ankare",
        "yaml-hanvisning",
    ]


@pytest.mark.parametrize("model", [Record, Terms, ForbundConfig, SiteConfig, VocabularyFile])
def test_what_a_missing_key_says(model: type[BaseModel]) -> None:
    required = {key for key, field in fields_by_key(model).items() if field.is_required()}
    found = findings("KANARIE: KANARIE", model)
    missing = [finding for finding in found if finding.rule == "nyckel-saknas"]
    named = {re.findall('"(.+)"', finding.message)[0] for finding in missing}
    assert named == required != set()
    assert all(finding.advice.count(".") > 1 for finding in missing), "the schema's own help is missing"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("sekretess", 3, "omfattar"), ("allt",)),
        (("personer", 0, "samtycke", 1, "kanaler", 0), ("portal",)),
        (("beslut", 0, "utfall"), ("beviljad",)),
        (("beslut", 0, "utfall", "mer"), ()),
        (("finns", "inte"), ()),
        (("budget", "per_år", "2025"), ()),
    ],
)
def test_the_words_that_fit_under_a_path(path: tuple[str | int, ...], expected: tuple[str, ...]) -> None:
    assert words(shapes_at(Record, path))[:1] == expected


def test_values_come_in_nfc() -> None:
    """A Mac may write å as a and a ring: the word is the same word."""
    text = unicodedata.normalize("NFD", "id: a-b\nnamn: Å\nförbund: g\nvillkor: t\ninriktning: förstudie\n")
    located, findings = read(text.encode(), Record, "post.yml")
    assert findings == ()
    assert located is not None
    assert (located.value.kind, located.value.name) == ("förstudie", "Å")
