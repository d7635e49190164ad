"""What stands in a Word document is read, wherever it stands, and nothing twice."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.importing.document import Block, Story
from generator.importing.readers.docx import READER
from generator.importing.readers.interface import LARGEST, UnreadableError
from tests.importing.raw_word import (
    STRICT,
    box,
    control,
    document,
    notes,
    p,
    r,
    struck,
    table,
    tc,
    tr,
)

BULLET = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>'


def style(name: str, english: str, number: str = "", based_on: str = "") -> str:
    numbered = f'<w:pPr><w:numPr><w:numId w:val="{number}"/></w:numPr></w:pPr>' if number else ""
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:styleId="{name}"><w:name w:val="{english}"/>{based}{numbered}</w:style>'


STYLES = (
    style("Punkter", "List Bullet", number="1")
    + style("Egna", "Egna", based_on="Punkter")
    + style("Rubrik1", "heading 1", number="2")
    + style("Rund", "Rund", based_on="Rund")
)
FIELD = '<w:r><w:fldChar w:fldCharType="{}">{}</w:fldChar></w:r>'


def form_field(data: str, instruction: str, result: str = "") -> str:
    """A field of an older form."""
    data = f"<w:ffData>{data}</w:ffData>"
    asked = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return (
        FIELD.format("begin", data) + asked + FIELD.format("separate", "") + result + FIELD.format("end", "")
    )


def tick(value: str, sign: str) -> str:
    return control(r(sign), f'<w14:checkbox><w14:checked w14:val="{value}"/></w14:checkbox>')


IN_PLACE: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "a soft line break and a tab": (
        p("<w:r><w:t>Tid</w:t><w:tab/><w:t>kl. 9</w:t><w:br/><w:t>Rum</w:t><w:cr/><w:t>Två</w:t></w:r>"),
        [("text", "Tid kl. 9"), ("text", "Rum"), ("text", "Två")],
    ),
    "a page break": (
        p("<w:r><w:t>Före.</w:t><w:br w:type='page'/><w:t>Efter.</w:t></w:r>"),
        [("text", "Före."), ("text", "Efter.")],
    ),
    "a hyphen that does not break": (
        p("<w:r><w:t>Anna</w:t><w:noBreakHyphen/><w:t>Lena</w:t></w:r>"), [("text", "Anna-Lena")]
    ),
    "an insertion": (p("Ett ", f"<w:ins>{r('nytt')}</w:ins>", " ord"), [("text", "Ett nytt ord")]),
    "text that was moved here": (p(f"<w:moveTo>{r('Hit')}</w:moveTo>"), [("text", "Hit")]),
    "a text box, written twice": (
        p("Kring", box(p("I rutan"), p("I rutan")), " den"), [("text", "Kring den"), ("text", "I rutan")]
    ),
    "a text box for newer programs": (p(box(choice=p("Ny"))), [("text", "Ny")]),
    "a text box for older programs": (p(box(fallback=p("Gammal"))), [("text", "Gammal")]),
    "a text box in a cell": (
        table(tr(p("Cell", box(p("Ruta"), p("Ruta"))), "Granne")),
        [("text", "Cell"), ("text", "Ruta"), ("text", "Granne")],
    ),
    "content controls": (
        control(p("Stycke")) + p("I ", control(r("raden"))) + table(
            control(tr("Hel", "rad")), tr(control(tc("Egen")), "cell")
        ),
        [("text", "Stycke"), ("text", "I raden"), ("row", "Hel\trad"), ("row", "Egen\tcell")],
    ),
    "check boxes": (p(tick("1", "☒"), " Ja ", tick("0", "☐"), " Nej"), [("text", "☒ Ja ☐ Nej")]),
    "check boxes of an older form": (
        p(form_field("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>", "FORMCHECKBOX"), "Ja ")
        + p(form_field("<w:checkBox><w:default w:val='0'/></w:checkBox>", "FORMCHECKBOX"), "Nej"),
        [("text", "☒ Ja"), ("text", "☐ Nej")],
    ),
    "a box drawn with a font of signs": (
        p("<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>", " Ja"), [("text", "☒ Ja")]
    ),
    "a list to choose from": (
        p("Val: ", form_field(
            "<w:ddList><w:result w:val='1'/><w:listEntry w:val='Ett'/><w:listEntry w:val='Två'/></w:ddList>",
            "FORMDROPDOWN",
        )),
        [("text", "Val: Två")],
    ),
    "a field's text": (p(form_field("", "FORMTEXT", r("Svaret"))), [("text", "Svaret")]),
    "a simple field": (p(f"<w:fldSimple>{r('Titel')}</w:fldSimple>"), [("text", "Titel")]),
    "wrappers that nobody thought of": (
        p(f"<w:smartTag>{r('Tagg ')}</w:smartTag>", f"<w:bdo>{r('och ')}</w:bdo>", f"<w:x>{r('nytt')}</w:x>")
        + f"<w:customXml>{p('Eget')}</w:customXml>",
        [("text", "Tagg och nytt"), ("text", "Eget")],
    ),
    "mathematics": (p("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"), [("text", "a+b")]),
    "a link that says its address": (
        p(f'<w:hyperlink r:id="mejl">{r("tova@habo.example")}</w:hyperlink>'), [("text", "tova@habo.example")]
    ),
    "a link that hides its address": (
        p("Skriv till ", f'<w:hyperlink r:id="mejl">{r("oss")}</w:hyperlink>', "."),
        [("text", "Skriv till oss (tova@habo.example).")],
    ),
    "a table in a table": (
        table(tr(p("Före") + table(tr("Lön", "1")) + p("Efter"), "Bredvid")),
        [("text", "Före"), ("row", "Lön\t1"), ("text", "Efter"), ("text", "Bredvid")],
    ),
    "merged cells": (
        table(
            tr(tc("Bred", '<w:gridSpan w:val="2"/>'), "Smal"),
            tr(tc("Hög", '<w:vMerge w:val="restart"/>'), "1", "2"),
            tr(tc("", "<w:vMerge/>"), "3", "4"),
            tr(tc("Hela raden.", '<w:gridSpan w:val="3"/>')),
        ),
        [("row", "Bred\t\tSmal"), ("row", "Hög\t1\t2"), ("row", "\t3\t4"), ("text", "Hela raden.")],
    ),
    "lists": (
        p("Numrerad", properties=BULLET) + p("Punkt", properties='<w:pStyle w:val="Punkter"/>')
        + p("Ärvd", properties='<w:pStyle w:val="Egna"/>')
        + p("Ingen", properties='<w:pStyle w:val="Punkter"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + p("Rubrik", properties='<w:pStyle w:val="Rubrik1"/>')
        + p("Rund", properties='<w:pStyle w:val="Rund"/>'),
        [("item", "Numrerad"), ("item", "Punkt"), ("item", "Ärvd"), ("text", "Ingen"), ("text", "Rubrik"),
         ("text", "Rund")],
    ),
    "a struck out end of a paragraph": (
        p("Ett ", properties="<w:rPr><w:del/></w:rPr>") + p("stycke"), [("text", "Ett stycke")]
    ),
    "letters along a line": (
        p('<w:r><w:pict><v:textpath string="UTKAST"/></w:pict></w:r>'), [("text", "UTKAST")]
    ),
}  # fmt: skip


def read(body: str) -> tuple[Block, ...]:
    links = {"mejl": "mailto:tova@habo.example?subject=Hej"}
    return READER.read(document(body, parts={"styles": STYLES}, links=links))


@pytest.mark.parametrize(("body", "told"), IN_PLACE.values(), ids=IN_PLACE)
def test_what_is_read_in_its_place(body: str, told: list[tuple[str, str]]) -> None:
    found = read(body)
    assert [(block.kind, block.text) for block in found] == told
    assert {block.story for block in found} == {Story.BODY}


def test_bold_and_italics_over_several_runs() -> None:
    body = p(r("Rubrik", "<w:b/>"), " ", r("ett ", "<w:b/>"), r("två", "<w:b/><w:i/>"))
    body += p(r("snett ", "<w:i/>"), r("mer", "<w:i w:val='true'/>"))
    body += p(r("fett", "<w:b/>"), " och ", r("rakt", "<w:b w:val='0'/>"))
    one, two, three = read(body)
    assert (one.text, one.strong) == ("Rubrik ett två", True)
    assert (two.text, two.slanted) == ("snett mer", True)
    assert (three.text, three.strong) == ("**fett** och rakt", False)


def outside(blocks: tuple[Block, ...]) -> list[tuple[str, str, Story]]:
    return [(str(one.place), one.text, one.story) for one in blocks if one.story is not Story.BODY]


def test_headers_footers_notes_and_comments_have_places_of_their_own() -> None:
    tabs = p("<w:r><w:t>Förbundet</w:t><w:tab/><w:t>Dnr 2025/17</w:t><w:tab/><w:t>1 (3)</w:t></w:r>")
    parts = {
        "header1": tabs,
        "header2": tabs,  # the first page's, which says the same
        "header3": table(tr("Diarienummer", "2025/18")),
        "footer1": p("Postadress"),
        "footnotes": notes("footnote", "Första noten", "Andra noten"),
        "endnotes": notes("endnote", "Sist"),
        "comments": notes("comment", "En fråga"),
    }
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:commentReference w:id="7"/></w:r>'
    found = READER.read(document(p("Texten", reference, " går vidare."), parts=parts))
    assert [(block.text, str(block.place)) for block in found if block.story is Story.BODY] == [
        ("Texten går vidare.", "stycke 1")
    ]
    assert outside(found) == [
        ("sidhuvud", "Förbundet", Story.MARGIN),
        ("sidhuvud", "Dnr 2025/17", Story.MARGIN),
        ("sidhuvud", "1 (3)", Story.MARGIN),
        ("sidhuvud 2", "Diarienummer", Story.MARGIN),
        ("sidhuvud 2", "2025/18", Story.MARGIN),
        ("sidfot", "Postadress", Story.MARGIN),
        ("fotnot 1", "Första noten", Story.NOTE),
        ("fotnot 2", "Andra noten", Story.NOTE),
        ("slutnot 1", "Sist", Story.NOTE),
        ("kommentar 1", "En fråga", Story.NOTE),
    ]


@pytest.mark.parametrize(
    "body",
    [
        p("Kvar ", struck("borta")),
        p(f"<w:moveFrom>{r('borta')}</w:moveFrom>", "Kvar"),
        p("Kvar") + p(struck("borta")),
        table("<w:tr><w:trPr><w:del/></w:trPr>" + tc("borta") + "</w:tr>", tr("Kvar")),
        table(tr(tc("borta", "<w:cellDel/>"), "Kvar")),
        p("Kvar", struck(box(p("borta"), p("borta")))),
    ],
)
def test_what_was_struck_out_is_told_apart(body: str) -> None:
    found = read(body)
    assert [block.text.strip() for block in found if block.story is Story.BODY] == ["Kvar"]
    assert outside(found) == [("struken text vid stycke 1", "borta", Story.STRUCK)]


@pytest.mark.parametrize(
    "body",
    [
        p("Namn: ", control(r("Klicka här"), "<w:showingPlcHdr/>")),
        p("Namn:") + control(p("Klicka här"), "<w:showingPlcHdr/>"),
        table(tr(p("Namn:"), control(tc("Klicka här"), "<w:showingPlcHdr/>"))),
    ],
)
def test_the_prompt_of_an_empty_field_is_no_answer(body: str) -> None:
    found = read(body)
    assert [block.text.strip() for block in found if block.story is Story.BODY] == ["Namn:"]
    assert outside(found) == [("uppmaning vid stycke 1", "Klicka här", Story.PROMPT)]


def test_a_field_that_is_filled_in_is_an_answer() -> None:
    (block,) = read(control(p("Svar"), '<w:showingPlcHdr w:val="0"/>'))
    assert (block.text, block.story) == ("Svar", Story.BODY)


def test_the_strict_kind_of_the_format() -> None:
    parts = {"header1": p("Dnr 2025/17"), "comments": notes("comment", "En fråga")}
    found = READER.read(document(p("Text") + table(tr("a", "b")), parts=parts, names=STRICT))
    assert [block.text for block in found] == ["Text", "a\tb", "Dnr 2025/17", "En fråga"]


Wrap = Callable[[str], str]
AROUND: list[Wrap] = [
    p,
    lambda inner: p(f"<w:ins>{inner}</w:ins>"),
    lambda inner: p(struck("").replace("<w:delText></w:delText>", "") + inner),
    lambda inner: control(p(inner)),
    lambda inner: p(control(inner)),
    lambda inner: p(control(inner, "<w:showingPlcHdr/>")),
    lambda inner: p(f"<w:hyperlink>{inner}</w:hyperlink>"),
    lambda inner: p(f"<w:del>{inner}</w:del>"),
    lambda inner: p(inner, properties="<w:rPr><w:del/></w:rPr>"),
    lambda inner: p(inner, properties=BULLET),
    lambda inner: f"<w:okänt>{p(inner)}</w:okänt>",
]
HOLDING: list[Wrap] = [
    lambda blocks: p(box(blocks, blocks)),
    lambda blocks: p(box(choice=blocks)),
    lambda blocks: table(tr(blocks + p(), "")),
    lambda blocks: table(control(tr("", blocks + p()))),
    lambda blocks: table(tr(control(tc(blocks + p())), tc("", '<w:gridSpan w:val="3"/>'))),
    lambda blocks: control(blocks),
    lambda blocks: f"<w:ins>{blocks}</w:ins>",
]
leaves = st.builds(
    lambda wrap, run: (wrap, run), st.sampled_from(AROUND), st.sampled_from(["", "<w:b/>", "<w:i/>"])
)
trees = st.recursive(
    leaves, lambda inner: st.tuples(st.sampled_from(HOLDING), st.lists(inner, min_size=1, max_size=3))
)


@settings(max_examples=150)
@given(st.lists(trees, min_size=1, max_size=4), st.lists(leaves, max_size=2))
def test_every_word_is_read_once_however_it_is_wrapped(texts: list[object], margin: list[object]) -> None:
    count = 0

    def build(tree: object) -> str:
        nonlocal count
        assert isinstance(tree, tuple)
        wrap, inside = tree
        if isinstance(inside, list):
            return str(wrap("".join(map(build, inside))))
        count += 1
        return str(wrap(r(f"ord{count} ", inside)))

    body = "".join(map(build, texts))
    parts = {"header1": "".join(map(build, margin))} if margin else {}
    told = Counter(
        re.findall(r"ord\d+", " ".join(one.text for one in READER.read(document(body, parts=parts))))
    )
    assert told == Counter(f"ord{number}" for number in range(1, count + 1))


def packed(xml: str, path: str = "word/document.xml") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(path, xml)
    return stream.getvalue()


HOSTILE = {
    "too long": ("<document>" + " " * LARGEST + "</document>", "för stor"),
    "too many": ("<document>" + "<p/>" * 600_000 + "</document>", "för stor"),
    "too deep": ("<r>" * 5000 + "</r>" * 5000, "för stor"),
    "entities that grow": (
        '<!DOCTYPE a [<!ENTITY a "ord"><!ENTITY b "&a;&a;">]><document><p><t>&b;</t></p></document>',
        "Word-dokument",
    ),
    "an entity from elsewhere": (
        '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]><document><t>&a;</t></document>',
        "Word-dokument",
    ),
    "no XML": ("<document><p>", "Word-dokument"),
    "another document inside": ("<document><body><altChunk/></body></document>", "inuti"),
}


@pytest.mark.parametrize(("xml", "said"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_sound_document_is_told_at_once(xml: str, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        READER.read(packed(xml))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", packed("<a/>", "annat.xml"), document(p("a"))[:-40]])
def test_what_is_no_package(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="Word-dokument"):
        READER.read(data)
