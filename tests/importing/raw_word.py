"""Word documents written as XML by hand: no library writes all that Word does."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
STRICT = {
    **NAMES,
    "w": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "r": "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def p(*inner: str, properties: str = "") -> str:
    """A paragraph; what does not begin with `<` is the text of a run of its own."""
    runs = "".join(one if one.startswith("<") else r(one) for one in inner)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def r(text: str, look: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def struck(text: str) -> str:
    """A deletion that somebody tracked."""
    return f'<w:del w:id="1" w:author="Någon"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def control(content: str, properties: str = "") -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def table(*rows: str) -> str:
    """A table of rows, which are `tr(…)` or what stands around one."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def tr(*cells: str) -> str:
    """A row; what does not begin with `<w:tc` or `<w:sdt` is the content of a cell."""
    made = (one if one.startswith(("<w:tc", "<w:sdt")) else tc(one) for one in cells)
    return f"<w:tr>{''.join(made)}</w:tr>"


def tc(content: str, properties: str = "") -> str:
    """A cell; a bare text is its only paragraph."""
    inside = content if content.startswith("<") else p(content) if content else "<w:p/>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def box(choice: str = "", fallback: str = "") -> str:
    """A run with a text box, for newer programs and for older."""
    new = f"<wps:wsp><wps:txbx><w:txbxContent>{choice}</w:txbxContent></wps:txbx></wps:wsp>" if choice else ""
    old = f"<v:textbox><w:txbxContent>{fallback}</w:txbxContent></v:textbox>" if fallback else ""
    both = (
        f'<mc:Choice Requires="wps"><w:drawing>{new}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{old}</w:pict></mc:Fallback>"
    )
    return f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"


def document(
    body: str,
    *,
    parts: Mapping[str, str] | None = None,
    links: Mapping[str, str] | None = None,
    names: Mapping[str, str] = NAMES,
) -> bytes:
    """A package. `parts` are the content of others by name (`header1`), `links` outside addresses by id."""
    more = dict(parts or {})
    heads = [name for name in more if name.startswith(("header", "footer"))]
    references = "".join(f'<w:{name[:6]}Reference r:id="{name}"/>' for name in heads)
    main = f"<w:document><w:body>{body}<w:sectPr>{references}</w:sectPr></w:body></w:document>"
    relations = [f'<Relationship Id="{name}" Type="{_kind(name)}" Target="{name}.xml"/>' for name in more]
    relations += [
        f'<Relationship Id="{name}" Type="{_kind("hyperlink")}" Target="{target}" TargetMode="External"/>'
        for name, target in (links or {}).items()
    ]
    own = f'<Relationship Id="a" Type="{_kind("officeDocument")}" Target="/word/document.xml"/>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{_PACKAGE}">{own}</Relationships>')
        beside = f'<Relationships xmlns="{_PACKAGE}">{"".join(relations)}</Relationships>'
        archive.writestr("word/_rels/document.xml.rels", beside)
        archive.writestr("word/document.xml", _named(main, names))
        for name, content in more.items():
            archive.writestr(
                f"word/{name}.xml", _named(f"<w:{_root(name)}>{content}</w:{_root(name)}>", names)
            )
    return stream.getvalue()


def notes(kind: str, *texts: str) -> str:
    """The content of a part of notes, with the two rules that Word draws above them."""
    rules = "".join(f'<w:{kind} w:type="separator" w:id="{n}">{p("regel")}</w:{kind}>' for n in (-1, 0))
    own = "".join(f'<w:{kind} w:id="{n}">{p(text)}</w:{kind}>' for n, text in enumerate(texts, 1))
    return (rules if kind != "comment" else "") + own


def _kind(name: str) -> str:
    return f"{NAMES['r']}/{name.rstrip('0123456789')}"


def _root(name: str) -> str:
    short = name.rstrip("0123456789")
    return {"header": "hdr", "footer": "ftr"}.get(short, short)


def _named(xml: str, names: Mapping[str, str]) -> str:
    spaces = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in names.items())
    head, tail = xml.split(">", 1)
    return f"<?xml version='1.0' encoding='UTF-8'?>{head} {spaces}>{tail}"
