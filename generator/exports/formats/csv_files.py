"""CSV: one row for each insats, in the world's form and in the one that a Swedish Excel opens."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from generator.exports.interface import DATA, Export, File, Release
from generator.exports.tables import Cell, Table, insats_table
from generator.indexes import all_indexes

# A spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(cell: Cell) -> str:
    """The cell's text; an apostrophe keeps a spreadsheet from taking it for a formula."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if isinstance(cell, str) and text.startswith(_FORMULA) else text


def to_csv(table: Table, *, excel: bool = False) -> bytes:
    """RFC 4180 with commas; for Excel with semicolons and a byte order mark, or it reads åäö wrong."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if excel else ",", lineterminator="\r\n")
    writer.writerow(table.header)
    writer.writerows([safe_cell(cell) for cell in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig" if excel else "utf-8")


def _files(release: Release) -> Iterator[File]:
    catalogue = release.catalogue
    whole = insats_table(catalogue.insatser, catalogue)
    yield f"{DATA}insatser.csv", to_csv(whole)
    yield f"{DATA}insatser-excel.csv", to_csv(whole, excel=True)
    for index in all_indexes():
        for listed in index.pages(catalogue):
            if listed.insatser is not None and listed.parent is not None:
                table = insats_table(listed.insatser, catalogue)
                yield f"{DATA}{listed.address.rstrip('/')}.csv", to_csv(table, excel=True)


EXPORT = Export(
    name="csv",
    title="CSV",
    text="En rad för varje insats, i UTF-8. Filen insatser-excel.csv har semikolon och öppnas rätt i en "
    "svensk Excel. Börjar en text med likhetstecken, plus, minus eller @ står det en apostrof före. Varje "
    "lista på webbplatsen har en egen fil, till exempel listan över en kommuns insatser.",
    shown=(f"{DATA}insatser.csv", f"{DATA}insatser-excel.csv"),
    files=_files,
    rank=20,
)
