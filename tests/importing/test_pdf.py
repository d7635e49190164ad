"""What a PDF holds beside its printed text: fields, remarks, signatures, heads and feet."""

from __future__ import annotations

import time
import zlib
from base64 import a85encode

import pytest

from generator.importing.document import Block, Story
from generator.importing.readers.interface import UnreadableError
from generator.importing.readers.pdf import READER
from tests.importing.raw_pdf import document, shown, stream, text, widget

TEXT = b"/FT /Tx"
ROW = (100, 690, 400, 710)


def said(found: tuple[Block, ...]) -> list[str]:
    return [block.text for block in found if block.story is Story.BODY]


def one_page(*annotations: bytes, printed: bytes = shown((50, 750, "Rubrik"), (50, 600, "Slutet"))) -> bytes:
    return document([(printed, annotations)])


FIELDS = {
    "a text": (widget(ROW, TEXT + b" /V " + text("Vägen hem")), ["Vägen hem"]),
    "letters beyond Latin 1": (widget(ROW, TEXT + b" /V " + text("Łódź")), ["Łódź"]),
    "UTF-8": (widget(ROW, TEXT + b" /V (\xef\xbb\xbfV\xc3\xa4gen)"), ["Vägen"]),
    "several lines": (
        widget((100, 620, 400, 710), TEXT + b" /V " + text("Rad ett.\nrad två\n\nTre")),
        ["Rad ett.", "rad två", "Tre"],
    ),
    "more lines than its box has room for": (
        widget((100, 700, 400, 710), TEXT + b" /V " + text("\n".join(f"Rad {n}." for n in range(9)))),
        [f"Rad {n}." for n in range(9)],
    ),
    "inherited": (widget(ROW, b"/Parent 10 0 R"), ["Från den övre"]),
    "a long text in a stream": (widget(ROW, TEXT + b" /V 11 0 R"), ["Lång text"]),
    "a choice": (widget(ROW, b"/FT /Ch /Opt [[(1) (Ett)] [(2) (Tv\xe5)]] /V (2)"), ["Två"]),
    "a choice without pairs": (widget(ROW, b"/FT /Ch /Opt [(Ett) (Tre)] /V (Tre)"), ["Tre"]),
    "several choices": (widget(ROW, b"/FT /Ch /V [(Ett) (Tre)]"), ["Ett", "Tre"]),
    "a ticked box": (widget(ROW, b"/FT /Btn /AS /Ja"), ["☒"]),
    "an empty box": (widget(ROW, b"/FT /Btn /AS /Off"), ["☐"]),
    "a button to press": (widget(ROW, b"/FT /Btn /Ff 65536"), []),
    "a hidden field": (widget(ROW, TEXT + b" /F 2 /V (Dolt)"), []),
    "an empty field": (widget(ROW, TEXT), []),
    "a field of nonsense": (widget(ROW, b"/FT 12 /V [1 2] /F (x) /Ff (y) /Parent 3"), []),
    "a box that is none": (b"<</Subtype /Widget /Rect [1 2 (a)] /FT /Tx /V (x)>>", []),
    "typed on the page": (widget(ROW, b"/Contents (Skrivet)", b"FreeText"), ["Skrivet"]),
    "a hidden address": (
        widget(ROW, b"/A <</URI (mailto:tova@habo.example)>>", b"Link"), ["(tova@habo.example)"]
    ),
}  # fmt: skip
MORE = [b"<<" + TEXT + b" /V " + text("Från den övre") + b">>", stream(b"L\xe5ng text")]


@pytest.mark.parametrize(("field", "told"), FIELDS.values(), ids=FIELDS)
def test_what_was_filled_in_is_read_in_its_place(field: bytes, told: list[str]) -> None:
    found = READER.read(document([(shown((50, 750, "Rubrik"), (50, 600, "Slutet")), [field])], MORE))
    assert said(found) == ["Rubrik", *told, "Slutet"]


def test_an_answer_stands_after_the_label_on_its_line_and_is_no_part_of_it() -> None:
    printed = shown((50, 695, "Telefon"), (250, 695, "E-post"), (65, 645, "Ja"), (165, 645, "Nej"))
    fields = [
        widget((100, 690, 200, 710), TEXT + b" /V (031-390 06 15)"),
        widget((300, 690, 400, 710), TEXT + b" /V (tova@habo.example)"),
        widget((50, 640, 60, 655), b"/FT /Btn /AS /Ja"),
        widget((150, 640, 160, 655), b"/FT /Btn /AS /Off"),
    ]
    found = READER.read(one_page(*fields, printed=printed))
    assert said(found) == ["Telefon", "031-390 06 15", "E-post", "tova@habo.example", "☒ Ja ☐ Nej"]


TURNED = {  # how the page is turned → how its content is turned back, and the corners of a field beside it
    0: (b"", (100, 690, 400, 710)),
    90: (b"0 1 -1 0 600 0 cm ", (90, 100, 110, 400)),
    180: (b"-1 0 0 -1 600 800 cm ", (200, 90, 500, 110)),
    270: (b"0 -1 1 0 0 800 cm ", (490, 400, 510, 700)),
}


@pytest.mark.parametrize("turn", TURNED)
def test_on_a_page_that_is_turned_an_answer_stands_in_its_place(turn: int) -> None:
    matrix, box = TURNED[turn]
    y = 695 if turn in (0, 180) else 495
    printed = matrix + shown((50, y + 20, "Rubrik"), (50, y, "Namn"), (450, y, "Datum"), (50, y - 20, "Slut"))
    field = widget(box, TEXT + b" /V (Svar)")
    found = READER.read(document([(printed, [field])], entries=b"/Rotate %d" % turn))
    assert said(found) == ["Rubrik", "Namn", "Svar", "Datum", "Slut"]


def test_what_the_page_shows_already_is_not_read_twice() -> None:
    field = widget(ROW, TEXT + b" /V (V\xe4gen hem)")
    assert said(READER.read(one_page(field, printed=shown((105, 695, "Vägen hem"))))) == ["Vägen hem"]


RULES = b"".join(b"50 %d m 450 %d l S\n" % (y, y) for y in (660, 690, 720)) + b"".join(
    b"%d 660 m %d 720 l S\n" % (x, x) for x in (50, 150, 450)
)


def test_an_answer_in_a_table_stands_in_its_cell() -> None:
    printed = RULES + shown((55, 700, "Organisation"), (55, 670, "E-post"), (155, 700, "Namn"))
    fields = [
        widget((200, 695, 440, 715), TEXT + b" /V (H\xe5bo kommun)"),
        widget((152, 665, 440, 685), TEXT + b" /V (tova@habo.example)"),
    ]
    assert said(READER.read(one_page(*fields, printed=printed))) == [
        "Organisation\tNamn: Håbo kommun",
        "E-post\ttova@habo.example",
    ]


def test_on_a_page_that_is_a_picture_the_fields_names_are_the_labels() -> None:
    fields = [
        widget((100, 590, 112, 602), b"/FT /Btn /AS /Ja /T (nyckeln)"),
        widget(ROW, TEXT + b" /T (falt1) /TU (S\xf6kt belopp) /V (900 000 kr)"),
    ]
    assert said(READER.read(one_page(*fields, printed=b""))) == ["Sökt belopp", "900 000 kr", "☒ nyckeln"]


def test_remarks_and_signatures_have_places_of_their_own() -> None:
    remarks = [
        widget(ROW, b"/Contents " + text("Stämmer det?"), b"Text"),
        widget(ROW, b"/Contents (Nej)", b"Highlight"),
        widget(ROW, b"/Contents (Nej)", b"Popup"),
    ]
    signed = widget(ROW, b"/FT /Sig /V <</Name (Karin Toresdal)>>")
    nameless, unsigned = widget(ROW, b"/FT /Sig /V <</M (D:2026)>>"), widget(ROW, b"/FT /Sig")
    page = shown((50, 750, "Text"))
    found = READER.read(document([(page, remarks[:1]), (page, [*remarks[1:], signed, nameless, unsigned])]))
    assert [(str(one.place), one.text, one.story) for one in found if one.story is not Story.BODY] == [
        ("kommentar 1", "Stämmer det?", Story.NOTE),
        ("kommentar 2", "Nej", Story.NOTE),
        ("sida 2", "Karin Toresdal", Story.SIGNED),
        ("sida 2", "Digital underskrift", Story.SIGNED),
    ]


def test_heads_and_feet_are_read_once_and_have_places_of_their_own() -> None:
    pages = [
        shown(
            (50, 780, "Dnr 2025/17"),
            (50, 765, f"Ansökan sida {number} av 3"),
            (50, 700, f"Mål {number}"),
            (50, 650, "Det här är samma på alla sidor."),
            (50, 600, "Och det här."),
            (50, 20, f"{number}"),
        )
        for number in (1, 2, 3)
    ]
    found = READER.read(document([(page, []) for page in pages]))
    assert [(str(one.place), one.text) for one in found if one.story is Story.MARGIN] == [
        ("sidhuvud", "Dnr 2025/17"),
        ("sidfot", "1"),
        ("sidhuvud", "Ansökan sida 1 av 3"),
        ("sidfot", "Och det här."),
        ("sidfot", "Det här är samma på alla sidor."),
    ]
    assert said(found) == ["Mål 1", "Mål 2", "Mål 3"]


def test_rows_and_answers_that_are_alike_on_several_pages_stay_where_they_are() -> None:
    field = widget((50, 90, 200, 110), TEXT + b" /V (Ja)")
    page = (RULES + shown((55, 700, "Lön"), (155, 700, "100 000"), (50, 300, "Text")), [field])
    assert said(READER.read(document([page] * 3))) == ["Lön\t100 000", "Text", "Ja"] * 3


def test_a_number_at_the_end_of_a_page_is_its_number_only_where_it_follows_the_others() -> None:
    ends = [("70", "5"), ("40", "6"), ("12", "7"), ("x", "80")]
    pages = [shown((50, 750, head), (50, 400, f"Text {head}"), (50, 20, foot)) for head, foot in ends]
    found = READER.read(document([(page, []) for page in pages]))
    assert said(found) == ["70", "Text 70", "40", "Text 40", "12", "Text 12", "x", "Text x", "80"]
    assert [one.text for one in found if one.story is Story.MARGIN] == ["5"]


def test_a_head_that_counts_in_its_own_way_is_kept_for_each_page() -> None:
    texts = ["Lön", "Hyra", "Resor"]
    heads = [f"Del {number} av flera" for number in (1, 2, 3)]
    pages = [shown((50, 750, head), (50, 400, text)) for head, text in zip(heads, texts, strict=True)]
    found = READER.read(document([(page, []) for page in pages]))
    assert said(found) == texts
    assert [one.text for one in found if one.story is Story.MARGIN] == heads


def grid(count: int) -> bytes:
    steps = range(count)
    level = b"".join(b"0 %d m 600 %d l S\n" % (4 * n, 4 * n) for n in steps)
    return level + b"".join(b"%d 0 m %d 800 l S\n" % (4 * n, 4 * n) for n in steps)


def drawing(name: bytes, times: int) -> bytes:
    return stream((b"/%s Do\n" % name) * times, b"/Type /XObject /Subtype /Form /BBox [0 0 1 1]")


ENDLESS = {
    "a page that draws for minutes": [(b"0 0 m\n" * 800_000, [])],
    "forms that draw each other": [(b"/A Do\n" * 90, [])],
    "more fields than anybody fills in": [(b"", [widget(ROW, TEXT)] * 2_001)],
}


@pytest.mark.parametrize("pages", ENDLESS.values(), ids=ENDLESS)
def test_a_page_that_would_take_minutes_is_told_at_once(pages: list[tuple[bytes, list[bytes]]]) -> None:
    names = b"<</A 10 0 R /B 11 0 R /C 12 0 R /D 13 0 R>>"
    forms = [drawing(b"B", 90), drawing(b"C", 90), drawing(b"D", 90), drawing(b"D", 0)]
    data = document(pages, forms, names)
    started = time.process_time()
    with pytest.raises(UnreadableError, match="för stor"):
        READER.read(data)
    assert time.process_time() - started < 5


def test_a_stream_that_would_fill_the_memory_is_never_unpacked() -> None:
    data = document([(b"", [widget(ROW, TEXT + b" /V 10 0 R")])], [stream(b" " * 110_000_000)])
    with pytest.raises(UnreadableError, match="för stor"):
        READER.read(data)


def filtered(content: bytes, *names: bytes) -> bytes:
    """A stream whose filters stand one after the other, the first of them undone first."""
    head = b"<</Filter [%s] /Length %d>>" % (b" ".join(b"/" + name for name in names), len(content))
    return head + b"\nstream\n" + content + b"\nendstream"


SWOLLEN = zlib.compress(b" " * 110_000_000, 9)
CHAINS = {
    "packed twice": filtered(zlib.compress(SWOLLEN, 9), b"FlateDecode", b"FlateDecode"),
    "as figures": filtered(SWOLLEN.hex().encode() + b">", b"ASCIIHexDecode", b"FlateDecode"),
    "as letters": filtered(a85encode(SWOLLEN) + b"~>", b"ASCII85Decode", b"FlateDecode"),
}


@pytest.mark.parametrize("packed", CHAINS.values(), ids=CHAINS)
def test_nor_when_it_is_packed_in_several_ways(packed: bytes) -> None:
    data = document([(b"", [widget(ROW, TEXT + b" /V 10 0 R")])], [packed])
    with pytest.raises(UnreadableError, match="för stor"):
        READER.read(data)


def test_what_is_packed_in_two_ways_and_is_small_is_read() -> None:
    packed = filtered(a85encode(zlib.compress(b"Vidare")) + b"~>", b"ASCII85Decode", b"FlateDecode")
    data = document([(shown((50, 750, "Rubrik")), [widget(ROW, TEXT + b" /V 10 0 R")])], [packed])
    assert "Vidare" in said(READER.read(data))


def test_a_form_that_draws_itself_ends() -> None:
    data = document([(b"/A Do", [])], [drawing(b"A", 1)], b"<</A 10 0 R>>")
    with pytest.raises(UnreadableError, match="för stor"):
        READER.read(data)


def test_a_grid_with_more_cells_than_anybody_fills_in_is_read_as_lines() -> None:
    printed = grid(160) + shown((52, 402, "Ord"))
    assert said(READER.read(one_page(printed=printed))) == ["Ord"]


def test_a_drawing_with_many_rules_leaves_the_tables() -> None:
    upright = b"".join(b"%d 10 m %d 12 l S\n" % (4 * n + 2, 4 * n + 2) for n in range(150))
    level = b"".join(b"500 %d m 502 %d l S\n" % (5 * n, 5 * n) for n in range(160))
    printed = upright + level + RULES + shown((55, 700, "Lön"), (155, 700, "100 000"))
    assert said(READER.read(one_page(printed=printed))) == ["Lön\t100 000"]
