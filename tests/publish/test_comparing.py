"""The working tree against a revision: read from git's objects, judged by today's gate, both on one day."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.answers.difference.rows import GONE, PUBLIC, Change
from generator.publish.comparing import Compared, compare
from generator.publish.preparing import UnknownForbundError
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


def test_a_page_of_one_forbunds_own_web_is_told_of_that_web(kept: Place) -> None:
    common, own = "sidor/om.md", "sidor/exempelbygden/om.md"
    web = ("forbundswebb:exempelbygden",)
    (kept.content / own).parent.mkdir()
    (kept.content / own).write_text("---\ntitle: Om oss\n---\n", "utf-8")
    assert [(row.kind, row.insats, row.channels) for row in changes(kept)] == [("blir offentligt", own, web)]
    assert changes(kept, channel="portal") == ()
    commit(kept, "egen")
    (kept.content / common).write_text("---\ntitle: Om\n---\n", "utf-8")
    found = [(row.kind, row.insats, row.channels) for row in changes(kept, "egen")]
    assert found == [("ändras", common, ("portal",))], "the own web does not have that page"
    (kept.content / own).unlink()
    found = [(row.kind, row.insats, row.channels) for row in changes(kept, "egen")]
    assert found == [("försvinner", own, web), ("ändras", common, ("portal", *web))]


def test_a_page_of_no_forbunds_web_is_an_error(kept: Place) -> None:
    (kept.content / "sidor/annat").mkdir()
    (kept.content / "sidor/annat/om.md").write_text("---\ntitle: Om\n---\n", "utf-8")
    compared = against(kept)
    assert compared.difference is not None
    assert compared.difference.changes == ()
    assert [finding.rule for finding in compared.findings] == ["sida-mapp"]


def test_a_link_or_a_hidden_file_among_the_media_is_no_page(kept: Place) -> None:
    media = kept.content / "medier"
    media.mkdir()
    (media / "lank.png").symlink_to(kept.record())
    (media / ".dold.png").write_bytes(b"x")
    commit(kept, "länkar")
    (media / "lank.png").unlink()
    assert changes(kept, "länkar") == ()


def test_a_page_with_other_line_ends_is_the_same(kept: Place) -> None:
    page = kept.content / "sidor/om.md"
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    assert changes(kept) == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "row"),
    [
        ("forbund/exempelbygden.yml", "info@", "post@", "Förbundets egna uppgifter ändras"),
        ("begrepp/malgrupper.yml", "Under 30 år.", "Under 29 år.", "Ordlistan ändras"),
        ("site.yml", "namn: ", "namn: Nya ", "Webbplatsens egna uppgifter ändras"),
    ],
)
def test_what_visitors_read_of_the_settings(kept: Place, file: str, old: str, new: str, row: str) -> None:
    path = kept.config / file
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert [(r.kind, r.insats, r.text) for r in changes(kept)] == [("ändras", file, row)]
    path.write_text(f"# En kommentar.\n{path.read_text('utf-8').replace(new, old, 1)}", "utf-8")
    assert changes(kept) == ()


def test_a_look_is_seen_on_the_forbund_s_own_web_alone(kept: Place) -> None:
    with (kept.config / "forbund/exempelbygden.yml").open("a") as file:
        file.write('utseende: {färg: "#8c143c"}\n')
    (row,) = changes(kept)
    assert (row.text, row.channels) == (
        "Förbundets egna uppgifter ändras",
        ("forbundswebb:exempelbygden",),
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "insats"),
    [
        ("begrepp/metoder.yml", "namn: IPS", "namn: IPS-metoden", VAGEN),
        ("villkor/exempelbygden-2018.yml", "beslut_per: insats", "beslut_per: kalenderår", FRAMAT),
    ],
)
def test_a_setting_that_changes_a_page_is_told_at_the_insats(
    kept: Place, file: str, old: str, new: str, insats: str
) -> None:
    kept.edit("avser: {start: 2022-04, slut: 2023-03}", "avser: {start: 2022-04, slut: 2022-12}", FRAMAT)
    commit(kept, "ettårigt")
    path = kept.config / file
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    (row,) = [row for row in changes(kept, "ettårigt", "portal") if row.insats == insats]
    assert (row.kind, row.field) == ("ändras", "")
    assert row.text.startswith("Sidan om insatsen ändras")


def test_two_records_with_one_id_are_an_error(kept: Place) -> None:
    kept.record("exempelbygden/kopia").write_bytes(kept.record(FRAMAT).read_bytes())
    compared = against(kept, channel="portal")
    assert {finding.rule for finding in compared.findings} == {"unika-id"}


def test_a_title_that_names_a_hidden_insats_is_not_quoted(kept: Place) -> None:
    kept.edit("namn: Vägen framåt", "namn: Den hemliga vägen framåt", FRAMAT)
    kept.edit("läge: publicera", "läge: pausad", FRAMAT)
    commit(kept, "dold")
    kept.edit("namn: Vägen vidare", "namn: Mer om Den hemliga vägen framåt")
    compared = against(kept, "dold", "portal")
    assert compared.difference is not None
    assert [row.text for row in compared.difference.changes] == ["Namn: ändras"]
    assert "hemliga" not in repr(compared)


def test_a_record_that_moves_to_another_forbund_says_so(kept: Place) -> None:
    forbund = (kept.config / "forbund/exempelbygden.yml").read_text("utf-8")
    terms = (kept.config / "villkor/exempelbygden-2018.yml").read_text("utf-8")
    for folder, name, text in (("forbund", "granne", forbund), ("villkor", "granne-2018", terms)):
        moved = text.replace("exempelbygden-2018", name).replace(": exempelbygden\n", ": granne\n")
        (kept.config / folder / f"{name}.yml").write_text(moved, "utf-8")
    commit(kept, "två")
    record = kept.record(FRAMAT).read_text("utf-8").replace("förbund: exempelbygden", "förbund: granne")
    kept.record("granne/x").parent.mkdir()
    kept.record("granne/vagen-framat").write_text(
        record.replace("villkor: exempelbygden-2018", "villkor: granne-2018"), "utf-8"
    )
    kept.record(FRAMAT).unlink()
    found = {(row.kind, row.channels, row.rule) for row in changes(kept, "två") if "Insatsen" in row.text}
    assert found == {
        ("blir offentligt", ("forbundswebb:granne",), "beslut"),
        ("ändras", ("portal", "sociala-medier", "öppna-data"), "beslut"),
        ("försvinner", ("forbundswebb:exempelbygden",), "egen-webb"),
    }


def test_errors_in_the_working_tree_are_told_and_the_rest_compared(kept: Place) -> None:
    kept.edit("belopp: 3200000", "belopp: mycket")
    kept.edit("belopp: 400000", "belopp: 500000", FRAMAT)
    compared = against(kept)
    assert compared.difference is not None
    assert [finding.rule for finding in compared.findings] == ["varde-fel-form"]
    assert any("Bygget stoppas" in note for note in compared.difference.notes)
    assert any(note.startswith("1 post i arbetskatalogen") for note in compared.difference.notes)
    assert {row.insats for row in compared.difference.changes} == {FRAMAT}


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


def test_a_shallow_clone_says_how_to_get_the_rest(kept: Place, tmp_path: Path) -> None:
    commit(kept, "efter")
    git(tmp_path, "clone", "-q", "--depth", "1", kept.folder.as_uri(), "grund")
    with pytest.raises(RevisionError, match="git fetch --unshallow"):
        against(Place(tmp_path / "grund"))
    assert changes(Place(tmp_path / "grund"), "HEAD") == ()


def test_a_lost_object_is_not_an_empty_record(kept: Place) -> None:
    for loose in (kept.folder / ".git/objects").glob("??/*"):
        kind = subprocess.run(
            ["git", "-C", str(kept.folder), "cat-file", "-t", loose.parent.name + loose.name],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        if kind.stdout == "blob\n":
            loose.unlink()
    with pytest.raises(RevisionError, match="hämtat i sin helhet"):
        against(kept)


def test_a_submodule_in_the_content_is_passed_over(kept: Place) -> None:
    commit_id = "1" * 40
    git(kept.folder, "update-index", "--add", "--cacheinfo", f"160000,{commit_id},content/modul")
    git(kept.folder, "commit", "-q", "-m", "modul")
    assert changes(kept, "HEAD") == ()


def test_in_a_hook_of_another_repository(kept: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert changes(kept) == ()


def test_outside_a_repository_and_an_unknown_forbund(place: Place, tmp_path: Path) -> None:
    with pytest.raises(RevisionError, match="git-förråd"):
        against(place)
    with pytest.raises(RevisionError, match="git-förråd"):
        read_revision(tmp_path / "borta", "HEAD")
    git(place.folder, "init", "-q")
    commit(place, "före")
    with pytest.raises(UnknownForbundError):
        against(place, channel="forbundswebb:okant")


def test_without_git(kept: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(RevisionError, match="Installera git"):
        against(kept)
