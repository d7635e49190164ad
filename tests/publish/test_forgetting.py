"""A person taken out of every record: all files or none, and nothing left in what is built afterwards."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.answers.person.forgotten_text import as_text
from generator.publish.forgetting import ForgetAnswer, SeveralPersonsError, forget
from generator.words.findings import has_errors
from tests.publish.test_history import commit, git, kept
from tests.sites import VAGEN, Place, files, mentions, readable

__all__ = ["kept"]  # the fixture

FRAMAT = "exempelbygden/vagen-framat"
VALUES = ("Tova", "Lindeby", "tova.lindeby@", "031-390 06 15", "390 06 15", "0313900615", "mejl 2025-06-18")
SECOND = """\
personer:
  - {namn: "Lindeby, Tova", roll: kontaktperson, e-post: tova.lindeby@hudiksvall.example}
  - {namn: Gustav Ryberg, roll: arbetsgrupp}
"""


@pytest.fixture
def twice(place: Place) -> Place:
    """Tova in two records; in the other one beside Gustav Ryberg."""
    with place.record(FRAMAT).open("a", encoding="utf-8") as file:
        file.write(SECOND)
    return place


def run(place: Place, asked: str = "Tova Lindeby", *, write: bool = True) -> ForgetAnswer:
    return forget(place.content, place.config, asked, write=write)


def said(answer: ForgetAnswer) -> str:
    assert answer.forgotten is not None, answer.findings
    text = as_text(answer.forgotten)
    assert not [value for value in VALUES if value.casefold() in text.casefold()]
    return text


def test_out_of_every_record_and_nothing_else(twice: Place) -> None:
    before = files(twice.content)
    answer = run(twice)
    text = said(answer)
    assert f"{VAGEN}.yml:52  person 1, insatsledare: namn, roll, organisation, e-post, telefon" in text
    assert f"{FRAMAT}.yml:" in text
    assert "Ingen text, sida eller fil i arbetsmappen nämner personen" in text
    after = files(twice.content)
    assert {name for name in before if before[name] != after[name]} == {
        f"insatser/{VAGEN}.yml",
        f"insatser/{FRAMAT}.yml",
    }
    assert after.keys() == before.keys()
    assert "personer:\n  - {namn: Gustav Ryberg, roll: arbetsgrupp}\n" in twice.record(FRAMAT).read_text(
        "utf-8"
    )
    assert b"personer" not in after[f"insatser/{VAGEN}.yml"]


def test_the_next_builds_have_nothing_of_the_person(place: Place) -> None:
    outs = {"portal": "site", "forbundswebb:exempelbygden": "egen"}
    for channel, out in outs.items():
        assert mentions(place.build(channel, day="2026-01-10", out=out).texts, "Tova Lindeby")
    with place.record(FRAMAT).open("a", encoding="utf-8") as file:
        file.write(SECOND)
    run(place)
    for channel, out in outs.items():
        built = place.build(channel, day="2026-01-10", out=out)
        assert not has_errors(built.findings)
        assert built.texts
    for folder in (path for path in place.folder.iterdir() if path != place.content):
        texts = readable(folder)
        assert not [value for value in VALUES if mentions(texts, value)]


def test_a_dry_run_says_the_same_and_writes_nothing(twice: Place) -> None:
    before = files(twice.folder)
    planned = said(run(twice, write=False))
    assert files(twice.folder) == before
    done = said(run(twice))
    assert planned.startswith("Det här skulle tas ur registret. Inget är ändrat.\n")
    assert done.startswith("Taget ur registret\n")
    assert planned.partition("\n")[2] == done.partition("\n")[2]


def test_what_a_human_must_mend(twice: Place) -> None:
    twice.edit("En arbetsgrupp möts varje vecka.", "Tova Lindeby leder.\n    Alla möts.")
    twice.edit("personer:\n  - namn", "personer:   # Tova Lindeby slutar\n  - namn")
    twice.edit("roll: arbetsgrupp", "roll: arbetsgrupp, titel: Tova Lindebys kollega", FRAMAT)
    (twice.content / "medier").mkdir()
    (twice.content / "medier" / "tova-lindeby.png").write_bytes(b"x")
    page = twice.content / "sidor" / "om.md"
    page.write_text(page.read_text("utf-8") + "\nFråga Tova Lindeby.\n", "utf-8")
    (page.parent / "exempelbygden").mkdir()
    (page.parent / "exempelbygden" / "kontakt.md").write_text("Fråga Tova Lindeby.\n", "utf-8")
    answer = run(twice, write=False)
    assert answer.forgotten is not None
    said(answer)
    found = [(Path(one.file).name, one.field) for one in answer.forgotten.mentions]
    assert found == [
        ("vagen-framat.yml", "personer[0].titel"),
        ("vagen-vidare.yml", "beskrivning.organisation"),
        ("….png", "filens namn"),
        ("kontakt.md", "sidans text"),
        ("om.md", "sidans text"),
    ]


def test_asked_again_it_says_what_is_still_left(twice: Place) -> None:
    twice.edit("En arbetsgrupp möts varje vecka.", "Tova Lindeby leder.")
    run(twice)
    again = run(twice, "lindeby, tova")
    assert said(again).startswith("Ingen post har den personen i sin lista.")
    assert again.forgotten is not None
    assert [one.field for one in again.forgotten.mentions] == ["beskrivning.organisation"]
    assert again.forgotten.taken == ()


def test_history_is_told(kept: Place) -> None:
    text = said(run(kept))
    assert "2026-03-02  content/insatser/exempelbygden/vagen-vidare.yml" in text
    assert "git checkout --orphan" in text
    assert "git filter-repo" in text
    commit(kept, "2026-04-02T12:00:00Z")
    kept.edit("Egen motivation.", "Motivation.")
    commit(kept, "2026-05-02T12:00:00Z")
    assert "2026-05-02" not in said(run(kept))


def test_a_long_history_is_cut(kept: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    for old, new in (("Egen", "Stark"), ("Stark", "Ny")):
        kept.edit(f"{old} motivation.", f"{new} motivation.")
        commit(kept, "2026-04-02T12:00:00Z")
    monkeypatch.setattr("generator.answers.person.forgotten_text._MOST_ROWS", 1)
    assert "och 2 rader till" in said(run(kept, write=False))


def test_without_history_it_says_so(place: Place) -> None:
    assert "Versionshistorik (git) finns inte här." in said(run(place))


def test_a_role_that_is_none_is_not_printed(place: Place) -> None:
    place.edit("roll: insatsledare ", "roll: Tova Lindeby ")
    assert "person 1, okänd roll" in said(run(place, write=False))


@pytest.mark.parametrize(
    ("old", "new"),
    [("läge: publicera", "läge: okänt"), ("id: exempelbygden-2025", "id: [exempelbygden-2025")],
)
def test_a_broken_record_anywhere_stops_it(twice: Place, old: str, new: str) -> None:
    twice.edit(old, new)
    before = files(twice.folder)
    answer = run(twice)
    assert answer.forgotten is None
    assert [Path(finding.file).name for finding in answer.findings][:1] == ["vagen-vidare.yml"]
    assert files(twice.folder) == before


def test_a_record_that_cannot_be_edited_alone_stops_all(twice: Place) -> None:
    # For the register the same text; for YAML 1.2, which writes this, another kind of value.
    twice.edit("- {namn: Gustav", "- \n  - {namn: Gustav", FRAMAT)
    before = files(twice.folder)
    answer = run(twice)
    assert answer.forgotten is None
    assert before == files(twice.folder)
    assert answer.findings
    assert not [f for f in answer.findings if any(value in str(f) for value in VALUES)]


def test_two_of_a_name_are_not_taken_for_one(twice: Place) -> None:
    twice.edit("e-post: tova.lindeby@hudiksvall.example}", "e-post: tova@annan.example}", FRAMAT)
    before = files(twice.folder)
    with pytest.raises(SeveralPersonsError) as caught:
        run(twice)
    assert len(caught.value.places) == 2
    assert files(twice.folder) == before
    answer = run(twice, "tova@annan.example")
    assert answer.forgotten is not None
    assert [Path(one.file).name for one in answer.forgotten.taken] == ["vagen-framat.yml"]
    assert len(answer.forgotten.possible) == 1


def test_who_may_be_the_same_is_told_where_they_stand_now(twice: Place) -> None:
    twice.edit("namn: Gustav Ryberg", "namn: Tova Lindebo", FRAMAT)
    answer = run(twice)
    assert answer.forgotten is not None
    ((file, line),) = answer.forgotten.possible
    assert "Tova Lindebo" in Path(file).read_text("utf-8").splitlines()[line - 1]
    assert answer.forgotten.mentions == ()


def test_who_is_hidden_by_anothers_no_is_not_uncovered(place: Place) -> None:
    """For the gate one name in the other is one person; here they may be two."""
    place.edit("handlingar:\n", "  - {namn: Tova Maria Lindeby, roll: insatsledare}\nhandlingar:\n")
    before = files(place.folder)
    answer = run(place)
    assert files(place.folder) == before
    (finding,) = answer.findings
    assert (finding.rule, finding.position.line) == ("glom-person", 60)
    assert not [value for value in VALUES if value in str(finding)]
    place.edit(
        "Maria Lindeby, roll: insatsledare}", "Maria Lindeby, roll: insatsledare, återkallat: 2026-03-01}"
    )
    assert not run(place).findings
    assert not mentions(place.build("forbundswebb:exempelbygden", day="2026-03-02").texts, "Lindeby")


def test_the_files_mode_stays(place: Place) -> None:
    place.record().chmod(0o640)
    run(place)
    assert place.record().stat().st_mode & 0o7777 == 0o640


@pytest.mark.parametrize("at", [1, 2])
def test_a_write_that_fails_leaves_all_files_as_they_were(
    twice: Place, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    before = files(twice.folder)
    replace, done = Path.replace, []

    def failing(self: Path, target: Path) -> Path:
        done.append(target)
        if len(done) == at:
            raise OSError(28, "full")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(OSError, match="full"):
        run(twice)
    assert files(twice.folder) == before


def test_a_disk_that_is_full_leaves_all_files_as_they_were(
    twice: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(twice.folder)
    sync, done = os.fsync, []

    def failing(handle: int) -> None:
        done.append(handle)
        if len(done) == 2:
            raise OSError(28, "full")
        sync(handle)

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(OSError, match="full"):
        run(twice)
    assert files(twice.folder) == before


@pytest.mark.parametrize("replaced", [0, 1])
def test_a_run_that_was_killed_is_run_again(twice: Place, replaced: int) -> None:
    """Killed after so many files; Gustav's data stand in what it left beside them."""
    twice.edit("namn: Tova Lindeby", "titel: samordnare")
    replace = Path.replace
    done: list[Path] = []

    def dying(self: Path, target: Path) -> Path:
        if len(done) == replaced:
            os._exit(9)
        done.append(target)
        return replace(self, target)

    child = os.fork()
    if child == 0:
        try:
            # Only in the child, which dies of it.
            Path.replace = dying  # type: ignore[assignment, method-assign]
            run(twice)
        finally:
            os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert [path for path in twice.content.rglob(".*.insats-*") if b"Ryberg" in path.read_bytes()] or replaced
    assert sum(b"tova.lindeby" in data for data in files(twice.content).values()) == 2 - replaced
    text = said(run(twice))
    assert text.startswith("Taget ur registret\n")
    left = files(twice.content)
    assert not [name for name, data in left.items() if b"tova" in data.lower() or ".insats-" in name]


def recipes(text: str) -> list[list[list[str]]]:
    """The printed commands, a list for each of the two ways."""
    lines = [line.strip().split(" ", 1) for line in text.splitlines() if line.startswith("    ")]
    commands = [shlex.split(" ".join(line)) for line in lines if line[0] in ("git", "cd")]
    second = next(number for number, command in enumerate(commands) if "clone" in command)
    return [commands[:second], commands[second:]]


def objects(repository: Path) -> bytes:
    """Every object that the repository holds."""
    asked = ["git", "-C", str(repository), "cat-file", "--batch-all-objects", "--batch"]
    return subprocess.run(asked, check=True, capture_output=True).stdout


def test_the_printed_way_publishes_without_history(kept: Place, tmp_path: Path) -> None:
    (kept.folder / "anteckning.txt").write_text("Tova Lindeby slutar.")
    commit(kept, "2026-03-03T12:00:00Z")
    (kept.folder / "anteckning.txt").unlink()
    (orphan, rewritten) = recipes(said(run(kept)))
    new = tmp_path / "nytt.git"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", str(new))
    assert [command[:2] for command in orphan] == [
        ["git", "checkout"], ["git", "add"], ["git", "commit"], ["git", "push"],
    ]  # fmt: skip
    for _, *command in orphan:
        git(kept.folder, *(str(new) if part == "NYTT-FÖRRÅD" else part for part in command))
    assert b"Lindeby" in objects(kept.folder)
    assert [value for value in VALUES if value.encode() in objects(new)] == []
    git(tmp_path, "clone", "--quiet", str(new), "klon")
    assert files(tmp_path / "klon/content") == files(kept.content)
    assert "git filter-repo" in " ".join(rewritten[2])


def test_line_breaks_of_another_system_stay(place: Place) -> None:
    data = place.record().read_bytes().replace(b"\n", b"\r\n")
    place.record().write_bytes(data)
    run(place)
    left = place.record().read_bytes()
    assert left.count(b"\r\n") == left.count(b"\n") == data.count(b"\n") - 9


def test_a_register_in_a_folder_of_another_name(twice: Place, tmp_path: Path) -> None:
    shutil.copytree(twice.folder, tmp_path / "annat")
    other = Place(tmp_path / "annat")
    run(other)
    assert files(twice.content) != files(other.content)
