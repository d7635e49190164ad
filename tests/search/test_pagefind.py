"""Pagefind over a site: only what it may index, the same bytes twice, and nothing that nobody loads."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from generator.search import FOLDER, SearchError, build_search, pagefind
from generator.search.canonical import Table, UnknownFormError, read_table, write_table

# Enough filters and values for the order of a hash map to differ from run to run.
FACETS = "".join(
    f'<span data-varde="{value}" data-pagefind-filter="facett{value % 5}[data-varde]"></span>'
    f'<span data-varde="{value}" data-pagefind-sort="ordning{value % 5}[data-varde]"></span>'
    for value in range(20)
)
BODY = (
    "<main data-pagefind-body><h1>{0}</h1><p>{0} text</p>"
    f'<span data-varde="0305" data-pagefind-filter="kommun[data-varde]"></span>{FACETS}</main>'
)
PAGE = '<!doctype html><html lang="sv"><title>x</title><body><p>utanför</p>{0}</body></html>'


def site(folder: Path, *names: str) -> Path:
    made = folder / "site"
    for name in names:
        page = made / "insatser" / "a" / name / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(PAGE.format(BODY.format(name)), "utf-8")
    (made / "om").mkdir(parents=True)
    (made / "om" / "index.html").write_text(PAGE.format("<p>Om webbplatsen</p>"), "utf-8")
    return made


def files(made: Path) -> dict[str, bytes]:
    folder = made / FOLDER
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def fragments(made: Path) -> list[dict[str, object]]:
    read = (gzip.decompress(data) for name, data in sorted(files(made).items()) if name.endswith("_fragment"))
    return [json.loads(text.removeprefix(b"pagefind_dcd")) for text in read]


def test_the_pages_of_insatser_are_indexed_and_no_others(tmp_path: Path) -> None:
    made = site(tmp_path, "ett", "tva")
    build_search(made, 2)
    assert sorted(str(fragment["url"]) for fragment in fragments(made)) == [
        "/insatser/a/ett/", "/insatser/a/tva/",
    ]  # fmt: skip
    assert all("utanför" not in str(fragment["content"]) for fragment in fragments(made))
    assert '"kommun": ["0305"]' in json.dumps(fragments(made)[0]["filters"])


def test_the_language_is_swedish_whatever_the_page_says(tmp_path: Path) -> None:
    made = site(tmp_path, "ett")
    page = made / "insatser/a/ett/index.html"
    page.write_text(page.read_text("utf-8").replace('lang="sv"', 'lang="en"'), "utf-8")
    build_search(made, 1)
    assert list(json.loads(files(made)["pagefind-entry.json"])["languages"]) == ["sv"]


def test_two_runs_give_the_same_bytes_whatever_the_surroundings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = site(tmp_path / "a", "ett", "tva", "tre"), site(tmp_path / "b", "ett", "tva", "tre")
    build_search(first, 3)
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "p")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    build_search(second, 3)
    assert files(first) == files(second)


def test_an_old_index_is_gone(tmp_path: Path) -> None:
    made = site(tmp_path, "ett")
    (made / FOLDER / "fragment").mkdir(parents=True)
    (made / FOLDER / "fragment" / "sv_gammal.pf_fragment").write_bytes(b"x")
    build_search(made, 1)
    assert "fragment/sv_gammal.pf_fragment" not in files(made)


def test_only_what_our_page_loads_is_kept(tmp_path: Path) -> None:
    made = site(tmp_path, "ett")
    build_search(made, 1)
    loose = {name for name in files(made) if "/" not in name and not name.endswith("pf_meta")}
    assert loose == {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.sv.pagefind"}


def test_an_empty_register_has_no_index(tmp_path: Path) -> None:
    made = site(tmp_path)
    build_search(made, 0)
    assert not (made / FOLDER).exists()


def test_a_page_too_few_or_too_many_is_an_error(tmp_path: Path) -> None:
    made = site(tmp_path, "ett", "tva")
    with pytest.raises(SearchError, match="2 insatser av 3"):
        build_search(made, 3)


def test_a_program_that_is_missing_or_gives_up_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = site(tmp_path, "ett")
    monkeypatch.setattr(pagefind, "get_executable", lambda: tmp_path / "saknas")
    with pytest.raises(SearchError, match="saknas"):
        build_search(made, 1)
    failing = tmp_path / "program"
    failing.write_text("#!/bin/sh\necho trasigt >&2\nexit 3\n")
    failing.chmod(0o755)
    monkeypatch.setattr(pagefind, "get_executable", lambda: failing)
    with pytest.raises(SearchError, match="gav upp"):
        build_search(made, 1)
    failing.write_text("#!/bin/sh\nexit 0\n", "utf-8")
    with pytest.raises(SearchError, match="inget register"):
        build_search(made, 1)


def test_every_file_is_still_found_by_its_name(tmp_path: Path) -> None:
    made = site(tmp_path, "ett", "tva")
    build_search(made, 2)
    found = files(made)
    known_as = json.loads(found["pagefind-entry.json"])["languages"]["sv"]["hash"]
    contents = read_table(found[f"pagefind.{known_as}.pf_meta"])
    assert isinstance(contents, list)
    rows = contents[3]
    assert isinstance(rows, list)
    named = [
        (row[0], read_table(found[f"filter/{row[1]}.pf_filter"])) for row in rows if isinstance(row, list)
    ]
    assert [name for name, _ in named] == ["facett0", "facett1", "facett2", "facett3", "facett4", "kommun"]
    assert named[-1][1] == ["kommun", [["0305", [0, 1]]]]
    assert len([name for name in found if name.endswith("pf_filter")]) == len(named)


@pytest.mark.parametrize(
    "table", [0, 23, 24, 255, 256, 70_000, 2**40, -1, -25, "", "åäö", "x" * 300, [], [[1, "a"], [], -3]]
)
def test_a_table_is_read_as_it_was_written(table: Table) -> None:
    assert read_table(write_table(table)[1]) == table


@pytest.mark.parametrize("plain", [b"", b"x", b"pagefind_dcd", b"pagefind_dcd\xa0", b"pagefind_dcd\x00\x00"])
def test_what_is_no_table_is_an_error(plain: bytes) -> None:
    with pytest.raises(UnknownFormError):
        read_table(gzip.compress(plain))
    with pytest.raises(UnknownFormError):
        read_table(plain)
