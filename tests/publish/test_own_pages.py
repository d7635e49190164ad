"""A förbund's own pages are on its own web alone, and are checked as every other page written by hand."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from generator.publish import preparing
from generator.publish.auditing import audit_folder
from generator.publish.every_site import build_every_site
from generator.publish.preparing import check_all, prepare, read_sources
from generator.publish.proof import digest
from generator.publish.resources import find_resources
from generator.words.channels import PORTAL, parse_channel
from generator.words.findings import Finding
from tests.sites import DAY, Place, exempelbygden, mentions, readable, rules

OWN = "forbundswebb:exempelbygden"
EMAIL = "reception@exempelbygden.example"
ABOUT = "---\ntitle: Om våra insatser\n---\n\nVi på förbundet ger ut {webbplats}, som {förbunden} betalar.\n"
CONTACT = f"---\ntitle: Kontakta & besök oss\n---\n\nSkriv till {EMAIL} eller läs [mer](om.md).\n"
TOVA = "---\ntitle: Kontakt\n---\n\nFråga någon av oss.\nRing Tova Lindeby.\n"


def write(place: Place, name: str, text: str) -> Path:
    path = place.content / "sidor" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def check(place: Place, channel: str = "portal") -> tuple[Finding, ...]:
    return check_all(place.content, place.config, parse_channel(channel), date.fromisoformat(DAY)).findings


def shown_on(place: Place, channel: str) -> None:
    """Lets Tova Lindeby's name be shown on that kind of channel and on no other."""
    place.edit("    återkallat: 2026-03-01               # or invändning: a date\n", "")
    place.edit("kanaler: [portal]", f"kanaler: [{channel}]")
    terms = place.config / "villkor/exempelbygden-2024.yml"
    terms.write_text(terms.read_text("utf-8").replace("[förbundswebb]", f"[{channel}]"), "utf-8")


@dataclass(frozen=True)
class Sites:
    """The portal, the web with pages of its own, and its neighbour's, each as a visitor reads it."""

    place: Place
    folder: Path
    findings: tuple[Finding, ...]

    def __getitem__(self, slug: str) -> Mapping[str, str]:
        return readable(self.folder / slug)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    place = exempelbygden(tmp_path_factory.mktemp("egna-sidor"))
    text = (place.config / "forbund/exempelbygden.yml").read_text("utf-8")
    (place.config / "forbund/granne.yml").write_text(text.replace("id: exempelbygden", "id: granne"), "utf-8")
    write(place, "exempelbygden/om.md", ABOUT)
    write(place, "exempelbygden/kontakt.md", CONTACT)
    write(place, "hjalp.md", "---\ntitle: Hjälp\n---\n\nSå söker du.\n")
    folder = place.folder / "build/site"
    every = build_every_site(
        place.content, place.config, date.fromisoformat(DAY), folder, place.folder / "build"
    )
    return Sites(place, folder, every.findings)


def test_they_stand_in_the_place_of_the_common_ones_and_beside_them(sites: Sites) -> None:
    assert sites.findings == ()
    own = sites["forbundswebb-exempelbygden"]
    assert "Vi på förbundet ger ut" in own["om/index.html"]
    assert "Här står vad" not in own["om/index.html"]
    assert EMAIL in own["kontakt/index.html"]
    assert '<a href="../om/">mer</a>' in own["kontakt/index.html"]
    assert "Så söker du." in own["hjalp/index.html"]
    assert "Tillgänglighet" in own["tillganglighet/index.html"], "what it has not written is the common one"


@pytest.mark.parametrize("slug", ["portal", "forbundswebb-granne"])
def test_no_byte_of_them_is_on_another_site(sites: Sites, slug: str) -> None:
    other = sites[slug]
    assert "Här står vad" in other["om/index.html"]
    assert "Så söker du." in other["hjalp/index.html"]
    pages = readable(sites.place.folder / "build/pages" / slug)
    for texts in (other, pages):
        for needle in ("Vi på förbundet", "kontakt/", "kontakt.md", "Kontakta & besök", EMAIL):
            assert mentions(texts, needle) == []


def test_the_foot_of_every_page_leads_to_those_that_are_new(sites: Sites) -> None:
    for slug, titles in (
        ("portal", ["Hjälp"]),
        ("forbundswebb-exempelbygden", ["Hjälp", "Kontakta & besök oss"]),
    ):
        with_foot = {name: text for name, text in sites[slug].items() if '<footer class="fot"' in text}
        assert {"index.html", "404.html", "sok/index.html"} <= with_foot.keys()
        for text in with_foot.values():
            foot = text.rpartition('aria-label="Fler sidor"')[2]
            places = [foot.find(f">{title}</a>") for title in ("Om registret", *titles, "Personuppgifter")]
            assert places == sorted(places)
            assert places[0] > 0
            assert foot.count(">Om registret</a>") == 1
    assert (
        '<a href="../kontakt/">Kontakta &amp; besök oss</a>'
        in sites["forbundswebb-exempelbygden"]["om/index.html"]
    )


def test_programs_find_them_too(sites: Sites) -> None:
    own = sites["forbundswebb-exempelbygden"]
    at = "https://register.exempelbygden.example/"
    assert f"<loc>{at}kontakt/</loc>" in own["sitemap.xml"]
    assert f"- [Kontakta & besök oss]({at}kontakt.md)" in own["llms.txt"]
    assert f"- [Om våra insatser]({at}om.md)" in own["llms.txt"]
    assert "# Kontakta & besök oss" in own["kontakt.md"]
    assert "Exempelbygden betalar." in own["om.md"]
    assert "{" not in own["om.md"], "no word stands for another in a twin"
    assert f"- [Om registret]({at}om.md)" in sites["portal"]["llms.txt"]


def test_the_audit_knows_their_addresses_on_that_site_alone(sites: Sites) -> None:
    shutil.copytree(sites.folder / "portal", sites.place.folder / "portal")
    strange = sites.place.folder / "portal/om/index.html"
    strange.write_bytes((sites.folder / "forbundswebb-exempelbygden/kontakt/index.html").read_bytes())
    found = {}
    for channel, folder in (("portal", sites.place.folder), (OWN, sites.folder)):
        where, day = parse_channel(channel), date.fromisoformat(DAY)
        prepared = prepare(sites.place.content, sites.place.config, where, day)
        assert prepared.configuration is not None
        assert prepared.judged is not None
        judged = (prepared.judged, prepared.configuration, prepared.hand_written)
        found[channel] = rules(audit_folder(folder / where.slug, *judged, where, day).findings)
    assert found == {"portal": ["okand-epost"], OWN: []}


@pytest.mark.parametrize("name", ["exempelbygden/kontakt.md", "kontakt.md"])
def test_a_name_is_held_against_what_the_own_web_shows(place: Place, name: str) -> None:
    """Shown there and not on the portal: on the own page it may stand, on a common one it may not."""
    shown_on(place, "förbundswebb")
    path = write(place, name, TOVA)
    own, common = place.build(OWN, out="own"), name == path.name
    assert "Ring Tova Lindeby." in own.text("kontakt/index.html")
    assert not (own.out / "kontakt.md").exists(), "the data may not name her"
    found = [(one.rule, one.file, one.position.line) for one in check(place)]
    assert found == ([("namn-i-text", str(path), 6)] if common else [])
    assert rules(place.build().findings) == (["namn-i-text"] if common else [])


def test_a_check_of_any_channel_tells_of_every_page_and_a_build_of_its_own(place: Place) -> None:
    """Shown on the portal and not on the own web: her name may not stand on a page there."""
    shown_on(place, "portal")
    path = write(place, "exempelbygden/kontakt.md", TOVA)
    for channel in ("portal", OWN, "öppna-data"):
        found = check(place, channel)
        assert [(one.rule, one.file, one.position.line) for one in found] == [("namn-i-text", str(path), 6)]
        assert "Lindeby" not in str(found)
    own = place.build(OWN, out="own")
    assert (own.result.published, rules(own.findings)) == (None, ["namn-i-text"])
    assert place.build().result.published is not None


def test_so_is_the_name_of_the_file(place: Place) -> None:
    path = write(place, "exempelbygden/tova-lindeby.md", "---\ntitle: Hej\n---\n")
    assert [(one.rule, one.file) for one in check(place)] == [("namn-i-text", str(path))]


def test_a_folder_that_is_no_forbunds_stops_every_site(place: Place) -> None:
    path = write(place, "exempelbygdn/kontakt.md", CONTACT).parent
    for findings in (check(place), place.build(OWN).findings):
        (found,) = findings
        assert (found.rule, found.file, found.advice) == ("sida-mapp", str(path), "Menade du exempelbygden?")


@pytest.mark.parametrize(
    ("name", "text", "rule", "place_of_it"),
    [
        ("kontakt", f"{CONTACT}\nGå [hit](finns-inte.md).\n", "motor", (7, 10)),
        ("insatser", CONTACT, "sida", (1, 1)),
        ("om", "Ingen rubrik.\n", "sida", (1, 1)),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(
    place: Place, name: str, text: str, rule: str, place_of_it: tuple[int, int]
) -> None:
    path = write(place, f"exempelbygden/{name}.md", text)
    result = place.build(OWN).result
    assert result.published is None
    (found,) = result.findings
    assert (found.rule, found.file) == (rule, str(path))
    assert (found.position.line, found.position.column) == place_of_it


def test_they_are_among_what_a_site_is_made_of(place: Place) -> None:
    before = digest((place.content, place.config))
    write(place, "exempelbygden/kontakt.md", CONTACT)
    assert digest((place.content, place.config)) != before


def test_those_that_lie_among_the_standard_pages_are_nobody_elses(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program may lie in another register's repository, and be run in a third one's."""
    other = exempelbygden(tmp_path / "annat")
    write(other, "hjalp.md", CONTACT)
    write(other, "exempelbygden/kontakt.md", CONTACT)
    monkeypatch.chdir(other.folder)
    resources = replace(find_resources(), content=other.content)
    for beside in (find_resources(), resources):
        monkeypatch.setattr(preparing, "find_resources", lambda beside=beside: beside)
        found = read_sources(place.content, place.config).hand_written
        assert found.on("exempelbygden").pages.keys() & {"hjalp.md", "kontakt.md"} == set()
        assert "om.md" in found.on("exempelbygden").pages


def test_who_has_written_one_standard_page_still_has_the_others(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(place.folder)
    pages = read_sources(place.content, place.config).hand_written.pages
    assert {"om.md", "personuppgifter.md", "tillganglighet.md"} <= pages.keys()
    assert pages["om.md"] == (place.content / "sidor/om.md").read_text("utf-8")


def test_a_broken_configuration_is_told_before_the_pages(place: Place) -> None:
    (place.config / "site.yml").unlink()
    write(place, "okand/kontakt.md", CONTACT)
    found = prepare(place.content, place.config, PORTAL, date.fromisoformat(DAY)).findings
    assert rules(found) == rules(check(place)) == ["fil-saknas"]
