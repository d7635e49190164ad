"""PDFs written object by object: fields as many programs leave them, without any drawing of their own."""

from __future__ import annotations

import zlib
from collections.abc import Sequence


def text(value: str) -> bytes:
    """A string: in the format's own encoding, or UTF-16 where that has no such letters."""
    try:
        return b"(" + value.encode("latin-1").replace(b"\n", rb"\r") + b")"
    except UnicodeEncodeError:
        return b"<FEFF" + value.encode("utf-16be").hex().encode() + b">"


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A compressed stream."""
    packed = zlib.compress(content, 9)
    head = b"<<%s /Filter /FlateDecode /Length %d>>" % (entries, len(packed))
    return head + b"\nstream\n" + packed + b"\nendstream"


def shown(*lines: tuple[float, float, str]) -> bytes:
    """A page's content: texts at their places, from the foot up."""
    parts = [b"BT /F1 10 Tf %d %d Td %s Tj ET" % (x, y, text(said)) for x, y, said in lines]
    return b"\n".join(parts)


def widget(box: tuple[int, int, int, int], entries: bytes, subtype: bytes = b"Widget") -> bytes:
    """An annotation with its box: left, foot, right, top."""
    return b"<</Type /Annot /Subtype /%s /Rect [%d %d %d %d] %s>>" % (subtype, *box, entries)


def document(
    pages: Sequence[tuple[bytes, Sequence[bytes]]],
    more: Sequence[bytes] = (),
    forms: bytes = b"<<>>",
    entries: bytes = b"",
) -> bytes:
    """Each page's content and annotations.

    `more` are further objects, the first of them number 10; `forms` names those that pages draw, and
    `entries` are more of each page's own.
    """
    objects = dict(enumerate(more, 10))
    number = 10 + len(more)
    kids = []
    for content, fields in pages:
        objects[number] = stream(content)
        page = b"/MediaBox [0 0 600 800] /Resources <</Font <</F1 8 0 R>> /XObject 9 0 R>> " + entries
        page += b" /Contents %d 0 R /Annots [%s]" % (number, b" ".join(fields))
        objects[number + 1] = b"<</Type /Page /Parent 2 0 R %s>>" % page
        kids.append(b"%d 0 R" % (number + 1))
        number += 2
    objects[1] = b"<</Type /Catalog /Pages 2 0 R>>"
    objects[2] = b"<</Type /Pages /Kids [%s] /Count %d>>" % (b" ".join(kids), len(kids))
    objects[8] = b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>"
    objects[9] = forms
    return _written(objects)


def _written(objects: dict[int, bytes]) -> bytes:
    made = b"%PDF-1.7\n"
    places = {}
    for number, content in sorted(objects.items()):
        places[number] = len(made)
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(made)
    made += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        made += b"%d 1\n%010d 00000 n \n" % (number, place)
    return made + b"trailer <</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (max(objects) + 1, start)
