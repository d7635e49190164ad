"""However a form is torn apart, there is a draft that validates, and no word of an answer is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.importing.division import Fate
from generator.importing.document import Block, Document, Story
from generator.importing.readers.txt import READER
from generator.publish.importing import import_document
from generator.words.findings import Position, Spot
from tests.cli.test_import import LAYOUT, SIGNED, SOUND
from tests.importing.conftest import DAY
from tests.sites import exempelbygden

ANSWERS = [block.text for block in READER.read((SOUND + SIGNED).encode())]
NOISE = [
    "1 234 567 890 123 456 kr", "tova@@habo..se",
    "Telefon: 070-174 06 05 eller 031-390 06 15, växel 031-390 06 00",
    "Kontaktperson: enhetschefen", "Kontaktperson: Anna Berg, Tova Lindeby, fler kan tillkomma",
    "E-post: a.b@habo.example / c.d@habo.example", "- [x](http://a)", "{a: b}", "&x *y !z", "---", "'", '"',
    "0305", "no", "2024-02-30 – 2023-01-01", "| @", "SUMMA", "Namn\tOrganisation\tE-post",
    "\tTotalt\t100 000\t7",
    "Resurser: En coach på halvtid", "Många (80%) ska vidare, minst 12 personer åt gången.", "# Rubrik",
]  # fmt: skip
LABELS = {
    "organisation",
    "kontaktperson",
    "post",
    "telefon",
    "planerad",
    "insatstid",
    "sökt",
    "belopp",
    "växel",
}


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = exempelbygden(tmp_path_factory.mktemp("register"))
    (place.config / "formular").mkdir()
    (place.config / "formular" / "exempelbygden-2024.yml").write_text(LAYOUT, "utf-8")
    return place.config


lines = st.lists(
    st.tuples(st.sampled_from([*Story, *[Story.BODY] * 12]), st.sampled_from(ANSWERS + NOISE)),
    min_size=1,
    max_size=40,
)


@settings(max_examples=80)
@given(lines)
@example([(Story.BODY, text) for text in ("Samverkansparter", "Organisation: Försäkringskassan", "no")])
def test_a_torn_form_is_a_draft_that_has_kept_every_word(
    config: Path, texts: list[tuple[Story, str]]
) -> None:
    blocks = tuple(
        Block(text, _place(story, number), "row" if "\t" in text else "text", story=story)
        for number, (story, text) in enumerate(texts, 1)
    )
    imported = import_document(Document("ansokan.txt", blocks), config, "exempelbygden-2024", DAY)
    assert imported.text is not None, imported.doubts
    assert imported.draft is not None
    fates = {block.place: fate for block, fate in imported.draft.fates.items()}
    assert all(block.place in fates for block in blocks)
    kept = set(re.findall(r"\w+", imported.text.casefold()))
    left_out = " ".join(map(str, imported.left_out))
    for block in blocks:
        fate = fates[block.place]
        if fate in (Fate.PLACED, Fate.UNPLACED):
            words = set(re.findall(r"[^\W\d_]{2,}", block.text.casefold()))
            assert words <= kept | LABELS | {"kr"}, block.text
        if block.story in (Story.STRUCK, Story.PROMPT, Story.SIGNED):
            assert fate is Fate.LEFT_OUT
            assert str(block.place) in left_out
        if block.story is Story.NOTE:
            assert fate is not Fate.HEADING


def _place(story: Story, number: int) -> Position:
    if story is Story.BODY:
        return Position(number, 1)
    return Spot(1000 + number, 1, f"{story.name.lower()} {number}")
