"""What a diagram is made of.

Lengths are text as SVG takes it: per cent across (the frame is as wide as the page lets it be), `em` down
(it grows with the reader's letters). So no text is ever scaled, not on a phone and not at 200 per cent.
"""

from __future__ import annotations

from dataclasses import dataclass

MOST_SERIES = 5
"""Series that can be told apart: each has a colour and a pattern of its own, the last one is for the rest."""


def percent(share: float) -> str:
    """0.125 → `12.5%`, within the frame."""
    return f"{min(max(share, 0.0), 1.0) * 100:.2f}".rstrip("0").rstrip(".") + "%"


def em(length: float) -> str:
    """3.40 → `3.4em`."""
    return f"{length:.2f}".rstrip("0").rstrip(".") + "em"


@dataclass(frozen=True)
class Row:
    """A row of a table. `address` (relative to the site) is where its name leads; `note` stands below."""

    name: str
    cells: tuple[str, ...]
    address: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Table:
    """The numbers of a diagram. `columns` has the heading of the names first; `total` is a last row."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    total: Row | None = None


@dataclass(frozen=True)
class Tick:
    """A line across the frame with its number; `anchor` is SVG's `text-anchor`."""

    x: str
    text: str
    anchor: str


@dataclass(frozen=True)
class Part:
    """A bar, or one piece of it. `series` counts from 1; `open` says that it goes on beyond the frame."""

    x: str
    width: str
    series: int = 1
    open: bool = False


@dataclass(frozen=True)
class Line:
    """One row: its name and its value above a bar of parts. The y are those of the text and of the bar."""

    label: str
    value: str
    text_y: str
    bar_y: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Rows:
    """Rows of horizontal bars below an axis; `mark` is a line of its own with a name (today)."""

    height: str
    bar_height: str
    axis_y: str
    top_y: str
    ticks: tuple[Tick, ...]
    lines: tuple[Line, ...]
    series: tuple[str, ...] = ()
    mark: Tick | None = None


@dataclass(frozen=True)
class Cell:
    """A number in a matrix; `level` is 1–4, from few to many. `text_x` is its middle."""

    x: str
    text_x: str
    text: str
    level: int


@dataclass(frozen=True)
class MatrixLine:
    """One row of a matrix."""

    label: str
    text_y: str
    cell_y: str
    number_y: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Matrix:
    """Numbers where rows and columns meet; the columns' names stand slanting at `columns`' x."""

    height: str
    head_y: str
    cell_width: str
    cell_height: str
    columns: tuple[Tick, ...]
    lines: tuple[MatrixLine, ...]


@dataclass(frozen=True)
class Area:
    """A kommun's land as an SVG path; `level` is 0 (none) or 1–4."""

    code: str
    path: str
    level: int


@dataclass(frozen=True)
class Map:
    """`view_box` in kilometres. `blank` and `borders` are paths of everything that is not an area."""

    view_box: str
    blank: str
    borders: str
    areas: tuple[Area, ...]
