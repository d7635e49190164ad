"""The line of a finding shows the schema's keys, and nothing that somebody has written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.publish.excerpts import excerpts
from generator.records.config import ForbundConfig, SearchWordsFile, SiteConfig, VocabularyFile
from generator.records.paths import keys_of
from generator.records.record import Record
from generator.records.terms import Terms
from generator.words.findings import Finding, Position
from tests.canaries.aviary import fill
from tests.sites import Place

MODELS = (Record, SiteConfig, ForbundConfig, Terms, VocabularyFile, SearchWordsFile)


def drawn(folder: Path, line: str, column: int, name: str = "a.yml") -> str | None:
    (folder / name).write_text(f"id: x\n{line}\n", "utf-8")
    finding = Finding(str(folder / name), Position(2, column), "x", "Fel.", "Rätta.")
    ((_, excerpt),) = excerpts([finding])
    return excerpt


@pytest.mark.parametrize(
    ("line", "column", "shown"),
    [
        ("namn: Tova Lindeby", 7, "  2 | namn: …\n    |       ^"),
        ("namn: Tova Lindeby", 1, "  2 | namn: …\n    | ^"),
        (
            "  - {antal: sjuttio, avser: per år}  # Tova",
            13,
            "  2 |   - {antal: …, avser: …\n    |             ^",
        ),
        ("  - {antal: 70, avser: Tova}", 23, "  2 |   - {antal: …, avser: …\n    |                       ^"),
        ("  e-post: tova@lindeby.example", 11, "  2 |   e-post: …\n    |           ^"),
        ("beskrivning:", 13, "  2 | beskrivning: …\n    |              ^"),
        ("Tova: {namn: Lindeby}", 14, "  2 | … namn: …\n    |         ^"),
    ],
)
def test_keys_are_drawn_and_values_are_not(tmp_path: Path, line: str, column: int, shown: str) -> None:
    assert drawn(tmp_path, line, column) == shown


@pytest.mark.parametrize(
    "line",
    ["    Löpande text om Tova.", "# namn: Tova", "tova: Lindeby", "- Tova", "", '"namn": Tova', "namn:Tova"],
)
def test_a_line_without_a_key_is_not_drawn(tmp_path: Path, line: str) -> None:
    assert drawn(tmp_path, line, 1) is None


def test_only_yaml_is_drawn_and_what_is_gone_is_not(tmp_path: Path) -> None:
    assert drawn(tmp_path, "namn: Tova", 1, "om.md") is None
    missing = Finding(str(tmp_path / "saknas.yml"), Position(1, 1), "x", "Fel.", "Rätta.")
    beyond = Finding(str(tmp_path / "a.yml"), Position(9, 1), "x", "Fel.", "Rätta.")
    drawn(tmp_path, "namn: Tova", 1)
    assert [excerpt for _, excerpt in excerpts([missing, beyond])] == [None, None]


def test_no_line_of_any_file_shows_more_than_keys(place: Place) -> None:
    fill(place)
    keys = {key for model in MODELS for key in keys_of(model)}
    lines = 0
    for path in (*place.content.rglob("*.yml"), *place.config.rglob("*.yml")):
        count = path.read_text("utf-8").count("\n")
        findings = [Finding(str(path), Position(n, 5), "x", "", "") for n in range(1, count + 1)]
        for _, excerpt in excerpts(findings):
            if excerpt is not None:
                lines += 1
                shown = excerpt.partition("\n")[0].partition("|")[2]
                assert set(re.findall(r"[^\s{}:,…-][^\s{}:,…]*", shown)) <= keys, shown
    assert lines > 300
