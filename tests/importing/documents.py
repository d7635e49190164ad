"""Makes a Word document and a PDF of a form's text, as its author's own program would have.

On purpose not with `generator.importing`: a converter that shared its reading would share its faults.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

import docx
from docx.document import Document
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

_PARTS = re.compile(r"</?(?:p|ul|li|br)\b[^>]*>|(?<=\S\S[.:)]) {2,}(?=[A-ZÅÄÖ*])|(?<=\S) (?=• )")
_TAG = re.compile(r"</?\w+[^>]*>")
_BULLET = re.compile(r"[-•] +")


@dataclass(frozen=True)
class Piece:
    """A paragraph of one or more lines, a list item, or a table."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def bold(self) -> bool:
        return self.text.startswith("**") and self.text.rstrip(":").endswith("**")


def pieces(text: str) -> Iterator[Piece]:
    """The form's text without its markup, in order."""
    group: list[str] = []
    rows: list[tuple[str, ...]] = []
    for line in [*text.split("\n"), ""]:
        if "\t" in line:
            yield from _paragraph(group)
            group = []
            rows.append(tuple(cell.strip() for cell in line.split("\t")))
            continue
        if rows:
            yield _table(rows)
            rows = []
        stands_alone = len(line) > 160 or line.startswith(("<", "#", "**", "- "))
        if not line.strip() or stands_alone:
            yield from _paragraph(group)
            group = []
        if stands_alone:
            yield from _parts(line)
        elif line.strip():
            group.append(line.strip())
    yield from _paragraph(group)


def _table(rows: list[tuple[str, ...]]) -> Piece:
    width = max(map(len, rows))
    return Piece("table", rows=tuple(row + ("",) * (width - len(row)) for row in rows))


def _paragraph(lines: list[str]) -> Iterator[Piece]:
    if lines and not all(set(line) <= set("-=") for line in lines):
        yield Piece("text", "\n".join(_plain(line) for line in lines))


def _parts(line: str) -> Iterator[Piece]:
    bold = re.match(r"\s*<b>(.*?)</b>\s*(.*)", line, re.DOTALL)
    if bold:
        yield Piece("text", f"**{_plain(bold[1])}**")
        line = bold[2]
    line = re.sub(r"^#+ (.*)$", r"**\1**", line)
    for part in _PARTS.split(line):
        plain = _plain(part).strip()
        item = _BULLET.match(plain)
        if plain:
            yield Piece("item", plain[item.end() :]) if item else Piece("text", plain)


def _plain(text: str) -> str:
    return html.unescape(_TAG.sub("", text)).replace("\\*", "*")


def word(text: str) -> bytes:
    """The form as .docx: bold headings, bulleted lists, tables with a row for each line."""
    document: Document = docx.Document()
    for piece in pieces(text):
        if piece.kind == "table":
            table = document.add_table(rows=0, cols=len(piece.rows[0]))
            for row in piece.rows:
                for cell, content in zip(table.add_row().cells, row, strict=True):
                    run = cell.paragraphs[0].add_run(_plain(content).strip("*"))
                    run.italic = content.startswith(("<i>", "*")) or None
                    run.bold = content.startswith("<b>") or None
        else:
            style = "List Bullet" if piece.kind == "item" else None
            run = document.add_paragraph(style=style).add_run(piece.text.replace("**", ""))
            run.bold = piece.bold or None
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pdf(text: str) -> bytes:
    """The form as .pdf: paragraphs that wrap, page breaks where they fall, tables with rules."""
    body = ParagraphStyle("body", parent=getSampleStyleSheet()["BodyText"], fontSize=9, leading=11)
    cell = ParagraphStyle("cell", parent=body, fontSize=7, leading=8.5)
    story = []
    for piece in pieces(text):
        if piece.kind == "table":
            rows = [[Paragraph(_marked(content), cell) for content in row] for row in piece.rows]
            table = Table(rows, colWidths=[490 / len(rows[0])] * len(rows[0]))
            table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black")]))
            story += [table, Spacer(1, 8)]
        else:
            bullet = "• " if piece.kind == "item" else ""
            story.append(Paragraph(bullet + _marked(piece.text), body))
    stream = io.BytesIO()
    SimpleDocTemplate(stream, pagesize=A4, leftMargin=50, rightMargin=50, invariant=1).build(story)
    return stream.getvalue()


def _marked(text: str) -> str:
    """reportlab's markup. Its standard fonts have the letters of Windows-1252."""
    known = _plain(text).encode("cp1252", "ignore").decode("cp1252")
    escaped = html.escape(known, quote=False).replace("\n", "<br/>")
    if text.startswith("**") or "<b>" in text:
        return f"<b>{escaped.replace('**', '')}</b>"
    if text.startswith(("<i>", "*")) and text.endswith(("</i>", "*")):
        return f"<i>{escaped.strip('*')}</i>"
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escaped)
