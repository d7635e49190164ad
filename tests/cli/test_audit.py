"""`insats audit`: exit codes, output in both formats."""

from __future__ import annotations

import json

import pytest

from generator.audit.scan import Report
from generator.publish.auditing import Audited
from generator.publish.withheld import SearchList
from tests.cli.test_commands import Run, run
from tests.sites import Place

__all__ = ["run"]  # the fixture

SITE = "build/site/portal"


def built(run: Run) -> None:
    assert run("build", "--date", "2026-11-23")[0] == 0


def test_a_true_site(place: Place, run: Run) -> None:
    built(run)
    code, out, err = run("audit", SITE, "--date", "2026-11-23")
    assert (code, out) == (0, "")
    assert err.startswith("Sökte 1")
    assert "Inget fanns där." in err
    assert place.folder.is_dir()


def test_a_leak(place: Place, run: Run) -> None:
    built(run)
    page = place.folder / SITE / "om/index.html"
    page.write_text("<p>\nLindeby, Tova och ny@annan.example\n", "utf-8")
    code, out, err = run("audit", SITE, "--date", "2026-11-23")
    assert code == 1
    hit, stray = out.splitlines()
    assert hit.startswith(f"{SITE}/om/index.html:2:1: fel: ")
    assert "exempelbygden/vagen-vidare.yml, " in hit
    assert "personer[0].namn (insatsledare)" in hit
    assert stray.endswith("[okand-epost]")
    assert "2 fel." in err
    assert "Lindeby" not in out + err
    assert "ny@annan" not in out + err


def test_json(place: Place, run: Run) -> None:
    built(run)
    (place.folder / SITE / "x.html").write_text("031-390 06 15", "utf-8")
    code, out, _ = run("audit", SITE, "--date", "2026-11-23", "--format", "json")
    data = json.loads(out)
    assert code == 1
    assert [one["regel"] for one in data["anmärkningar"]] == ["granskning"]
    assert data["granskning"]["träffar"] == 1
    assert set(data["granskning"]) == {
        "sökta_uppgifter",
        "för_korta_eller_vanliga",
        "filer",
        "byte",
        "träffar",
    }


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (
            1,
            "Sökte 1 uppgift som inte får synas i 1 fil (0,0 MB). Inget fanns där. 1 annan är för kort eller",
        ),
        (2, "Sökte 2 uppgifter som inte får synas i 2 filer (0,0 MB). Inget fanns där. 2 andra är för korta"),
    ],
)
def test_one_is_told_in_the_singular(
    run: Run, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    report = Report(files=number, read=1, needles=number, hits=(), strays=())
    audited = Audited((), report, SearchList((), number, number, frozenset()))
    monkeypatch.setattr("generator.cli.commands.audit.audit_folder", lambda *_: audited)
    assert run("audit", "content")[2].startswith(said)


def test_another_channel_and_date_than_it_was_built_for(run: Run) -> None:
    assert run("build", "--date", "2026-02-28")[0] == 0
    assert run("audit", SITE, "--date", "2026-02-28")[0] == 0
    assert run("audit", SITE, "--date", "2026-03-01")[0] == 1
    assert run("audit", SITE, "--date", "2026-02-28", "--channel", "öppna-data")[0] == 1


@pytest.mark.parametrize("site", ["finns-inte", "tom", "fil"])
def test_what_is_no_site(place: Place, run: Run, site: str) -> None:
    (place.folder / "tom").mkdir()
    (place.folder / "fil").write_text("x")
    code, out, err = run("audit", site)
    assert (code, out) == (2, "")
    assert "Bygg först" in err


def test_broken_records(place: Place, run: Run) -> None:
    built(run)
    place.edit("utfall: beviljad", "utfall: kanske")
    for kind in ("text", "json"):
        code, out, err = run("audit", SITE, "--format", kind)
        assert code == 1
        assert "vagen-vidare.yml" in out
        assert "Rätta posterna först." in err


def test_an_unknown_forbund(run: Run) -> None:
    built(run)
    assert run("audit", SITE, "--channel", "forbundswebb:finns-inte")[0] == 2
