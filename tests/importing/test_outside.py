"""What stands in margins, notes and remarks goes through the import too, and never silently."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from generator.importing.division import Fate
from generator.importing.document import Document
from generator.importing.readers.docx import READER as WORD
from generator.importing.readers.pdf import READER as PDF
from generator.publish.importing import Imported, import_document
from tests.cli.test_import import LAYOUT, SOUND
from tests.importing import raw_pdf
from tests.importing.conftest import DAY
from tests.importing.raw_word import control, document, notes, p, struck
from tests.sites import exempelbygden

NAME = "Ansökan till Samordningsförbundet Exempelbygden"
NUMBERED = LAYOUT + "  - {rubriker: [Dnr], blir: diarienummer, på_raden: true, ett_stycke: true}\n"
BODY = [line for line in SOUND.split("\n") if line]
SIGNED = [*BODY, "Underskrift av behörig", "Karin Toresdal"]


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = exempelbygden(tmp_path_factory.mktemp("register"))
    (place.config / "formular").mkdir()
    return place.config


def imported(config: Path, data: bytes, layout: str = LAYOUT) -> Imported:
    (config / "formular" / "exempelbygden-2024.yml").write_text(layout, "utf-8")
    read = (PDF if data.startswith(b"%PDF") else WORD).read(data)
    return import_document(Document("ansokan.docx", read), config, "exempelbygden-2024", DAY)


def word(lines: list[str], more: str = "", **parts: str) -> bytes:
    return document("".join(map(p, lines)) + more, parts=parts)


def draft(one: Imported) -> Mapping[str, object]:
    loaded: Mapping[str, object] = yaml.load(one.text or "", yaml.BaseLoader)  # noqa: S506 - text only
    return loaded


def unplaced(one: Imported) -> list[str]:
    source = draft(one)["källa"]
    assert isinstance(source, dict)
    return str(source.get("oplacerat", "")).splitlines()


def doubts(one: Imported) -> list[str]:
    return [f"{doubt.position} {doubt.rule}" for doubt in one.doubts]


@pytest.mark.parametrize(
    "header", [NAME, "Samordningsförbundet Exempelbygden", "Sida 1 av 3", "1 (3)", "- 2 -", "3", "Vägen hem",
               f"{NAME} sida 2/3", "Fyll i alla rutor"]
)  # fmt: skip
def test_a_header_that_only_repeats_is_form_text(config: Path, header: str) -> None:
    one = imported(config, word(BODY, header1=p(header)))
    assert (doubts(one), unplaced(one), one.form_text) == ([], [], 2)


@pytest.mark.parametrize(
    "header", ["Dnr 2025/17", "2025/17", "2026-05-06", "Version 3", "Sida", "Insats 1 (3) år"]
)
def test_a_header_that_says_something_is_kept_and_told(config: Path, header: str) -> None:
    one = imported(config, word(SIGNED, header1=p(header), footer1=p(header)))
    assert unplaced(one) == [f"Sidhuvud: {header}", f"Sidfot: {header}"]
    assert doubts(one) == ["sidhuvud import-oplacerat", "sidfot import-oplacerat"]


def test_a_header_can_hold_an_answer(config: Path) -> None:
    header = "<w:r><w:t>Dnr 2025/17</w:t><w:tab/><w:t>1 (3)</w:t></w:r>"
    one = imported(config, word(SIGNED, header1=p(header)), NUMBERED)
    assert (doubts(one), draft(one)["diarienummer"]) == ([], "2025/17")


def test_the_text_goes_before_the_header(config: Path) -> None:
    one = imported(config, word(["Dnr 2025/17", *BODY], header1=p("Dnr 2025/16")), NUMBERED)
    assert draft(one)["diarienummer"] == "2025/17"
    assert unplaced(one) == ["Sidhuvud: 2025/16"]


def test_a_note_is_no_answer_and_goes_on_from_none(config: Path) -> None:
    parts = {
        "footnotes": notes("footnote", "Sökt belopp: 1 kr", "och mer"),
        "comments": notes("comment", "Insatsens namn"),
    }
    one = imported(config, word(SIGNED, **parts))
    assert {**draft(one), "källa": {}} == {**draft(imported(config, word(SIGNED))), "källa": {}}
    assert unplaced(one) == [
        "Fotnot 1: Sökt belopp: 1 kr",
        "Fotnot 2: och mer",
        "Kommentar 1: Insatsens namn",
    ]
    assert doubts(one) == [f"{place} import-oplacerat" for place in ("fotnot 1", "fotnot 2", "kommentar 1")]


def test_names_outside_the_text_are_told_where_they_stand_and_not_quoted(config: Path) -> None:
    parts = {
        "header1": p("Handläggare: Tova Lindeby"),
        "footer1": p("tova.lindeby@habo.example"),
        "footnotes": notes("footnote", "Enligt Lindeby"),
        "endnotes": notes("endnote", "Ring Anna Berg"),
        "comments": notes("comment", "Fråga Toresdal"),
    }
    one = imported(config, word(SIGNED, **parts))
    told = {line for line in doubts(one) if "oplacerat" not in line}
    assert told >= {
        "sidhuvud namn-i-text", "sidfot namn-i-text", "fotnot 1 namn-i-text", "slutnot 1 fornamn-i-text",
        "kommentar 1 namn-i-text",
    }  # fmt: skip
    everything = " ".join(map(str, (*one.doubts, *one.left_out)))
    assert not re.search("Tova|Lindeby|Anna|Berg|Toresdal", everything)


def test_an_identity_number_in_a_header_is_left_out(config: Path) -> None:
    one = imported(config, word(BODY, header1=p("19850101-1234")))
    assert "19850101" not in (one.text or "")
    assert [f"{found.position} {found.message}" for found in one.left_out] == [
        "sidhuvud En rad med personnummer eller BankID-nummer är utelämnad."
    ]


def test_what_was_struck_out_and_prompts_are_left_out_and_said_to_be(config: Path) -> None:
    more = p("Beskriv metoden") + p("Mer. ", struck("Borttagna ord.")) + p(struck("Fler borta."))
    more += control(p("Skriv det här."), "<w:showingPlcHdr/>")
    one = imported(config, word(BODY, more))
    count = len(BODY) + 2
    assert (doubts(one), "Mer." in (one.text or "")) == ([], True)
    assert not re.search("Borttagna|borta|Skriv det", one.text or "")
    assert [found.message for found in one.left_out] == [
        f"Struken eller flyttad text är utelämnad (struken text vid stycke {count}).",
        f"Uppmaningar i fält som ingen har fyllt i är utelämnade (uppmaning vid stycke {count}).",
    ]


def test_who_signed_a_pdf_is_in_no_draft_and_looked_for_in_the_texts(config: Path) -> None:
    lines = [*BODY, "Beskriv metoden", "Toresdal har ansvaret."]
    printed = raw_pdf.shown(
        *((50, 780 - 20 * number, line.replace("–", "-")) for number, line in enumerate(lines))
    )
    box = (50, 20, 200, 40)
    signed = raw_pdf.widget(box, b"/FT /Sig /V <</Name (Karin Toresdal)>>")
    remark = raw_pdf.widget(box, b"/Contents (Bra)", b"Text")
    one = imported(config, raw_pdf.document([(printed, [signed, remark])]))
    assert "Karin" not in (one.text or "")
    assert [found.message for found in one.left_out] == ["Digitala underskrifter är utelämnade (sida 1)."]
    assert unplaced(one) == ["Kommentar 1: Bra"]
    assert any(doubt.rule == "namn-i-text" for doubt in one.doubts)
    assert "Toresdal" not in " ".join(map(str, (*one.doubts, *one.left_out)))


def test_every_block_of_such_a_document_has_a_fate(config: Path) -> None:
    parts = {"header1": p(NAME) + p("Dnr 1"), "footer1": p("Sida 1"), "comments": notes("comment", "Ja", "")}
    data = word(SIGNED, p(struck("Nej"), "Jo"), **parts)
    one = imported(config, data)
    assert one.draft is not None
    fates = {(str(block.place), block.text): fate for block, fate in one.draft.fates.items()}
    assert {(str(block.place), block.text) for block in WORD.read(data)} <= set(fates)
    assert fates["sidfot", "Sida 1"] is Fate.FORM
