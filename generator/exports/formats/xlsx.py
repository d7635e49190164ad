"""XLSX: the tables as sheets, with typed cells and a sheet that explains the columns."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generator.exports.interface import DATA, Export, File, Release
from generator.exports.tables import Cell, Table, all_tables
from generator.words.licences import LICENCES

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DATES = frozenset({"datum", "start", "slut", "sista_intag", "avser_start", "avser_slut", "senast_ändrad"})
_LONGEST = 32_767  # characters of a cell, by the format
_WIDTHS = {"namn": 32, "sammanfattning": 60, "text": 60, "adress": 40}


def _write(sheet: Worksheet, row: int, column: int, key: str, cell: Cell, day: Format) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, int):
        sheet.write_number(row, column, cell)
    elif key in _DATES and _DAY.fullmatch(cell):
        sheet.write_datetime(row, column, datetime.combine(date.fromisoformat(cell), time()), day)
    else:
        sheet.write_string(row, column, cell[:_LONGEST])


def _sheet(book: xlsxwriter.Workbook, table: Table, bold: Format, day: Format) -> None:
    sheet = book.add_worksheet(table.name)
    for column, key in enumerate(table.header):
        sheet.write_string(0, column, key, bold)
        sheet.set_column(column, column, _WIDTHS.get(key, 18))
    for number, row in enumerate(table.rows, start=1):
        for column, (key, cell) in enumerate(zip(table.header, row, strict=True)):
            _write(sheet, number, column, key, cell, day)
    sheet.freeze_panes(1, 3)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.header) - 1)


def _explanations(
    book: xlsxwriter.Workbook, tables: tuple[Table, ...], release: Release, bold: Format
) -> None:
    sheet = book.add_worksheet("Förklaringar")
    sheet.set_column(0, 1, 22)
    sheet.set_column(2, 2, 90)
    site = release.catalogue.site
    licence = LICENCES[site.licence]
    about = (
        ("Källa", f"{site.name}, {site.url}"),
        ("Uppgifterna gäller", release.catalogue.day.isoformat()),
        ("Licens", f"{licence.name}. {licence.text} {licence.url}"),
        ("Tomma celler", "Uppgiften är okänd eller får inte visas. Det går inte att se vilket."),
    )
    rows = [("blad", "kolumn", "förklaring")]
    rows += [(t.name, key, text) for t in tables for key, text in zip(t.header, t.texts, strict=True)]
    for row, (what, text) in enumerate(about):
        sheet.write_string(row, 0, what, bold)
        sheet.write_string(row, 1, text)
    for row, cells in enumerate(rows, start=len(about) + 1):
        for column, text in enumerate(cells):
            sheet.write_string(row, column, text, bold if row == len(about) + 1 else None)


def _files(release: Release) -> Iterator[File]:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    site, day = release.catalogue.site, release.catalogue.day
    # Without a time of its own the file would hold the clock's.
    created = datetime.combine(day, time(), UTC).replace(tzinfo=None)
    book.set_properties({"title": "Insatser", "company": site.publisher, "created": created})
    bold, dated = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    tables = all_tables(release.catalogue)
    for table in tables:
        _sheet(book, table, bold, dated)
    _explanations(book, tables, release, bold)
    book.close()
    yield f"{DATA}insatser.xlsx", out.getvalue()


EXPORT = Export(
    name="xlsx",
    title="Excel",
    text="En arbetsbok med blad för insatser, beslut, beviljade år och mål, och ett blad som förklarar "
    "kolumnerna.",
    shown=(f"{DATA}insatser.xlsx",),
    files=_files,
    rank=10,
)
