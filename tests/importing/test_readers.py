"""What each kind of file gives and refuses."""

import io

import docx
import pytest
from reportlab.pdfgen.canvas import Canvas

from generator.importing import readers
from generator.importing.readers.docx import READER as WORD
from generator.importing.readers.interface import Reader, UnreadableError
from generator.importing.readers.pdf import READER as PDF
from generator.importing.readers.txt import READER as TEXT
from generator.words.discovery import discover


def test_every_suffix_has_one_reader() -> None:
    suffixes = [suffix for reader in discover(readers, Reader) for suffix in reader.suffixes]
    assert sorted(suffixes) == [".docx", ".md", ".pdf", ".txt"]


def test_a_box_with_a_heading_and_its_answer_is_no_row_of_figures() -> None:
    document = docx.Document()
    cells = document.add_table(rows=1, cols=1).rows[0].cells
    cells[0].paragraphs[0].add_run("Beskriv syftet").bold = True
    cells[0].add_paragraph("Att hjälpa.")
    stream = io.BytesIO()
    document.save(stream)
    told = [(block.kind, block.strong, block.text) for block in WORD.read(stream.getvalue())]
    assert told == [("text", True, "Beskriv syftet"), ("text", False, "Att hjälpa.")]


def test_a_pdf_of_pictures_alone() -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.rect(100, 100, 200, 200)
    canvas.save()
    with pytest.raises(UnreadableError, match="bara bilder"):
        PDF.read(stream.getvalue())


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Åtta".encode(), "Åtta"),
        ("Åtta".encode("utf-8-sig"), "Åtta"),
        ("Åtta".encode("cp1252"), "Åtta"),
        (b"a\x00b\x07c", "abc"),
        ("A\u030atta".encode(), "Åtta"),
    ],
)
def test_text_in_the_encodings_that_programs_save(data: bytes, text: str) -> None:
    assert [block.text for block in TEXT.read(data)] == [text]


def test_utf_16_is_refused() -> None:
    with pytest.raises(UnreadableError, match="UTF-8"):
        TEXT.read("Åtta".encode("utf-16"))


def test_a_converter_s_markup() -> None:
    told = TEXT.read(
        b"<b>Insatsens namn</b> Hem\n<p>Syfte*: Att</p> <ul><li>\xe2\x80\xa2 En punkt</li></ul>\n## Rubrik"
    )
    assert [(block.kind, block.strong, block.text) for block in told] == [
        ("text", True, "Insatsens namn"),
        ("text", False, "Hem"),
        ("text", False, "Syfte*: Att"),
        ("item", False, "En punkt"),
        ("text", True, "Rubrik"),
    ]
