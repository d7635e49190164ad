"""What each kind of file gives and refuses."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reportlab.pdfgen.canvas import Canvas

from generator.importing import readers
from generator.importing.readers.docx import READER as WORD
from generator.importing.readers.interface import LARGEST, Reader, UnreadableError
from generator.importing.readers.pdf import READER as PDF
from generator.importing.readers.txt import READER as TEXT
from generator.words.discovery import discover


def test_every_suffix_has_one_reader() -> None:
    suffixes = [suffix for reader in discover(readers, Reader) for suffix in reader.suffixes]
    assert sorted(suffixes) == [".docx", ".md", ".pdf", ".txt"]


def word(*paragraphs: str, control: str = "") -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if control:
        xml = (
            f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>{control}</w:t></w:r></w:p>"
            "</w:sdtContent></w:sdt>"
        )
        document.element.body.insert(0, parse_xml(xml))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_what_stands_in_a_content_control_is_read() -> None:
    told = [(block.text, str(block.place)) for block in WORD.read(word("Efter", control="I rutan"))]
    assert told == [("I rutan", "stycke 1"), ("Efter", "stycke 2")]


def test_a_box_with_a_heading_and_its_answer_is_no_row_of_figures() -> None:
    document = docx.Document()
    cells = document.add_table(rows=1, cols=1).rows[0].cells
    cells[0].paragraphs[0].add_run("Beskriv syftet").bold = True
    cells[0].add_paragraph("Att hjälpa.")
    stream = io.BytesIO()
    document.save(stream)
    told = [(block.kind, block.strong, block.text) for block in WORD.read(stream.getvalue())]
    assert told == [("text", True, "Beskriv syftet"), ("text", False, "Att hjälpa.")]


def test_a_word_document_that_would_fill_the_memory() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * (5 * LARGEST + 1))
    with pytest.raises(UnreadableError, match="för stor"):
        WORD.read(stream.getvalue())


def test_a_pdf_of_pictures_alone() -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.rect(100, 100, 200, 200)
    canvas.save()
    with pytest.raises(UnreadableError, match="bara bilder"):
        PDF.read(stream.getvalue())


def test_a_pdf_s_head_and_foot_are_no_text() -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream)
    for page in range(1, 4):
        canvas.drawString(50, 800, "Ansökan om medel")
        canvas.drawString(50, 700, f"Det som sida {page} handlar om.")
        canvas.drawString(50, 50, f"Sida {page} (3)")
        canvas.showPage()
    canvas.save()
    assert [block.text for block in PDF.read(stream.getvalue())] == [
        f"Det som sida {page} handlar om." for page in range(1, 4)
    ]


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
