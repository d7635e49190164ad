"""The golden site: what the register's own content becomes, compared both ways.

`pytest --bless` writes what is built now; then read the difference in git before you commit it.
"""

from __future__ import annotations

import difflib
import re
import shutil
from pathlib import Path

import pytest

from tests.sites import Built, files

GOLDEN = Path(__file__).parent
CHANNELS = ("portal", "gavleborg")
MAIN = {
    "portal": ("index.html", "insatser/index.html", "insatser/uppsala/forstarkt-stod/index.html"),
    "gavleborg": ("index.html", "insatser/index.html", "insatser/gavleborg/rakna-med-mig/index.html"),
}
_MAIN = re.compile(r"<main\b.*?</main>", re.DOTALL)
_LONGEST = 200  # lines of difference shown for one file


@pytest.fixture(params=CHANNELS)
def channel(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def built(channel: str, request: pytest.FixtureRequest) -> Built:
    site: Built = request.getfixturevalue(channel)
    return site


def main_of(page: str) -> str:
    """The page's `<main>`, without empty lines and indents: where a template breaks lines is no matter."""
    (found,) = _MAIN.findall(page)
    return "\n".join(line for line in (line.strip() for line in found.splitlines()) if line) + "\n"


def compare(wanted: dict[str, str], found: dict[str, str]) -> list[str]:
    """What is missing, extra or different, each in words that a person can act on."""
    complaints = [f"missing: {name}" for name in sorted(wanted.keys() - found.keys())]
    complaints += [f"extra: {name}" for name in sorted(found.keys() - wanted.keys())]
    for name in sorted(wanted.keys() & found.keys()):
        both = wanted[name].splitlines(), found[name].splitlines()
        lines = list(difflib.unified_diff(*both, f"golden/{name}", f"built/{name}", lineterm="", n=1))
        if not lines and wanted[name] != found[name]:
            lines = [f"different line endings: {name}"]
        complaints += lines[:_LONGEST] + (["…"] if len(lines) > _LONGEST else [])
    return complaints


def text_files(folder: Path) -> dict[str, str]:
    return {name: data.decode() for name, data in files(folder).items()}


def check(folder: Path, found: dict[str, str], *, bless: bool) -> None:
    """Compares with the golden files of a folder, or writes them."""
    if bless:
        shutil.rmtree(folder, ignore_errors=True)
        for name, text in found.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(text.encode())
    complaints = compare(text_files(folder), found)
    if complaints:
        shown = "\n".join(complaints)
        pytest.fail(f"{shown}\n\nIf this is as it should be: ./insats test --bless", pytrace=False)


def test_the_page_tree_is_the_golden_one(channel: str, built: Built, bless: bool) -> None:
    check(GOLDEN / channel / "pages", text_files(built.pages), bless=bless)


def test_the_sites_files_are_the_golden_ones(channel: str, built: Built, bless: bool) -> None:
    names = "".join(f"{name}\n" for name in sorted(files(built.out)))
    path = GOLDEN / channel / "site.txt"
    if bless:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(names.encode())
    wanted = path.read_text("utf-8") if path.is_file() else ""
    assert compare({"site.txt": wanted}, {"site.txt": names}) == []


def test_the_pages_are_drawn_as_the_golden_ones(channel: str, built: Built, bless: bool) -> None:
    check(GOLDEN / channel / "main", {name: main_of(built.text(name)) for name in MAIN[channel]}, bless=bless)


def test_every_golden_page_is_compared() -> None:
    for channel in CHANNELS:
        assert len(files(GOLDEN / channel / "pages")) > 50
        assert set(files(GOLDEN / channel / "main")) == set(MAIN[channel])
        assert len((GOLDEN / channel / "site.txt").read_text("utf-8").splitlines()) > 50
    assert {path.name for path in GOLDEN.iterdir() if path.is_dir()} - {"__pycache__"} == set(CHANNELS)


def test_the_comparison_sees_every_kind_of_difference() -> None:
    assert compare({"a": "1\n", "b": "2\n"}, {"a": "1\n", "b": "2\n"}) == []
    assert compare({"a": "1\n"}, {}) == ["missing: a"]
    assert compare({}, {"a": "1\n"}) == ["extra: a"]
    assert compare({"a": "1\n2\n"}, {"a": "1\n3\n"})[-2:] == ["-2", "+3"]
    assert compare({"a": "1\n"}, {"a": "1\r\n"}) == ["different line endings: a"]
    assert compare({"a": "1\n"}, {"a": "1"}) == ["different line endings: a"]


def test_no_golden_file_holds_a_date_of_git_or_a_path_of_this_machine() -> None:
    for channel in CHANNELS:
        for name, text in text_files(GOLDEN / channel).items():
            assert "Senast ändrad" not in text, name
            assert not re.search(r"/(?:tmp|home|root|work|Users)/", text), name


def test_blessing_writes_and_the_next_run_compares(tmp_path: Path) -> None:
    folder = tmp_path / "golden"
    check(folder, {"a/b.md": "1\r\n", "c.md": "2\n"}, bless=True)
    check(folder, {"a/b.md": "1\r\n", "c.md": "2\n"}, bless=False)
    check(folder, {"c.md": "3\n"}, bless=True)
    assert files(folder) == {"c.md": b"3\n"}
    for wrong in ({"c.md": "4\n"}, {}, {"c.md": "3\n", "d.md": ""}):
        with pytest.raises(pytest.fail.Exception, match="--bless"):
            check(folder, wrong, bless=False)
