"""A build that fails leaves everything as it stood, and says all that is wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.publish.build import Request, build
from generator.publish.preparing import UnknownForbundError
from generator.publish.swap import OutRefusedError
from generator.words.channels import PORTAL
from generator.words.findings import Severity
from tests.sites import DAY, VAGEN, Place, digests, files, mentions, readable, rules


def left_over(place: Place) -> list[str]:
    """Staging folders beside the site."""
    return [path.name for path in place.folder.iterdir() if "insats-" in path.name]


@pytest.fixture
def standing(place: Place) -> tuple[Place, dict[str, str], int]:
    """A register with a site that stands: its files and its folder's inode."""
    built = place.build()
    assert built.result.published is not None
    return place, digests(built.out), built.out.stat().st_ino


def check_untouched(standing: tuple[Place, dict[str, str], int]) -> None:
    place, before, inode = standing
    assert digests(place.folder / "site") == before
    assert (place.folder / "site").stat().st_ino == inode
    assert left_over(place) == []


def test_a_good_build_leaves_nothing_beside_the_site(place: Place) -> None:
    built = place.build()
    assert built.findings == ()
    assert sorted(path.name for path in place.folder.iterdir()) == ["build", "content", "site", "site_config"]


def test_every_finding_of_a_run_is_told_at_once(standing: tuple[Place, dict[str, str], int]) -> None:
    place, _, _ = standing
    pages = digests(place.folder / "build")
    place.edit("antal: 70", "antal: sjuttio")
    place.edit("inriktning: individinriktad ", "inriktning: individuell ")
    place.edit('kommuner: ["0305"]', 'kommuner: ["305"]', "exempelbygden/vagen-framat")
    (place.content / "insatser/exempelbygden/tredje.yml").write_text("namn: A\n\tid: b\n")
    (place.content / "insatser/exempelbygden/fjarde.txt").write_text("x")
    (place.content / "sidor/bild.html").write_text("<b>x</b>")
    (place.content / "medier").mkdir()
    (place.content / "medier/karta.svg").write_text("<svg/>")
    result = place.build().result
    assert result.published is None
    assert sorted(rules(result.findings)) == sorted(
        ["varde-fel-form", "ord-okant", "varde-fel-form", "yaml-tabb", "fil-slag", "sida-fil", "media-fil"]
    )
    assert list(result.findings) == sorted(result.findings, key=lambda f: (f.file, f.position.line))
    assert {Path(f.file).name for f in result.findings} == {
        "vagen-vidare.yml", "vagen-framat.yml", "tredje.yml", "fjarde.txt", "bild.html", "karta.svg",
    }  # fmt: skip
    check_untouched(standing)
    assert digests(place.folder / "build") == pages


def test_broken_records_and_a_broken_configuration_are_told_together(place: Place) -> None:
    place.edit("antal: 70", "antal: sjuttio")
    (place.config / "begrepp/roller.yml").unlink()
    (place.config / "site.yml").write_text("namn: A\n")
    result = place.build().result
    assert result.published is None
    assert {"varde-fel-form", "fil-saknas", "nyckel-saknas"} <= set(rules(result.findings))
    assert not (place.folder / "site").exists()


def test_a_withheld_name_in_running_text_stops_the_build(standing: tuple[Place, dict[str, str], int]) -> None:
    place, _, _ = standing
    place.edit(
        "    Resultaten följs två gånger om året.\n", "    Resultaten följs.\n    Ring Tova Lindeby.\n"
    )
    result = place.build().result
    assert result.published is None
    line = place.record().read_text("utf-8").split("\n").index("    Ring Tova Lindeby.") + 1
    (finding,) = result.findings
    assert (finding.rule, finding.severity) == ("namn-i-text", Severity.ERROR)
    assert finding.file.endswith("content/insatser/exempelbygden/vagen-vidare.yml")
    assert (finding.position.line, finding.position.column) == (line, 10)
    assert "tova" not in str(finding).casefold()
    assert "lindeby" not in str(finding).casefold()
    check_untouched(standing)


@pytest.mark.parametrize(
    "text", ["Tovas idé", "Lindebys idé", "Lindeby, Tova", "tova.lindeby@hudiksvall.example"]
)
def test_so_does_the_name_in_another_form(place: Place, text: str) -> None:
    place.edit("Egen motivation.", f'"Egen motivation. {text}."')
    result = place.build().result
    assert set(rules(result.findings)) == {"namn-i-text"}
    assert result.published is None


def test_where_the_name_may_be_shown_it_stops_nothing(place: Place) -> None:
    place.edit("    återkallat: 2026-03-01               # or invändning: a date\n", "")
    place.edit("Egen motivation.", "Egen motivation. Ring Tova Lindeby.")
    built = place.build()
    assert rules(built.findings) == ["oppna-data"]
    assert "Ring Tova Lindeby" in built.text(f"insatser/{VAGEN}/index.html")


@pytest.mark.parametrize(
    "link", ["[hit](finns-inte.md)", "[hit](insatser/index.md#finns-inte)", "![bild](medier/finns-inte.png)"]
)
def test_a_broken_link_on_a_page_stops_the_build(
    standing: tuple[Place, dict[str, str], int], link: str
) -> None:
    place, _, _ = standing
    with (place.content / "sidor/om.md").open("a") as page:
        page.write(f"\nGå {link}.\n")
    result = place.build().result
    assert result.published is None
    assert rules(result.findings) == ["motor"]
    assert result.findings[0].file == str(place.content / "sidor/om.md")
    lines = (place.content / "sidor/om.md").read_text("utf-8").splitlines()
    where = result.findings[0].position
    assert lines[where.line - 1][where.column - 1 :].startswith(link.partition("(")[2].rstrip(")"))
    assert "finns-inte" not in str(result.findings[0])
    assert digests(place.folder / "build/pages") == {}, "another engine could draw what this one refused"
    check_untouched(standing)
    page_path = place.content / "sidor/om.md"
    page_path.write_text(page_path.read_text("utf-8").replace(link, "dit"), "utf-8")
    assert place.build().result.published is not None


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Ring Tova Lindeby.", "namn-i-text"),
        ("Lindeby, Tova", "namn-i-text"),
        # Read as the page's own text these say nothing; the finished page shows what they become.
        ("031-390&nbsp;06 15", "granskning"),
        ("t&#111;va.lindeby@hudiksvall.example", "granskning"),
    ],
)
def test_a_withheld_value_on_a_page_written_by_hand_stops_the_build(
    standing: tuple[Place, dict[str, str], int], text: str, rule: str
) -> None:
    place, _, _ = standing
    with (place.content / "sidor/om.md").open("a") as page:
        page.write(f"\n{text}\n")
    result = place.build().result
    assert result.published is None
    assert set(rules(result.findings)) == {rule}
    page_or_source = (
        {"om/index.html", "om.md"} if rule == "granskning" else {str(place.content / "sidor/om.md")}
    )
    assert {finding.file for finding in result.findings} == page_or_source
    assert not [finding for finding in result.findings if "lindeby" in str(finding).casefold()]
    # A page that is refused when it is read was never drawn; what stands is the tree from before.
    assert (digests(place.folder / "build/pages") == {}) is (rule == "granskning")
    check_untouched(standing)


def test_a_withheld_name_in_the_name_of_a_page_stops_the_build(place: Place) -> None:
    (place.content / "sidor/tova-lindeby.md").write_text("---\ntitle: Hej\n---\n", "utf-8")
    result = place.build().result
    assert result.published is None
    assert rules(result.findings) == ["namn-i-text"]


def test_a_withheld_name_in_the_configuration_stops_the_build(place: Place) -> None:
    forbund = next((place.folder / "site_config/forbund").glob("*.yml"))
    forbund.write_text(forbund.read_text("utf-8").replace("om: ", "om: Fråga Tova Lindeby. "), "utf-8")
    result = place.build().result
    assert result.published is None
    assert [(finding.rule, finding.file) for finding in result.findings] == [("namn-i-text", str(forbund))]


@pytest.mark.parametrize(
    ("name", "text"),
    [("om", "Ingen rubrik."), ("index", "---\ntitle: Start\n---\n"), ("om", "---\nauthor: x\n---\n")],
)
def test_a_page_without_its_head_or_on_a_taken_address_stops_the_build(
    standing: tuple[Place, dict[str, str], int], name: str, text: str
) -> None:
    place, _, _ = standing
    (place.content / f"sidor/{name}.md").write_text(text)
    result = place.build().result
    assert (result.published, rules(result.findings)) == (None, ["sida"])
    check_untouched(standing)


@pytest.mark.parametrize(
    "text",
    ["[a](http://[)", "<http://[>", "![a](http://[)", "".join(f"{'    ' * n}- x\n" for n in range(300))],
)
def test_a_page_that_cannot_be_drawn_stops_the_build(
    standing: tuple[Place, dict[str, str], int], text: str
) -> None:
    place, _, _ = standing
    with (place.content / "sidor/om.md").open("a") as page:
        page.write(f"\n{text}\n")
    result = place.build().result
    assert (result.published, set(rules(result.findings))) == (None, {"motor"})
    assert {finding.file for finding in result.findings} == {str(place.content / "sidor/om.md")}
    check_untouched(standing)


@pytest.mark.parametrize(
    "out",
    [
        "build/pages/portal", "build/pages/portal/x", "content/medier", "site_config", "build", ".",
        "build/proof", "build/preview", "build/preview/portal", "link/pages/x",
    ],
)  # fmt: skip
def test_a_site_among_what_it_is_made_of_is_refused(place: Place, out: str) -> None:
    """The page tree has a lock of its own: a build into it would wait for itself. The proof is internal."""
    (place.folder / "link").symlink_to("build")
    before = files(place.folder)
    request = Request(
        content=place.content,
        config=place.config,
        channel=PORTAL,
        day=date.fromisoformat(DAY),
        out=place.folder / out,
        work=place.folder / "build",
    )
    with pytest.raises(OutRefusedError):
        build(request)
    assert files(place.folder) == before


def test_warnings_alone_let_the_build_go_on(place: Place) -> None:
    place.edit("metoder: [ips, tjänstedesign]", "metoder: [ips, tjänstedesign, okänd-metod]")
    built = place.build()
    assert [finding.severity for finding in built.findings] == [Severity.WARNING]
    assert built.result.published is not None
    assert mentions(readable(built.out), "okänd-metod") == []


def test_an_unknown_forbund_and_a_strangers_folder_are_refused(place: Place) -> None:
    with pytest.raises(UnknownForbundError):
        place.build("forbundswebb:annat")
    (place.folder / "site").mkdir()
    (place.folder / "site/viktigt.txt").write_text("x")
    with pytest.raises(OutRefusedError):
        place.build()
    assert (place.folder / "site/viktigt.txt").read_text() == "x"
    assert left_over(place) == []


def test_a_rule_that_goes_missing_stops_every_build(place: Place) -> None:
    site = place.config / "site.yml"
    text = site.read_text("utf-8")
    assert text.count("  - sekretess-falt\n") == 1
    site.write_text(text.replace("  - sekretess-falt\n", ""), "utf-8")
    result = place.build().result
    assert (result.published, rules(result.findings)) == (None, ["regler"])
    site.write_text(f"{text}  - annan-regel\n", "utf-8")
    assert rules(place.build().findings) == ["regler"]


def test_each_channel_has_its_own_page_tree(place: Place) -> None:
    portal, own = place.build(), place.build("forbundswebb:exempelbygden", out="own")
    assert portal.pages != own.pages
    assert (portal.pages / "index.md").is_file()
    assert (own.pages / "index.md").is_file()
    assert "Insatser – Samordningsförbundet Exempelbygden" in own.text("index.html")


def test_somebody_can_be_told_how_far_the_build_has_come(place: Place) -> None:
    told: list[tuple[str, int]] = []

    class Told:
        def step(self, name: str, units: int = 0) -> None:
            told.append((name, units))

        def tick(self) -> None:
            told.append(("", 1))

    request = Request(
        place.content, place.config, PORTAL, date(2026, 11, 23), place.folder / "site", place.folder / "build"
    )
    build(request, Told())
    steps = [one for one in told if one[0]]
    pages = len(list((place.folder / "build/pages/portal").rglob("*.md")))
    assert [name for name, _ in steps][:2] == ["Läser och kontrollerar", "Ser efter vad som ändrats"]
    assert ("Bygger webbplatsen", pages) in steps
    assert len(told) - len(steps) == pages > 10


def test_media_are_published_as_they_are(place: Place) -> None:
    (place.content / "medier/bilder").mkdir(parents=True)
    (place.content / "medier/bilder/karta.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    built = place.build()
    assert (built.out / "medier/bilder/karta.png").read_bytes() == b"\x89PNG\r\n\x1a\n"
