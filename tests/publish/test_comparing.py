"""The working tree against a revision: read from git's objects, judged by today's gate, both on one day."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.answers.difference.rows import GONE, PUBLIC, Change
from generator.publish.build import UnknownForbundError
from generator.publish.comparing import Compared, compare
from generator.publish.revision import RevisionError, read_revision
from generator.words.channels import Channel, parse_channel
from tests.sites import VAGEN, Place, digests

DAY = date(2025, 12, 1)
FRAMAT = "exempelbygden/vagen-framat"


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


def commit(place: Place, tag: str) -> None:
    git(place.folder, "add", "-A")
    git(place.folder, "commit", "-q", "--allow-empty", "-m", tag)
    git(place.folder, "tag", tag)


@pytest.fixture
def kept(place: Place) -> Place:
    """The invented register, committed and tagged `före`."""
    git(place.folder, "init", "-q")
    commit(place, "före")
    return place


def against(place: Place, revision: str = "före", channel: str | None = None, day: date = DAY) -> Compared:
    parsed: Channel | None = parse_channel(channel) if channel is not None else None
    return compare(place.content, place.config, revision, parsed, day)


def changes(place: Place, revision: str = "före", channel: str | None = None) -> tuple[Change, ...]:
    found = against(place, revision, channel).difference
    assert found is not None
    return found.changes


def rows(place: Place, channel: str | None = "portal") -> set[tuple[str, str, str]]:
    return {(row.kind, row.insats, row.field) for row in changes(place, channel=channel)}


def test_nothing_has_changed(kept: Place) -> None:
    before = digests(kept.folder)
    compared = against(kept)
    assert compared.difference is not None
    assert (compared.difference.changes, compared.difference.notes, compared.findings) == ((), (), ())
    assert compared.difference.channels == (
        "portal", "forbundswebb:exempelbygden", "sociala-medier", "öppna-data",
    )  # fmt: skip
    assert digests(kept.folder) == before


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "läge: publicera",
            "läge: pausad",
            {(GONE, VAGEN, ""), (GONE, VAGEN, "personer")},
        ),
        ("belopp: 3200000", "belopp: 3300000", {("ändras", VAGEN, "beslut.belopp")}),
        ("Egen motivation.", "Egen vilja.", {("ändras", VAGEN, "hänvisning.krav")}),
        ("gäller: [namn, e-post]", "gäller: [namn]", {(GONE, VAGEN, "personer.e-post")}),
        ("2026-03-01 ", "2025-11-30 ", {(GONE, VAGEN, "personer.namn")}),
        (
            "[beskrivning.bakgrund]",
            "[beskrivning.syfte]",
            {(PUBLIC, VAGEN, "beskrivning.bakgrund")},
        ),
    ],
)
def test_what_an_edit_changes(kept: Place, old: str, new: str, expected: set[tuple[str, str, str]]) -> None:
    kept.edit(old, new)
    assert rows(kept) >= expected


def test_a_new_record_a_deleted_one_and_a_moved_one(kept: Place) -> None:
    kept.record(FRAMAT).unlink()
    assert ("försvinner", FRAMAT, "") in rows(kept)
    commit(kept, "utan")
    git(kept.folder, "checkout", "-q", "före", "--", "content")
    (row,) = [row for row in changes(kept, "utan", "portal") if row.insats == FRAMAT and not row.field]
    assert row.kind == "blir offentligt"
    assert "Vägen framåt" in row.text
    kept.record(FRAMAT).rename(kept.record("exempelbygden/ny-vag"))
    (moved,) = [row for row in changes(kept, channel="portal") if row.insats == "exempelbygden/ny-vag"]
    assert "byter adress" in moved.text


def test_a_changed_clause_opens_data_without_an_edit_of_any_record(kept: Place) -> None:
    terms = kept.config / "villkor/exempelbygden-2024.yml"
    text = terms.read_text("utf-8")
    terms.write_text(text.replace("kanaler: [förbundswebb]", "kanaler: [förbundswebb, portal]"), "utf-8")
    opened = [row for row in changes(kept) if row.kind == "blir offentligt"]
    assert {(row.field, row.channels, row.terms) for row in opened} == {
        ("personer.telefon", ("portal",), "exempelbygden-2024")
    }
    assert opened[0].line > 1


def test_a_withdrawn_relation_target_is_told_in_the_record_that_names_it(kept: Place) -> None:
    kept.edit("läge: publicera", "läge: pausad", FRAMAT)
    assert [kind for kind, insats, field in rows(kept) if (insats, field[:10]) == (VAGEN, "relationer")]


def test_pages_written_by_hand_and_media(kept: Place) -> None:
    pages = kept.content / "sidor"
    (pages / "om.md").write_text((pages / "om.md").read_text("utf-8") + "\nMer.\n", "utf-8")
    (kept.content / "medier").mkdir()
    (kept.content / "medier/karta.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    found = {(row.kind, row.insats, row.channels) for row in changes(kept)}
    sites = ("portal", "forbundswebb:exempelbygden")
    assert found == {("ändras", "sidor/om.md", sites), ("blir offentligt", "medier/karta.png", sites)}
    assert changes(kept, channel="öppna-data") == ()


def test_errors_in_the_working_tree_are_told_and_the_rest_compared(kept: Place) -> None:
    kept.edit("belopp: 3200000", "belopp: mycket")
    kept.edit("belopp: 400000", "belopp: 500000", FRAMAT)
    compared = against(kept)
    assert compared.difference is not None
    assert [finding.rule for finding in compared.findings] == ["varde-fel-form"]
    assert any("Bygget stoppas" in note for note in compared.difference.notes)
    assert {row.insats for row in compared.difference.changes} == {VAGEN, FRAMAT}


def test_a_name_in_a_text_is_an_error_and_hides_the_title(kept: Place) -> None:
    kept.edit("2026-03-01 ", "2025-11-30 ")
    kept.edit("namn: Vägen vidare", "namn: Tova Lindebys väg")
    compared = against(kept, "före", "portal")
    assert compared.difference is not None
    assert {finding.rule for finding in compared.findings} == {"namn-i-text"}
    assert "Lindeby" not in repr(compared)


def test_a_broken_configuration_leaves_nothing_to_compare(kept: Place) -> None:
    (kept.config / "begrepp/roller.yml").unlink()
    compared = against(kept)
    assert compared.difference is None
    assert compared.findings


def breaks_record(place: Place) -> None:
    place.edit("belopp: 3200000", "belopp: mycket")


def breaks_configuration(place: Place) -> None:
    (place.config / "begrepp/roller.yml").unlink()


@pytest.mark.parametrize(
    ("breaks", "note", "public"),
    [
        (breaks_record, "1 fel i trasig", {VAGEN}),
        (breaks_configuration, "Inställningarna i trasig går inte att läsa", {VAGEN, FRAMAT}),
    ],
)
def test_what_cannot_be_read_in_the_revision_was_not_public(
    kept: Place, breaks: Callable[[Place], None], note: str, public: set[str]
) -> None:
    breaks(kept)
    commit(kept, "trasig")
    git(kept.folder, "checkout", "-q", "före", "--", ".")
    compared = against(kept, "trasig", "portal")
    assert compared.difference is not None
    assert compared.findings == ()
    assert any(one.startswith(note) for one in compared.difference.notes)
    assert {r.insats for r in compared.difference.changes if r.kind == "blir offentligt"} == public


def test_an_older_list_of_rules_is_no_hindrance(kept: Place) -> None:
    site = kept.config / "site.yml"
    site.write_text(site.read_text("utf-8").replace("  - aldrig\n", ""), "utf-8")
    commit(kept, "äldre")
    git(kept.folder, "checkout", "-q", "före", "--", ".")
    assert changes(kept, "äldre") == ()


def test_a_folder_that_did_not_exist(place: Place) -> None:
    git(place.folder, "init", "-q")
    (place.folder / "README").write_text("x", "utf-8")
    git(place.folder, "add", "README")
    git(place.folder, "commit", "-q", "-m", "tomt")
    compared = against(place, "HEAD", "portal")
    assert compared.difference is not None
    assert len(compared.difference.notes) == 2
    assert {r.insats for r in compared.difference.changes if not r.field} >= {VAGEN, FRAMAT}


def test_links_in_a_revision_are_not_followed(kept: Place) -> None:
    kept.record(FRAMAT).unlink()
    kept.record(FRAMAT).symlink_to(kept.record())
    commit(kept, "länk")
    stored = read_revision(kept.content, "länk")
    assert (stored / "insatser" / f"{FRAMAT}.yml").is_symlink()
    git(kept.folder, "checkout", "-q", "före", "--", ".")
    compared = against(kept, "länk", "portal")
    assert compared.difference is not None
    assert any("1 fel i länk" in note for note in compared.difference.notes)


@pytest.mark.parametrize("revision", ["finns-inte", "--help", "", "HEAD:content", "före^{tree}"])
def test_a_revision_that_is_no_commit(kept: Place, revision: str) -> None:
    with pytest.raises(RevisionError, match="Versionen finns inte"):
        against(kept, revision)


def test_outside_a_repository_and_an_unknown_forbund(place: Place, tmp_path: Path) -> None:
    with pytest.raises(RevisionError, match="git-förråd"):
        against(place)
    with pytest.raises(RevisionError, match="finns inte"):
        read_revision(tmp_path / "borta", "HEAD")
    git(place.folder, "init", "-q")
    commit(place, "före")
    with pytest.raises(UnknownForbundError):
        against(place, channel="forbundswebb:okant")


def test_without_git(kept: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(RevisionError, match="Installera git"):
        against(kept)
