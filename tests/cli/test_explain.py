"""`insats explain`: how a record and a person are asked for, what is printed, exit codes."""

from __future__ import annotations

import json

import pytest

from tests.cli.test_commands import Run, run
from tests.sites import Place

__all__ = ["run"]  # the fixture

ADDRESSES = (
    "exempelbygden/vagen-vidare",
    "content/insatser/exempelbygden/vagen-vidare.yml",
    "/insatser/exempelbygden/vagen-vidare/",
    "exempelbygden-2025-vagen-vidare",
)
DAY = ("--date", "2025-12-01")


@pytest.mark.parametrize("record", ADDRESSES)
def test_a_record_answers_to_its_names(run: Run, record: str) -> None:
    code, out, err = run("explain", record, *DAY)
    assert (code, err) == (0, "")
    assert out.startswith("exempelbygden/vagen-vidare, 1 december 2025\n")
    assert "forbundswebb:exempelbygden" in out


@pytest.mark.parametrize("who", ["1", "insatsledare", "Tova Lindeby", "lindeby, tova", "+46 31 390 06 15"])
def test_a_person_answers_to_number_role_name_and_address(run: Run, who: str) -> None:
    _, out, _ = run("explain", ADDRESSES[0], "--person", who, "--channel", "portal", *DAY)
    told = "Offentligt till och med 28 februari 2026: namn (rad 52), roll (rad 53) och e-post"
    assert told in " ".join(out.split())
    assert "Avsnitt" not in out
    assert "Tova" not in out


def test_json(run: Run) -> None:
    _, out, _ = run("explain", ADDRESSES[0], "--format", "json", *DAY)
    data = json.loads(out)
    assert [one["kanal"] for one in data["kanaler"]][:2] == ["portal", "forbundswebb:exempelbygden"]
    names = [row for row in data["kanaler"][0]["uppgifter"] if row["fält"] == "personer.namn"]
    assert names[0]["offentlig"] is True
    assert names[0]["person"] == {"nummer": 1, "roll": "insatsledare"}
    assert data["regler"]["samtycke"].endswith(".")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("exempelbygden/vagen-vidar",), "Menade du exempelbygden/vagen-vidare?"),
        (("xyzzy",), "Skriv förbund/namn eller filens namn."),
        ((ADDRESSES[0], "--person", "Gustav Ryberg"), "Ingen person i posten svarar mot det."),
        ((ADDRESSES[0], "--channel", "forbundswebb:okant"), "Förbundet okant finns inte"),
        ((), "Det saknas något: POST."),
    ],
)
def test_wrong_use(run: Run, arguments: tuple[str, ...], says: str) -> None:
    code, out, err = run("explain", *arguments)
    assert (code, out) == (2, "")
    assert says in err


def test_a_broken_record_is_to_be_mended_first(run: Run, place: Place) -> None:
    place.edit("läge: publicera", "läge: okänt")
    code, out, err = run("explain", ADDRESSES[0])
    assert (code, out) == (1, "")
    assert "vagen-vidare.yml:9:21" in err
    assert "1 fel och 0 varningar. Rätta först det." in err
    code, out, err = run("explain", ADDRESSES[0], "--format", "json")
    assert (code, err) == (1, "1 fel och 0 varningar. Rätta först det.\n")
    assert json.loads(out) == json.loads(run("check", "--format", "json")[1])
    code, out, err = run("explain", "exempelbygden/vagen-framat")
    assert code == 0
    assert "1 fel i andra filer stoppar bygget" in err


def test_an_error_in_the_record_is_told_with_the_answer(run: Run, place: Place) -> None:
    place.edit("Syftet är att", "Tova Lindebys syfte är att")
    place.edit("återkallat: 2026-03-01", "återkallat: 2025-11-01")
    code, out, err = run("explain", ADDRESSES[0], *DAY)
    assert code == 1
    assert "[namn-i-text]" in err
    assert "Bygget stoppas av felen." in err
    assert "Avsnitt: Syfte" in out
    assert "lindeby" not in (out + err).casefold()


@pytest.mark.parametrize("asked", [("Gustav Ryberg",), ("Gustav", "Ryberg")])
def test_a_name_that_was_asked_for_is_not_repeated(run: Run, asked: tuple[str, ...]) -> None:
    code, out, err = run("explain", ADDRESSES[0], "--person", *asked)
    assert (code, out) == (2, "")
    assert "ryberg" not in err.casefold()


def test_a_broken_configuration_is_to_be_mended_first(run: Run, place: Place) -> None:
    (place.config / "begrepp" / "roller.yml").unlink()
    code, out, err = run("explain", ADDRESSES[0])
    assert (code, out) == (1, "")
    assert "roller.yml" in err


def test_a_relation_is_judged_by_what_it_leads_to(run: Run, place: Place) -> None:
    def relation() -> str:
        _, out, _ = run("explain", ADDRESSES[0], "--channel", "portal", *DAY)
        public, _, rest = out.partition("Inte offentligt\n")
        link = "Kopplingar till andra insatser ("
        assert (link in public) is not (link in rest)
        return "ja" if link in public else "nej"

    assert relation() == "ja"
    place.edit("läge: publicera", "läge: pausad", "exempelbygden/vagen-framat")
    assert relation() == "nej"
