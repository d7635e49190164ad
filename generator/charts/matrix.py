"""Numbers where rows and columns meet: the number in each cell, and a ground that is denser for more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.charts.gantt import shortened
from generator.charts.interface import Cell, Matrix, MatrixLine, Tick, em, percent
from generator.charts.scale import level
from generator.words.money import swedish_number

_HEAD, _ROW, _CELL = 10.5, 3.6, 1.9  # em
_WIDTH = 0.8  # of the frame: the slanting names of the last columns need the rest
_LONGEST_COLUMN, _LONGEST_ROW = 20, 37  # characters


def matrix(
    rows: Sequence[str], columns: Sequence[str], counts: Mapping[tuple[int, int], int]
) -> Matrix | None:
    """`counts` maps (row, column), both from 0, to a number; none is nought. None when it is empty."""
    if not counts or not rows or not columns:
        return None
    largest, width = max(counts.values()), _WIDTH / len(columns)

    def cells(row: int) -> tuple[Cell, ...]:
        found = []
        for column in range(len(columns)):
            count = counts.get((row, column), 0)
            if count:
                x, middle = percent(column * width), percent((column + 0.5) * width)
                found.append(Cell(x, middle, swedish_number(count), level(count, largest)))
        return tuple(found)

    return Matrix(
        height=em(_HEAD + _ROW * len(rows)),
        head_y=em(_HEAD - 0.4),
        cell_width=percent(width),
        cell_height=em(_CELL),
        columns=tuple(
            Tick(percent((place + 0.5) * width), shortened(name, _LONGEST_COLUMN), "start")
            for place, name in enumerate(columns)
        ),
        lines=tuple(
            MatrixLine(
                label=shortened(name, _LONGEST_ROW),
                text_y=em(_HEAD + _ROW * place + 1.1),
                cell_y=em(_HEAD + _ROW * place + 1.4),
                number_y=em(_HEAD + _ROW * place + 2.7),
                cells=cells(place),
            )
            for place, name in enumerate(rows)
        ),
    )
