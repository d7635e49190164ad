"""What git remembers: a renamed file is told the line that leads from its old address; ids stay."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.publish import past, revision
from generator.publish.past import remembered
from generator.publish.preparing import prepare
from generator.publish.revision import ask
from generator.words.channels import PORTAL
from generator.words.findings import has_errors
from tests.publish.test_history import commit, git
from tests.sites import DAY, VAGEN, Place, insats

NEW = "exempelbygden/nya-vagen"
LATER = "2026-05-10T12:00:00Z"


@pytest.fixture
def kept(place: Place) -> Place:
    """The invented register in a repository of its own, committed once."""
    git(place.folder, "init", "--quiet", "--initial-branch=main")
    commit(place, "2026-03-02T12:00:00Z")
    return place


def rename(place: Place, old: str, new: str) -> None:
    place.record(old).rename(place.record(new))


def told(place: Place) -> list[str]:
    """Where and what `insats check` and a build say; a warning stops nothing."""
    prepared = prepare(place.content, place.config, PORTAL, date.fromisoformat(DAY))
    assert not has_errors(prepared.findings), [str(one) for one in prepared.findings]
    found = [one for one in prepared.findings if one.rule == "tidigare-adresser"]
    assert {one.severity for one in found} <= {"varning"}
    return [f"{Path(one.file).name} {one.message} {one.advice}" for one in found]


def warning(*addresses: str, name: str = "nya-vagen", before: str = "") -> str:
    where = " och ".join(f"insatser/{one}/" for one in addresses)
    line = ", ".join((before, *addresses) if before else addresses)
    return (
        f"{name}.yml Insatsen kan ha varit offentlig på {where}, och därifrån leder ingenting hit. "
        f"Skriv i posten: tidigare_adresser: [{line}]"
    )


def test_nothing_has_moved(kept: Place) -> None:
    assert told(kept) == []


@pytest.mark.parametrize("committed", [False, True])
def test_a_renamed_file(kept: Place, *, committed: bool) -> None:
    rename(kept, VAGEN, NEW)
    kept.edit("sammanfattning: En kort text på klarspråk.", "sammanfattning: En annan text.", NEW)
    if committed:
        commit(kept, LATER)
    assert told(kept) == [warning(VAGEN)]


def test_the_line_quiets_it_and_the_page_leads_on(kept: Place) -> None:
    rename(kept, VAGEN, NEW)
    commit(kept, LATER)
    text = kept.record(NEW).read_text("utf-8")
    kept.record(NEW).write_text(f"{text}tidigare_adresser: [{VAGEN}]\n", "utf-8")
    assert told(kept) == []
    built = kept.build()
    assert "url=../nya-vagen/" in built.text(f"insatser/{VAGEN}/index.html")


def test_each_of_two_names_is_told_and_the_line_keeps_what_stands_there(kept: Place) -> None:
    for old, new in ((VAGEN, "exempelbygden/andra"), ("exempelbygden/andra", NEW)):
        rename(kept, old, new)
        commit(kept, LATER)
    assert told(kept) == [warning("exempelbygden/andra", VAGEN)]
    text = kept.record(NEW).read_text("utf-8")
    kept.record(NEW).write_text(f"{text}tidigare_adresser: [{VAGEN}]\n", "utf-8")
    assert told(kept) == [warning("exempelbygden/andra", before=VAGEN)]


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("läge: publicera", "läge: pausad"),
        ("instans: styrelsen", "instans: beredningsgruppen"),
        ("id: exempelbygden-2025-vagen-vidare", "id: exempelbygden-2024-en-annan"),
    ],
    ids=["paused", "not-granted", "another-insats"],
)
def test_what_was_never_public_there_is_not_told(place: Place, now: str, then: str) -> None:
    place.edit(now, then)
    git(place.folder, "init", "--quiet")
    commit(place, LATER)
    rename(place, VAGEN, NEW)
    place.edit(then, now, NEW)
    assert told(place) == []


def test_what_was_public_there_once_is_told(kept: Place) -> None:
    kept.edit("läge: publicera", "läge: pausad")
    commit(kept, LATER)
    rename(kept, VAGEN, NEW)
    assert told(kept) == [warning(VAGEN)]


def test_a_file_that_stands_there_again_is_no_former_one(kept: Place) -> None:
    rename(kept, VAGEN, NEW)
    commit(kept, LATER)
    rename(kept, NEW, VAGEN)
    commit(kept, LATER)
    assert told(kept) == [warning(NEW, name="vagen-vidare")]


def test_outside_git_and_in_a_shallow_clone_nothing_is_told(
    kept: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename(kept, VAGEN, NEW)
    commit(kept, LATER)
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{kept.folder}", "shallow")
    assert told(Place(tmp_path / "shallow")) == []
    monkeypatch.setenv("PATH", "")
    assert told(kept) == []


def test_an_id_may_not_change_and_after_the_commit_it_is_a_warning(kept: Place) -> None:
    kept.edit("id: exempelbygden-2025-vagen-vidare", "id: exempelbygden-2025-annat")

    def found() -> list[str]:
        prepared = prepare(kept.content, kept.config, PORTAL, date.fromisoformat(DAY))
        return [f"{one.rule} {one.severity}" for one in prepared.findings]

    assert found() == ["andrat-id fel"]
    commit(kept, LATER)
    assert found() == ["andrat-id varning"]
    kept.edit("id: exempelbygden-2025-annat", "id: exempelbygden-2025-vagen-vidare")
    assert found() == []


def test_what_is_not_committed_is_compared_with_what_is(kept: Place) -> None:
    kept.edit("villkor: exempelbygden-2024", "villkor: exempelbygden-2018")
    assert [(one.address, one.committed, one.gone) for one in remembered(kept.content).versions] == [
        (VAGEN, True, False)
    ]
    commit(kept, LATER)
    found = remembered(kept.content).versions
    assert [(one.committed, one.stands) for one in found] == [(False, False), (True, True)]


def test_git_is_asked_as_often_for_one_record_as_for_many(
    kept: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, ...]] = []

    def counted(folder: Path, *arguments: str, said: bytes = b"") -> bytes | None:
        asked.append(arguments)
        return ask(folder, *arguments, said=said)

    monkeypatch.setattr(past, "ask", counted)
    monkeypatch.setattr(revision, "ask", counted)
    for number in range(3):
        kept.edit("En kort text", f"En kort text, {number}", VAGEN)
        commit(kept, f"2026-05-1{number}T12:00:00Z")
        kept.edit(f"En kort text, {number}", "En kort text", VAGEN)
        asked.clear()
        assert remembered(kept.content).versions
        assert [arguments[0] for arguments in asked] == ["rev-parse", "ls-tree", "log", "cat-file"]


def test_check_says_it(kept: Place) -> None:
    rename(kept, VAGEN, NEW)
    done = insats("check", cwd=kept.folder)
    assert done.returncode == 0
    assert "nya-vagen.yml:1:5" in done.stdout
    assert f"tidigare_adresser: [{VAGEN}]" in done.stdout
