"""A text without its markup, and the way back."""

import pytest

from generator.checks.reading import Reading


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("**Lin**deby", "Lindeby"),
        ("[Tova](https://x.example) Lindeby", "Tova Lindeby"),
        ("**a** och [b](c) och **d**", "a och b och d"),
        ("** a, [b] och c(d)", "** a, [b] och c(d)"),
        ("", ""),
    ],
)
def test_markup_is_no_text(text: str, seen: str) -> None:
    assert Reading(text).text == seen


@pytest.mark.parametrize("text", ["**a** och\n[b](c) och **d**", "vanlig text\nutan något", "x **y** [z](w)"])
def test_every_letter_finds_its_way_back(text: str) -> None:
    reading = Reading(text)
    for start, letter in enumerate(reading.text):
        if letter != "\n":
            line, column = reading.place(start)
            assert text.split("\n")[line][column] == letter


def test_links_keep_their_addresses() -> None:
    reading = Reading("Se\n[a](https://x.example/b)")
    assert reading.links == [(7, "https://x.example/b")]
    assert reading.place_written(7) == (1, 4)


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Per", True), ("Nej. Per", True), ("Nej! Per", True), ("- Per", True), ("Rad.\nPer", True),
        ("”Per", True), ("1. Per", True), ("och Per", False), ("Kontakt: Per", False), ("(och) Per", False),
        ("vi, Per", False),
    ],
)  # fmt: skip
def test_a_sentence_opens(text: str, opens: bool) -> None:
    assert Reading(text).opens_a_sentence(text.index("Per")) is opens
