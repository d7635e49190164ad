"""`insats fix`: what it says, what it writes, what it leaves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import Run, run
from tests.sites import VAGEN, Place, digests

__all__ = ["run"]  # the fixture

FILE = f"content/insatser/{VAGEN}.yml"
FORBUND = "site_config/forbund/exempelbygden.yml"


@pytest.fixture
def faults(place: Place) -> Place:
    """A record with three faults, one of them beside a datum that is withheld, and a förbund with one."""
    place.edit('["2184", "0305"]', "[2184, 0305]")
    place.edit("telefon: 031-390 06 15", "telefon: 0313900615")
    path = place.folder / FORBUND
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    return place


def test_nothing_to_mend_is_said_and_nothing_is_written(place: Place, run: Run) -> None:
    before = digests(place.folder)
    assert run("fix") == (0, "", "Inget att rätta.\n")
    assert run("fix", "--check") == (0, "", "Inget att rätta.\n")
    assert digests(place.folder) == before


def test_check_tells_each_place_without_a_value_and_writes_nothing(faults: Place, run: Run) -> None:
    before = digests(faults.folder)
    code, out, err = run("fix", "--check")
    assert (code, err) == (1, "2 filer skulle ändras.\n")
    code_line = "skulle rättas: Koden skrivs hel och inom citattecken, så att ingen nolla faller bort. [kod]"
    lines = out.splitlines()
    assert lines[:3] == [f"{FILE}:{place}: {code_line}" for place in ("16:12", "16:18", "56:14")]
    assert lines[3].startswith(f"{FORBUND}:1:")
    assert lines[3].endswith("ställen. [radslut]")
    assert "0313900615" not in out
    assert digests(faults.folder) == before


def test_it_mends_and_then_there_is_nothing_more(faults: Place, run: Run) -> None:
    before = (faults.folder / FILE).read_text("utf-8")
    code, out, err = run("fix")
    assert (code, err) == (0, "Rättade 2 filer.\n")
    assert out.count("rättat: ") == 4
    expected = before.replace("[2184, 0305]", '["2184", "0305"]').replace("0313900615", '"0313900615"')
    assert (faults.folder / FILE).read_text("utf-8") == expected
    assert b"\r" not in (faults.folder / FORBUND).read_bytes()
    assert run("fix") == (0, "", "Inget att rätta.\n")
    assert run("check") == (0, "", "0 fel och 0 varningar.\n")
    assert [path.name for path in Path(faults.folder).rglob(".*insats-*")] == []


@pytest.mark.parametrize("name", [FILE, VAGEN])
def test_only_the_files_that_are_named(faults: Place, run: Run, name: str) -> None:
    assert run("fix", name)[2] == "Rättade 1 fil.\n"
    assert b"\r" in (faults.folder / FORBUND).read_bytes()
    assert run("fix", name, FORBUND)[2] == "Rättade 1 fil.\n"
    assert b"\r" not in (faults.folder / FORBUND).read_bytes()


def test_json_holds_all_that_the_text_says(faults: Place, run: Run) -> None:
    faults.edit("[2184, 0305]", "[2184, 0305", "exempelbygden/vagen-vidare")
    code, out, err = run("fix", "--check", "--format", "json")
    answer = json.loads(out)
    assert code == 1
    assert answer["skrivet"] is False
    (fix,) = answer["rättelser"]
    assert (fix["fil"], fix["rad"], fix["regel"]) == (FORBUND, 1, "radslut")
    assert fix["antal"] > 1
    assert [one["fil"] for one in answer["anmärkningar"]] == [FILE]
    assert "rätta först det för hand" in err


def test_a_file_that_cannot_be_read_is_left_and_the_others_are_mended(faults: Place, run: Run) -> None:
    faults.edit("[2184, 0305]", "[2184, 0305")
    before = (faults.folder / FILE).read_bytes()
    code, out, err = run("fix")
    assert code == 1
    assert out.startswith(f"{FORBUND}:1:")
    assert f"{FILE}:16:" in err
    assert (faults.folder / FILE).read_bytes() == before
    assert b"\r" not in (faults.folder / FORBUND).read_bytes()


def test_a_name_that_is_no_file_of_ours_is_wrong_use(place: Place, run: Run) -> None:
    (place.folder / "annat.yml").write_text("namn: a \n")
    for name, said in ((f"{FILE[:-4]}.yaml", f"Menade du {FILE}?"), ("annat.yml", "Skriv filens namn")):
        code, out, err = run("fix", name)
        assert (code, out) == (2, "")
        assert said in err
    assert (place.folder / "annat.yml").read_text() == "namn: a \n"


def test_what_a_killed_run_left_is_removed(place: Place, run: Run) -> None:
    left = [place.config / ".site.yml.insats-x", (place.folder / FILE).parent / ".vagen-vidare.yml.insats-x"]
    for path in left:
        path.write_text("telefon: 031-390 06 15")
    run("fix", "--check")
    assert all(path.exists() for path in left)
    run("fix")
    assert not any(path.exists() for path in left)


def test_a_link_is_not_followed(faults: Place, run: Run) -> None:
    outside = faults.folder / "utanfor.yml"
    (faults.folder / FILE).rename(outside)
    (faults.folder / FILE).symlink_to(outside)
    before = outside.read_bytes()
    code, _, err = run("fix", FILE)
    assert code == 1
    assert "en länk" in err
    assert outside.read_bytes() == before


def test_all_files_or_none(faults: Place, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.replace
    before = digests(faults.folder)

    def refused(self: Path, target: Path) -> Path:
        if Path(target).name == "exempelbygden.yml":
            raise OSError(28, "full")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", refused)
    code, _, err = run("fix")
    assert (code, err) == (1, "En fil gick inte att läsa eller skriva (full). Inget är ändrat.\n")
    assert digests(faults.folder) == before
