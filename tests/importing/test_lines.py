"""Broken lines become paragraphs again; bullets, also as OCR reads them, become list items."""

import time

import pytest

from generator.importing.document import Block
from generator.importing.examples import example_rows
from generator.importing.lines import Written, blocks, join, marked
from generator.words.findings import Position

AT = Position(1, 1)
LONG = "En rad som är så lång som sidan är bred, och som därför kan gå vidare på nästa rad"


def read(*lines: str) -> list[tuple[str, str]]:
    written = [Written(text, Position(number, 1), row="\t" in text) for number, text in enumerate(lines, 1)]
    return [(block.kind, block.text) for block in blocks(written)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((LONG, "där den slutar."), [("text", f"{LONG} där den slutar.")]),
        ((LONG, "", "Ett nytt stycke."), [("text", LONG), ("text", "Ett nytt stycke.")]),
        ((LONG, "Kort rad:", "Nästa"), [("text", f"{LONG} Kort rad:"), ("text", "Nästa")]),
        (("Kort", "Nästa"), [("text", "Kort"), ("text", "Nästa")]),
        (("Kort", "som går vidare"), [("text", "Kort som går vidare")]),
        ((LONG, "- en punkt", "- en till"), [("text", LONG), ("item", "en punkt"), ("item", "en till")]),
        (("Lön\t100 000", "Hyra\t5 000"), [("row", "Lön\t100 000"), ("row", "Hyra\t5 000")]),
    ],
)
def test_lines(lines: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert read(*lines) == expected


@pytest.mark.parametrize(
    ("text", "mark", "rest"),
    [
        ("• En punkt", "•", "En punkt"),
        ("1. Första", "1.", "Första"),
        ("e  Stödja", "e", "Stödja"),
        ("«  Unga vuxna", "«", "Unga vuxna"),
        ("’_ *  Vänder sig", "’_ *", "Vänder sig"),
        ("(cid:127) En punkt", "(cid:127)", "En punkt"),
        ("e-post till alla", "", "e-post till alla"),
        ("o andra", "", "o andra"),
        ("*| denna bedömning", "", "*| denna bedömning"),
        ("Rubriker med * har stöd", "", "Rubriker med * har stöd"),
        ("Se *bilagan*.", "", "Se bilagan."),
    ],
)
def test_bullets(text: str, mark: str, rest: str) -> None:
    block = marked(text, AT)
    assert block is not None
    assert (block.mark, block.text) == (mark, rest)


@pytest.mark.parametrize(
    ("text", "strong", "slanted"),
    [
        ("**Syfte:**", True, False),
        ("**Syfte**:", True, False),
        ("*Exempel*", False, True),
        ("Syfte", False, False),
    ],
)
def test_bold_and_italics(text: str, strong: bool, slanted: bool) -> None:
    block = marked(text, AT)
    assert block is not None
    assert (block.strong, block.slanted, "*" in block.text) == (strong, slanted, False)


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("avvikelse-", "rapporteras", "avvikelserapporteras"),
        ("barn-", "och utbildning", "barn- och utbildning"),
        ("Enköping-", "Bålsta", "Enköping-Bålsta"),
        ("en rad", "till", "en rad till"),
    ],
)
def test_a_divided_word_is_whole_again(before: str, after: str, whole: str) -> None:
    assert join(before, after) == whole


def rows(*texts: str, slanted: int = 0) -> list[Block]:
    return [
        Block(text, Position(number, 1), "row", slanted=number <= slanted)
        for number, text in enumerate(texts, 1)
    ]


def test_the_form_s_own_example_ends_where_the_answers_begin() -> None:
    told = rows("Exempel\t", "År\tjan", "2022\t5 in", "År\tjan", "2024\t9 in")
    assert example_rows(told) == tuple(told[:3])


def test_italics_tell_the_example_s_rows() -> None:
    told = rows("Exempel\t", "2022\t5 in", "2024\t9 in", slanted=2)
    assert example_rows(told) == tuple(told[:2])


def test_a_paragraph_that_begins_with_the_word_is_no_example() -> None:
    assert example_rows([Block("Exempel på samverkan är:", AT), *rows("2024\t9 in")]) == ()


def test_twenty_thousand_lines_of_one_paragraph_take_no_minutes() -> None:
    started, text = time.process_time(), "Början"
    for _ in range(20_000):
        text = join(text, "ord")
    assert text.endswith("ord ord")
    assert time.process_time() - started < 5
