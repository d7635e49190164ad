"""A finished site, with withheld values planted in it, is seen through; and a true one is not suspected."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from generator.audit.interface import Kind, Needle
from generator.publish.auditing import Audited, audit_site
from generator.publish.catalogue import make_catalogue
from generator.publish.preparing import Prepared, prepare
from generator.words.channels import parse_channel
from tests.audit.encodings import PROMISED, PROMISED_OF_PERSONS
from tests.sites import DAY, Place, exempelbygden

CHANNELS = ("portal", "forbundswebb:exempelbygden")


def audit(place: Place, site: Path, channel: str = "portal", day: str = DAY) -> Audited:
    when, where = date.fromisoformat(day), parse_channel(channel)
    prepared: Prepared = prepare(place.content, place.config, where, when)
    assert prepared.configuration is not None
    assert prepared.judged is not None
    catalogue = make_catalogue(prepared.judged, prepared.configuration, where, when, {})
    return audit_site(site, prepared.judged, prepared.configuration, catalogue, prepared.hand_written)


@dataclass(frozen=True)
class Standing:
    """A register whose portal is built, and what the audit of it sought."""

    place: Place
    needles: tuple[Needle, ...]

    @property
    def site(self) -> Path:
        return self.place.folder / "site"


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Standing:
    place = exempelbygden(tmp_path_factory.mktemp("granskad"))
    assert place.build().result.published is not None
    return Standing(place, tuple(audit(place, place.folder / "site").searched.needles))


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    """A folder for what a test plants: the audit of the whole site finds the same, and takes seconds."""
    return tmp_path


def test_a_true_site_has_nothing_in_it(standing: Standing) -> None:
    audited = audit(standing.place, standing.site)
    assert audited.findings == ()
    assert audited.report.files > 20
    assert audited.searched.sought >= 8


@pytest.mark.parametrize("way", [*PROMISED, *PROMISED_OF_PERSONS])
def test_every_withheld_value_in_every_encoding(standing: Standing, planted: Path, way: str) -> None:
    """The values are those that DOMAIN's record withholds on the portal after the withdrawal."""
    of_persons = way in PROMISED_OF_PERSONS
    encode = (PROMISED | PROMISED_OF_PERSONS)[way]
    needles = standing.needles
    assert {needle.kind for needle in needles} >= {Kind.NAME, Kind.EMAIL, Kind.PHONE, Kind.TEXT, Kind.AMOUNT}
    wanted: set[tuple[str, str]] = set()
    for number, needle in enumerate(needles):
        if not of_persons or needle.kind in (Kind.NAME, Kind.EMAIL):
            wanted.add((f"extra{number}.html", needle.label))
            (planted / f"extra{number}.html").write_bytes(encode(needle.value))
    assert wanted <= {(hit.file, hit.label) for hit in audit(standing.place, planted).report.hits}


def test_a_value_among_the_pages_of_the_whole_site(standing: Standing) -> None:
    extra = standing.site / "insatser" / "extra.html"
    extra.write_text(standing.needles[0].value, "utf-8")
    hits = audit(standing.place, standing.site).report.hits
    extra.unlink()
    assert {hit.file for hit in hits} == {"insatser/extra.html"}
    assert standing.needles[0].label in {hit.label for hit in hits}


def test_no_finding_tells_a_value(standing: Standing, planted: Path) -> None:
    needles = standing.needles
    (planted / "extra.html").write_text("\n".join(needle.value for needle in needles), "utf-8")
    told = "\n".join(map(str, audit(standing.place, planted).findings))
    assert "extra.html" in told
    assert [needle.label for needle in needles if needle.value in told] == []


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [
        ("post.yml", "id: x", "filtyp"),
        ("x.html", "någon@annan.example", "okand-epost"),
        ("x.html", "08-465 004 12", "okant-telefonnummer"),
        ("x.html", "811228-9874", "identitetsnummer"),
        ("x.html", "<img src='https://annan.example/x'>", "utgaende-anrop"),
    ],
)
def test_the_checks_run(standing: Standing, planted: Path, name: str, content: str, rule: str) -> None:
    (planted / name).write_text(content, "utf-8")
    found = audit(standing.place, planted).findings
    assert [(finding.file, finding.rule) for finding in found] == [(name, rule)]


def test_a_site_of_another_day_is_seen_through(place: Place) -> None:
    """Built while the consent held, read the day after the withdrawal."""
    built = place.build(day="2026-02-28")
    assert built.result.published is not None
    assert audit(place, built.out, day="2026-02-28").findings == ()
    labels = {hit.kind for hit in audit(place, built.out, day="2026-03-01").report.hits}
    assert labels == {"namn", "e-post"}


def test_a_name_inside_an_opened_address_is_no_leak(place: Place) -> None:
    place.edit("gäller: [namn, e-post]", "gäller: [e-post]")
    built = place.build(day="2026-02-28")
    warnings = {finding.rule for finding in built.findings}
    assert warnings == {"namn-i-adress", "rimliga-tider"}  # the second of a document that is not written yet
    assert "tova.lindeby@hudiksvall.example" in built.text("insatser/exempelbygden/vagen-vidare/index.html")
    (built.out / "x.html").write_text("Tova.Lindeby@annan.example", "utf-8")
    assert {hit.kind for hit in audit(place, built.out, day="2026-02-28").report.hits} == {"namn"}


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_hit_stops_the_build(place: Place, channel: str) -> None:
    standing = place.build(channel)
    before = {path: path.read_bytes() for path in standing.out.rglob("*") if path.is_file()}
    with (place.content / "sidor/om.md").open("a") as page:
        page.write("\nRing 031-390&nbsp;06 15.\n\n<!-- 811228-9874 -->\n")
    built = place.build(channel)
    assert built.result.published is None
    assert {f.file for f in built.findings} == {"om/index.html", "om.md"}  # the page, and its Markdown
    assert {f.rule for f in built.findings} <= {"granskning", "identitetsnummer"}
    assert "personer[0].telefon (insatsledare)" in str(built.findings[0]) + str(built.findings[-1])
    assert {path: path.read_bytes() for path in standing.out.rglob("*") if path.is_file()} == before
