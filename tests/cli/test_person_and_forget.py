"""`insats consents --person` and `--forget`: how a person is asked for, what is printed, exit codes."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.test_commands import Run, run
from tests.publish.test_history import commit, git
from tests.sites import Place, files

__all__ = ["run"]  # the fixture

DAY = ("--date", "2026-01-10")
TOVA = "Tova Lindeby"
VALUES = ("tova", "lindeby", "390 06 15", "mejl 2025-06-18")
SPELLINGS = (TOVA, "lindeby, TOVA", "Tova.Lindeby@hudiksvall.example", "+46 31 390 06 15")


def told(*texts: str) -> list[str]:
    """The values of the person that stand in what was printed."""
    return [value for value in VALUES if value in "".join(texts).casefold()]


@pytest.mark.parametrize("who", SPELLINGS)
def test_a_persons_data_with_their_places_and_grounds(run: Run, who: str) -> None:
    code, out, err = run("consents", "--person", who, *DAY)
    assert (code, err) == (0, "")
    assert out.startswith("Uppgifter om en person i registret, 10 januari 2026\n")
    assert "E-post: tova.lindeby@hudiksvall.example (rad 55)" in out
    assert "portal: offentlig till och med 28 februari 2026. Personen har samtyckt. [samtycke, rad 58]" in out
    assert "källa: mejl 2025-06-18" in out
    assert "Klausulen i villkoren exempelbygden-2024" in out


def test_json(run: Run) -> None:
    code, out, err = run("consents", "--person", TOVA, "--format", "json", *DAY)
    assert (code, err) == (0, "")
    (one,) = json.loads(out)["personer"]
    channels = one["poster"][0]["uppgifter"][1]["kanaler"]
    assert channels[0] == channels[0] | {"kanal": "portal", "offentlig": True, "grundens_rad": 58}


@pytest.mark.parametrize("who", ["Maja Ek", "Tova", "ingen@exempelbygden.example", "08-465 004 99", ""])
def test_nobody(run: Run, who: str) -> None:
    code, out, err = run("consents", "--person", who)
    assert (code, err) == (1, "")
    assert out.startswith("Registret har inget om den personen.")
    code, out, _ = run("consents", "--forget", who)
    assert code == 1
    assert out.startswith(
        "Ingen post har den personen i sin lista. Inget är ändrat.\nSkriv för- och efternamn"
    )


def test_a_first_name_alone_is_not_searched_for(run: Run) -> None:
    _, out, _ = run("consents", "--forget", "Tova")
    assert len(out.splitlines()) == 2


def test_nobody_but_somebody_near(run: Run) -> None:
    code, out, _ = run("consents", "--person", "Tova Lindby")
    assert code == 1
    assert "vagen-vidare.yml:52" in out
    assert "Möjligen samma person" in out


def test_nobody_in_a_list_but_named_in_a_text(run: Run, place: Place) -> None:
    place.edit("En arbetsgrupp möts varje vecka.", "Maja Ek leder.")
    code, out, _ = run("consents", "--person", "Maja Ek")
    assert code == 0
    assert "Ingen post har personen i sin lista." in out
    assert "beskrivning.organisation, offentlig: portal, forbundswebb:exempelbygden, sociala-medier" in out


def test_a_name_of_ordinary_words_is_nobodys(run: Run, place: Place) -> None:
    git(place.folder, "init", "--quiet", "--initial-branch=main")
    place.edit("En arbetsgrupp möts varje vecka.", "Ingen möts. Det kostar ingen alls något. Alls ingen.")
    place.edit("samverkansparter:\n", "samverkansparter:   # Ingen vet\n")
    commit(place, "2026-03-02T12:00:00Z")
    file = "content/insatser/exempelbygden/vagen-vidare.yml"
    for who in ("Ingen Alls", "Alls, Ingen"):
        code, out, err = run("consents", "--person", who)
        assert (code, err) == (1, "")
        assert out.startswith("Registret har inget om den personen.")
        assert f"Möjligen samma person\n  {file}:" in out
        data = json.loads(run("consents", "--person", who, "--format", "json")[1])
        assert data["personer"] == []
        assert {"fil": file, "rad": 36} in data["möjligen_samma_person"]
        data = json.loads(run("consents", "--forget", who, "--dry-run", "--format", "json")[1])
        assert data["historik"] == []
        assert {one["säkert"] for one in data["nämnd"]} == {False}


def test_where_a_text_that_names_the_person_is_public(run: Run, place: Place) -> None:
    place.edit("En arbetsgrupp möts varje vecka.", "Tova Lindeby leder.")
    place.edit("samverkansparter:\n", "samverkansparter:   # Tova Lindeby frågar\n")
    place.edit("källa: {dokument: Ansökan samverkansmedel,", "källa: {oplacerat: Tova Lindeby,")
    _, out, _ = run("consents", "--person", TOVA, "--format", "json", *DAY)
    told = {one["fält"]: one["offentlig_i"] for one in json.loads(out)["personer"][0]["nämnd"]}
    everywhere = ["portal", "forbundswebb:exempelbygden", "sociala-medier", "öppna-data"]
    assert told == {
        "beskrivning.organisation": everywhere,
        "kommentar i filen": None,
        "källa.oplacerat": [],
    }
    assert "källa.oplacerat, visas inte\n" in run("consents", "--person", TOVA, *DAY)[1]


def test_forget(run: Run, place: Place) -> None:
    before = files(place.folder)
    code, planned, err = run("consents", "--forget", "lindeby, tova", "--dry-run")
    assert (code, err) == (0, "")
    assert files(place.folder) == before
    code, done, err = run("consents", "--forget", "lindeby, tova")
    assert (code, err) == (0, "")
    assert planned.partition("\n")[2] == done.partition("\n")[2]
    assert "insats build --channel portal" in done
    assert not told(planned, done)
    assert not told(*(data.decode("utf-8", "replace") for data in files(place.content).values()))


def test_forget_as_json(run: Run, place: Place) -> None:
    git(place.folder, "init", "--quiet", "--initial-branch=main")
    commit(place, "2026-03-02T12:00:00Z")
    place.edit("En arbetsgrupp möts varje vecka.", "Tova Lindeby leder.")
    asked = ("consents", "--forget", TOVA, "--format", "json")
    code, planned, err = run(*asked, "--dry-run")
    assert (code, err) == (1, "")
    code, done, err = run(*asked)
    assert (code, err) == (1, "")
    assert json.loads(planned) | {"ändrat": True} == json.loads(done)
    file = "content/insatser/exempelbygden/vagen-vidare.yml"
    data = json.loads(done)
    assert data["borttaget"] == [
        {
            "fil": file,
            "rad": 52,
            "nummer": 1,
            "roll": "insatsledare",
            "nycklar": ["namn", "roll", "organisation", "e-post", "telefon", "samtycke", "återkallat"],
        }
    ]
    assert data["nämnd"] == [{"fil": file, "rad": 36, "fält": "beskrivning.organisation", "säkert": True}]
    assert [(row["dag"], row["fil"]) for row in data["historik"]] == [("2026-03-02", file)]
    assert (data["sökt"], data["historiken_är_hel"], data["möjligen_samma_person"]) == (True, True, [])
    assert not told(planned, done)
    assert json.loads(run(*asked[:2], "Maja Ek", *asked[3:])[1])["ändrat"] is False


def test_forget_when_something_is_left(run: Run, place: Place) -> None:
    place.edit("En arbetsgrupp möts varje vecka.", "Tova Lindeby leder.")
    code, out, err = run("consents", "--forget", TOVA)
    assert code == 1
    assert "vagen-vidare.yml:36  beskrivning.organisation" in out
    assert not told(out, err)


def test_forget_tells_what_git_keeps(run: Run, place: Place) -> None:
    git(place.folder, "init", "--quiet", "--initial-branch=main")
    commit(place, "2026-03-02T12:00:00Z")
    code, out, _ = run("consents", "--forget", TOVA)
    assert code == 0
    assert "2026-03-02  content/insatser/exempelbygden/vagen-vidare.yml" in out
    assert not told(out)


def test_two_of_a_name(run: Run, place: Place) -> None:
    with place.record("exempelbygden/vagen-framat").open("a", encoding="utf-8") as file:
        file.write("personer: [{namn: Tova Lindeby, roll: gäst, e-post: tova@annan.example}]\n")
    before = files(place.folder)
    code, out, _ = run("consents", "--person", TOVA)
    assert code == 0
    assert "2 olika personer" in out
    code, out, err = run("consents", "--forget", TOVA)
    assert (code, out) == (2, "")
    assert "Skriv e-postadressen eller telefonnumret i stället." in err
    assert not told(err)
    assert files(place.folder) == before


def test_a_broken_record_stops_forget_and_is_left_out_of_the_answer(run: Run, place: Place) -> None:
    place.edit("id: exempelbygden-2022", "id: [exempelbygden-2022", "exempelbygden/vagen-framat")
    before = files(place.folder)
    code, out, err = run("consents", "--forget", TOVA)
    assert (code, out) == (1, "")
    assert "vagen-framat.yml" in err
    assert "Inget är ändrat." in err
    code, out, err = run("consents", "--forget", TOVA, "--format", "json")
    assert (code, err) == (1, "1 fel och 0 varningar. Inget är ändrat.\n")
    assert "vagen-framat.yml" in json.loads(out)["anmärkningar"][0]["fil"]
    assert files(place.folder) == before
    code, out, err = run("consents", "--person", TOVA)
    assert code == 0
    assert "De filer som har fel är inte med i svaret." in err


def test_a_broken_configuration_is_to_be_mended_first(run: Run, place: Place) -> None:
    (place.config / "begrepp" / "roller.yml").unlink()
    code, out, err = run("consents", "--person", TOVA)
    assert (code, out) == (1, "")
    assert "roller.yml" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--person", TOVA, "--format", "csv"),
        ("--person", TOVA, "--format", "ics"),
        ("--forget", TOVA, "--format", "csv"),
        ("--person", TOVA, "--forget", TOVA),
        ("--person", TOVA, "--dry-run"),
        ("--dry-run",),
        ("--person", TOVA, "--channel", "portal"),
        ("--person", TOVA, "--expiring", "90d"),
        ("--forget", TOVA, "--out", "svar.txt"),
        ("--forget",),
    ],
)
def test_wrong_use(run: Run, arguments: tuple[str, ...]) -> None:
    code, out, err = run("consents", *arguments)
    assert (code, out) == (2, "")
    assert not told(err)


def test_a_file_that_cannot_be_written(run: Run, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(place.folder)

    def failing(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "replace", failing)
    code, out, err = run("consents", "--forget", TOVA)
    assert (code, out) == (1, "")
    assert "gick inte att läsa eller skriva" in err
    out = run("consents", "--forget", TOVA, "--format", "json")[1]
    assert "Inget är ändrat." in json.loads(out)["fel"]
    assert files(place.folder) == before


@pytest.mark.parametrize("option", ["--person", "--forget"])
def test_a_crash_says_no_value(run: Run, place: Place, monkeypatch: pytest.MonkeyPatch, option: str) -> None:
    def crash(*_: object) -> None:
        raise RuntimeError(place.record().read_text("utf-8"))

    before = files(place.folder)
    for module in ("holding", "forgetting"):
        monkeypatch.setattr(f"generator.publish.{module}.recall", crash)
    code, out, err = run("consents", option, TOVA)
    assert (code, out) == (1, "")
    assert "RuntimeError" in err
    assert not told(err)
    assert files(place.folder) == before
