"""`insats diff`: what it prints in each format, and its exit codes."""

from __future__ import annotations

import json

import pytest

from tests.cli.test_commands import Run, run
from tests.publish.test_comparing import commit, git
from tests.sites import VAGEN, Place

__all__ = ["run"]  # the fixture

DAY = ("--date", "2025-12-01")


@pytest.fixture
def kept(place: Place) -> Place:
    git(place.folder, "init", "-q")
    commit(place, "fore")
    place.edit("gäller: [namn, e-post]", "gäller: [namn]")
    place.edit("belopp: 3200000", "belopp: 3300000")
    return place


@pytest.mark.usefixtures("kept")
def test_text(run: Run) -> None:
    code, out, err = run("diff", "fore", *DAY)
    assert (code, err) == (0, "")
    assert "jämfört med fore, 1 december 2025" in out
    assert VAGEN in out
    assert "3\u00a0300\u00a0000\u00a0kr" in out
    assert "person 1, insatsledare" in out
    assert "lindeby" not in out.casefold()


@pytest.mark.usefixtures("kept")
def test_markdown_and_json(run: Run) -> None:
    _, markdown, _ = run("diff", "fore", "--format", "markdown", *DAY)
    assert "### Detta ändras\n\n| Insats |" in markdown
    assert "| Person 1, insatsledare: e-post försvinner | portal |" in markdown
    assert "lindeby" not in markdown.casefold()
    _, out, _ = run("diff", "fore", "--format", "json", "--channel", "portal", *DAY)
    data = json.loads(out)
    assert data["kanaler"] == ["portal"]
    assert [row["fält"] for row in data["försvinner"]] == ["personer.e-post"]
    assert [row["fält"] for row in data["ändras"]] == ["beslut.belopp"]


def test_nothing(run: Run, kept: Place) -> None:
    commit(kept, "efter")
    assert run("diff", "efter", *DAY)[:2] == (0, "Inget ändras jämfört med efter, 1 december 2025.\n")


def test_a_later_day_is_told_in_every_format(run: Run, kept: Place) -> None:
    commit(kept, "efter")
    kept.edit("från: 2025-06-20, till: 2026-12-31", "från: 2026-01-15, till: 2026-12-31")
    _, out, _ = run("diff", "efter", *DAY)
    assert "Blir offentligt 2026-01-15\n" in out
    _, markdown, _ = run("diff", "efter", "--format", "markdown", *DAY)
    assert "### Detta blir offentligt senare\n\n| Dag | Insats |" in markdown
    assert f"| 2026-01-15 | {VAGEN} | Person 1, insatsledare: namn blir offentligt" in markdown
    _, data, _ = run("diff", "efter", "--format", "json", *DAY)
    rows = json.loads(data)["blir_offentligt"]
    assert [(row["från_dag"], row["fält"], row["kanaler"]) for row in rows] == [
        ("2026-01-15", "personer.namn", ["portal"])
    ]
    assert [text for text in (out, markdown, data) if "lindeby" in text.casefold()] == []
    assert run("diff", "efter", "--date", "2026-01-15")[1].startswith("Inget ändras")


def test_errors_are_findings(run: Run, kept: Place) -> None:
    kept.edit("belopp: 3300000", "belopp: mycket")
    code, out, err = run("diff", "fore", *DAY)
    assert code == 1
    assert "vagen-vidare.yml:8:" in err
    assert "Bygget stoppas" in out


def test_settings_that_cannot_be_read_have_a_comment_too(run: Run, kept: Place) -> None:
    (kept.config / "site.yml").write_text("webbplats: [\n", "utf-8")
    code, out, err = run("diff", "fore", "--format", "markdown", *DAY)
    assert code == 1
    assert "site.yml:" in err
    assert "inställningarna går inte att läsa" in out
    assert run("diff", "fore", *DAY)[:2] == (1, "")


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("nej",), "Versionen finns inte."),
        (("fore", "--channel", "forbundswebb:okant"), "Förbundet okant finns inte"),
        ((), "Det saknas något: VERSION."),
        (("fore", "--content", "finns-inte"), "Mappen finns-inte finns inte."),
    ],
)
def test_wrong_use(run: Run, arguments: tuple[str, ...], says: str) -> None:
    code, out, err = run("diff", *arguments)
    assert (code, out) == (2, "")
    assert says in err
