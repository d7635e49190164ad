"""Headings are found through OCR noise, and lines of a text are not taken for them."""

import pytest

from generator.importing.document import Block
from generator.importing.headings import match, plain
from generator.records.forms import FormPart
from generator.words.findings import Position

AT = Position(1, 1)


def part(*headings: str, **more: object) -> FormPart:
    return FormPart.model_validate({"rubriker": list(headings), "blir": "beskrivning.metod", **more})


def found(text: str, *parts: FormPart, kind: str = "text") -> tuple[str, str] | None:
    block = Block(text, AT, "row" if kind == "row" else "text")
    one = match(block, parts)
    return None if one is None else (one.heading, one.rest)


LONG = "Beskriv syftet med insatsen (*)"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Beskriv syftet med insatsen (*)", ""),
        ("BESKRIV SYFTET MED INSATSEN*:", ""),
        ("3.1 Beskriv syftet med insatsen", ""),
        ("Beskrlv syftet med ins&tsen (*)", ""),
        ("Beskriv syftet med insatsen*: Att hjälpa.", "Att hjälpa."),
        ("Beskriv syftet med insatsen (*)\t", ""),
    ],
)
def test_a_heading_however_it_is_written(text: str, rest: str) -> None:
    assert found(text, part(LONG)) == (LONG, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Beskriv målen med insatsen (*)",
        "Beskriv syftet med insatsen för alla som ska läsa ansökan",
        "Att vi ska beskriva syftet med insatsen är självklart.",
    ],
)
def test_another_line_is_none(text: str) -> None:
    assert found(text, part(LONG)) is None


def test_a_short_heading_agrees_letter_for_letter() -> None:
    assert found("MÅL", part("Mål")) == ("Mål", "")
    assert found("Mår", part("Mål")) is None
    assert found("Delinsatsägare", part("Insatsägare")) is None
    assert found("Insatsdgare (*)", part("Insatsägare (*)")) == ("Insatsägare (*)", "")


def test_a_word_before_a_colon_is_a_heading_only_where_the_form_has_the_colon() -> None:
    assert found("Samverkan: vi ska mötas.", part("SAMVERKAN")) is None
    assert found("Insatsägare*: Håbo", part("Insatsägare*:")) == ("Insatsägare*:", "Håbo")


def test_an_answer_on_the_heading_s_line() -> None:
    open_ended = part("Insatsens namn", på_raden="true")
    assert found("Insatsens namn Vägen hem", open_ended) == ("Insatsens namn", "Vägen hem")
    assert found("Insatsens namn Vägen hem", part("Insatsens namn")) is None
    assert found("Insatsens namn\tVägen hem", open_ended, kind="row") == ("Insatsens namn", "Vägen hem")


def test_a_date_after_a_long_heading_is_its_answer() -> None:
    """Which is so short that the whole line looks like the heading alone."""
    heading = "Eventuellt slutdatum för intag av personer i insatsen"
    told = found(f"{heading}: 2027-09-30", part(heading, på_raden="true"))
    assert told == (heading, "2027-09-30")


def test_the_likeliest_heading_wins() -> None:
    parts = part("Underskrift"), part("Underskrifter")
    assert found("Underskrifter", *parts) == ("Underskrifter", "")
    assert found("Underskrift", *parts) == ("Underskrift", "")


def test_plain() -> None:
    assert plain("3.1  Arbetsätt/verksamhet – *Ja* (f&r alla).") == "arbetsatt verksamhet ja fr alla"
