"""A diagram of `charts/` as front matter, for `theme/partials/diagram.html`."""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts.interface import Map, Matrix, Row, Rows, Table, Tick
from generator.pages.front_matter import Facts, Meta, present


@dataclass(frozen=True)
class Figure:
    """A diagram with its words. `id` is unique on its page; `title` and `description` name the picture.

    `notes` are paragraphs that everybody reads.
    """

    id: str
    title: str
    description: str
    drawn: Facts
    table: Table | None = None
    notes: tuple[str, ...] = ()


def figure(one: Figure, example: str | None = None) -> Facts:
    """`example` says that made-up decisions are among the numbers.

    Gives `{id, titel, beskrivning, noter?, exempel?, rader | matris | karta, tabell?}`.
    """
    return present(
        id=one.id,
        titel=one.title,
        beskrivning=one.description,
        noter=list(one.notes),
        exempel=example,
        tabell=table(one.table) if one.table else None,
        **one.drawn,
    )


def table(one: Table) -> Facts:
    """`{rubrik, kolumner: [text], rader: [{namn, adress?, not?, celler: [text]}], summa?}`."""
    return present(
        rubrik=one.caption,
        kolumner=list(one.columns),
        rader=[_row(row) for row in one.rows],
        summa=_row(one.total) if one.total else None,
    )


def _row(row: Row) -> Facts:
    return present(namn=row.name, adress=row.address, anm=row.note, celler=list(row.cells))


def _tick(tick: Tick) -> Facts:
    return {"x": tick.x, "text": tick.text, "ankare": tick.anchor}


def rows(drawn: Rows) -> dict[str, Meta]:
    """`{rader: {hojd, stapel, axel, topp, skala, stapla: [{text, varde?, ty, sy, delar}], …}}`."""
    lines: list[Meta] = [
        present(
            text=line.label,
            varde=line.value,
            ty=line.text_y,
            sy=line.bar_y,
            delar=[
                present(x=part.x, bredd=part.width, serie=part.series, oppen="ja" if part.open else None)
                for part in line.parts
            ],
        )
        for line in drawn.lines
    ]
    return {
        "rader": present(
            hojd=drawn.height,
            stapel=drawn.bar_height,
            axel=drawn.axis_y,
            topp=drawn.top_y,
            skala=[_tick(tick) for tick in drawn.ticks],
            stapla=lines,
            serier=[{"nr": number, "text": name} for number, name in enumerate(drawn.series, start=1)],
            linje=_tick(drawn.mark) if drawn.mark else None,
        )
    }


def matrix(drawn: Matrix) -> dict[str, Meta]:
    """`{matris: {hojd, topp, bredd, rutans_hojd, kolumner, stapla: [{text, ty, ry, ny, rutor?}]}}`."""
    lines: list[Meta] = [
        present(
            text=line.label,
            ty=line.text_y,
            ry=line.cell_y,
            ny=line.number_y,
            rutor=[
                {"x": cell.x, "mitt": cell.text_x, "text": cell.text, "niva": cell.level}
                for cell in line.cells
            ],
        )
        for line in drawn.lines
    ]
    return {
        "matris": {
            "hojd": drawn.height,
            "topp": drawn.head_y,
            "bredd": drawn.cell_width,
            "rutans_hojd": drawn.cell_height,
            "kolumner": [_tick(tick) for tick in drawn.columns],
            "stapla": lines,
        }
    }


def areas(drawn: Map, names: dict[str, str], most_links: int) -> dict[str, Meta]:
    """`{karta: {ruta, tomma, granser?, ytor: [{niva, bana, namn?, adress?}]}}`.

    `names` tells each area's name with its count. With more than `most_links` areas those of a class are one
    path without links: the table has them, and nobody steps through hundreds of links in a picture.
    """
    if len(drawn.areas) <= most_links:
        shapes: list[Meta] = [
            {
                "niva": area.level,
                "bana": area.path,
                "namn": names[area.code],
                "adress": f"kommuner/{area.code}/",
            }
            for area in drawn.areas
        ]
    else:
        shapes = [
            {"niva": step, "bana": "".join(area.path for area in drawn.areas if area.level == step)}
            for step in sorted({area.level for area in drawn.areas})
        ]
    return {
        "karta": present(ruta=drawn.view_box, tomma=drawn.blank, granser=drawn.borders, ytor=shapes),
    }
