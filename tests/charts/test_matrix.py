"""The matrix: each number in its cell, none lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.charts.matrix import matrix
from tests.charts.test_bars import share


@st.composite
def tables(draw: st.DrawFn) -> tuple[int, int, dict[tuple[int, int], int]]:
    rows, columns = draw(st.integers(1, 10)), draw(st.integers(1, 10))
    cell = st.tuples(st.integers(0, rows - 1), st.integers(0, columns - 1))
    return rows, columns, draw(st.dictionaries(cell, st.integers(1, 5000)))


@given(tables())
def test_every_number_stands_in_its_cell(drawn: tuple[int, int, dict[tuple[int, int], int]]) -> None:
    rows, columns, counts = drawn
    found = matrix([f"r{n}" for n in range(rows)], [f"k{n}" for n in range(columns)], counts)
    if found is None:
        assert counts == {}
        return
    width = share(found.cell_width)
    told = {}
    for row, line in enumerate(found.lines):
        for cell in line.cells:
            assert share(cell.x) + width <= 1
            assert share(cell.x) < share(cell.text_x) < share(cell.x) + width + 0.0001
            told[row, round(share(cell.x) / width)] = int(cell.text.replace("\u00a0", ""))
    assert told == counts


def test_nothing_is_drawn_of_nothing() -> None:
    assert matrix(["a"], ["b"], {}) is None
    assert matrix([], [], {}) is None
