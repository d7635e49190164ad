"""The register as data on whole sites: whose data are where, by channel; and every link finds its file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

from generator.exports.addresses import is_data
from generator.exports.interface import Release
from generator.gate.account import account
from generator.publish import build as building
from generator.publish.exporting import write_exports
from generator.publish.preparing import prepare
from generator.words.channels import parse_channel
from tests.pages.hostile import Page
from tests.sites import DAY, GAVLEBORG, ROOT, Built, Place, digests, files, insats, mentions

GOLDEN = ROOT / "tests" / "golden" / "personer.md"
CHANNELS = ("portal", "förbundswebb", "sociala-medier", "öppna-data")
KEYS = ("namn", "titel", "organisation", "e-post", "telefon")
Datum = tuple[str, int, str, str]  # record, the person's number in it, role, key


def opened(place: Place, channel: str) -> Iterator[tuple[Datum, str, bool]]:
    """Each datum of each person, its value, and whether the gate opens it (of own webs: the own)."""
    for file in sorted((place.content / "insatser").glob("*/*.yml")):
        name = f"{file.parent.name}/{file.stem}"
        own = f"förbundswebb:{file.parent.name}" if channel == "förbundswebb" else channel
        prepared = prepare(place.content, place.config, parse_channel(own), date.fromisoformat(DAY))
        for one in prepared.judged or ():
            if f"{one.located.folder}/{one.located.slug}" != name:
                continue
            for accounted in account(one.case, one.outcome):
                match accounted.path:
                    case ("personer", int(number), str(key)) if key in KEYS:
                        role = one.case.record.persons[number].role
                        yield (name, number + 1, role, key), str(accounted.value), accounted.verdict.public


def test_whose_data_are_where_on_the_four_channels(
    register: Place, portal: Built, gavleborg: Built, bless: bool
) -> None:
    """The table of the five forms: nobody is in open data. The sites' bytes must say the same."""
    where: dict[Datum, dict[str, bool]] = {}
    values: dict[Datum, str] = {}
    for channel in CHANNELS:
        for datum, value, public in opened(register, channel):
            where.setdefault(datum, {})[channel] = public
            values[datum] = value
    assert len(where) > 60
    assert not any(row["öppna-data"] or row["portal"] for row in where.values())
    assert any(row["förbundswebb"] and row["sociala-medier"] for row in where.values())
    lines = [
        "| insats | person | uppgift | " + " | ".join(CHANNELS) + " |",
        "| --- " * (len(CHANNELS) + 3) + "|",
        *(
            f"| {name} | {number}, {role} | {key} | "
            + " | ".join("visas" if row[channel] else "–" for channel in CHANNELS)
            + " |"
            for (name, number, role, key), row in sorted(where.items())
        ),
    ]
    table = "\n".join(lines) + "\n"
    if bless:
        GOLDEN.write_text(table, "utf-8")
    assert GOLDEN.read_text("utf-8") == table
    for built, site in ((portal, "portal"), (gavleborg, GAVLEBORG)):
        data = {name: text for name, text in built.texts.items() if is_data(name)}
        assert len(data) > 30
        for datum, value in values.items():
            if datum[3] in ("namn", "e-post", "telefon"):
                assert mentions(data, value) == [], (site, datum)
                shown = bool(mentions(built.texts, value))
                own = datum[0].startswith("gavleborg/") and site == GAVLEBORG
                assert shown is (own and where[datum]["förbundswebb"]), (site, datum)


CONSENT = "kanaler: [portal]"


@pytest.mark.parametrize(
    ("channels", "on_pages", "in_data"),
    [("[portal]", True, False), ("[öppna-data]", False, True), ("[portal, öppna-data]", True, True)],
)
def test_a_person_is_in_open_data_by_their_own_consent_to_it_alone(
    place: Place, channels: str, on_pages: bool, in_data: bool
) -> None:
    place.edit(CONSENT, f"kanaler: {channels}")
    place.edit("    återkallat: 2026-03-01", "#")
    built = place.build()
    assert built.result.published is not None, built.findings
    data = {name: text for name, text in built.texts.items() if is_data(name)}
    pages = {name: text for name, text in built.texts.items() if not is_data(name)}
    assert bool(mentions(data, "Tova Lindeby")) is in_data
    assert bool(mentions(pages, "Tova Lindeby")) is on_pages
    assert not mentions(data, "031-390 06 15"), "the telephone was never consented to"
    if in_data:
        found = json.loads(built.text("insatser/exempelbygden/vagen-vidare.json"))["insatser"][0]
        (person,) = found["personer"]
        assert (person["namn"], person["e-post"]) == ("Tova Lindeby", "tova.lindeby@hudiksvall.example")
    # Audited from outside, with the same split.
    checked = insats("audit", "site", "--date", DAY, cwd=place.folder)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_a_name_that_the_page_may_tell_and_the_data_may_not_stops_the_build(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.edit("    återkallat: 2026-03-01", "#")
    standing = place.build()
    assert mentions(standing.texts, "Tova Lindeby")
    before = digests(standing.out)

    def planted(release: Release, site: Path) -> None:
        write_exports(release, site)
        (site / "data/v1/insatser.csv").write_text("id\nTova Lindeby\n", "utf-8")

    monkeypatch.setattr(building, "write_exports", planted)
    result = place.build().result
    assert result.published is None
    assert {(one.file, one.rule) for one in result.findings if one.severity == "fel"} == {
        ("data/v1/insatser.csv", "granskning")
    }
    assert digests(standing.out) == before


def test_an_insats_that_names_whom_only_the_page_may_tell_is_left_out_of_the_data(place: Place) -> None:
    """The page stands, as the consent says; the editor is told; no file of data, and no link to one."""
    place.edit("    återkallat: 2026-03-01", "#")
    place.edit("sammanfattning: ", "sammanfattning: Tova Lindeby leder. ")
    (place.content / "sidor").mkdir(exist_ok=True)
    (place.content / "sidor/om.md").write_text("---\ntitle: Om\n---\nFråga Tova Lindeby.\n", "utf-8")
    built = place.build()
    assert built.result.published is not None, built.findings
    (warning,) = [one for one in built.findings if one.rule == "oppna-data"]
    assert warning.severity == "varning"
    assert "Lindeby" not in str(warning)
    data = {name: text for name, text in built.texts.items() if is_data(name)}
    assert not mentions(data, "Lindeby")
    assert not mentions(data, "vagen-vidare.json")
    assert not (built.out / "om.md").exists()
    page = built.text("insatser/exempelbygden/vagen-vidare/index.html")
    assert "Tova Lindeby leder" in page
    assert "vagen-vidare.json" not in page
    assert "Tova Lindeby" in built.text("om/index.html")
    assert json.loads(built.text("data/v1/insatser.json"))["antal"] == 1


def test_an_example_and_an_attribution_are_in_each_file_that_tells_of_the_insats(portal: Built) -> None:
    sentence = "Insatsen är en samverkansinsats med finansiering av Samordningsförbundet i Uppsala län."
    told = [name for name, text in portal.texts.items() if is_data(name) and "Förstärkt stöd till" in text]
    assert len(told) > 20
    # A workbook packs its texts once for all cells; the row's own columns are read in tests/exports.
    for name in told:
        text = portal.texts[name].replace("\r\n ", "")  # a calendar folds its lines
        assert sentence in text, name
        # Where numbers of many are told, the whole page says that they come from examples.
        mark = "kommer bara från exempel" if name == "oversikt.md" else "Exempel: beslutet är påhittat."
        assert mark in text, name


def test_every_inner_link_of_every_page_finds_its_file(portal: Built, gavleborg: Built) -> None:
    for built in (portal, gavleborg):
        for name in files(built.out):
            if not name.endswith(".html"):
                continue
            for link in Page(built.text(name)).links:
                if ":" in link.partition("/")[0] or link.startswith("#"):
                    continue
                target = unquote(urljoin(f"/{name}", link).partition("#")[0].partition("?")[0]).lstrip("/")
                path = built.out / target
                assert path.is_file() or (path / "index.html").is_file(), (name, link)


def test_every_address_in_the_data_finds_its_file(portal: Built) -> None:
    site = "https://insatskatalogen.example/"
    for one in json.loads(portal.text("data/v1/insatser.json"))["insatser"]:
        assert (portal.out / one["adress"].removeprefix(site) / "index.html").is_file()
    for line in portal.text("llms.txt").splitlines():
        if f"]({site}" in line:
            address = line.partition(f"]({site}")[2].partition(")")[0]
            assert (portal.out / address).exists(), line


def test_the_proof_counts_what_was_sought_in_the_data(place: Place) -> None:
    built = place.build()
    proof = json.loads((built.pages.parents[1] / "proof.json").read_text("utf-8"))
    data = [content for name, content in files(built.out).items() if is_data(name)]
    assert proof["öppna_data"]["filer"] == len(data)
    assert proof["öppna_data"]["byte"] == sum(map(len, data))
    assert proof["öppna_data"]["träffar"] == 0
    assert proof["öppna_data"]["sökta_uppgifter"] >= proof["sökta_uppgifter"] > 5


def test_structured_data_of_a_page_names_nobody_and_tells_only_what_was_decided(gavleborg: Built) -> None:
    html = gavleborg.text("insatser/gavleborg/rakna-med-mig/index.html")
    text = html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    graph = json.loads(text)["@graph"]
    kinds = [node["@type"] for node in graph]
    assert kinds == ["MonetaryGrant", "Project", "GovernmentService"]
    assert '"Person"' not in text
    assert graph[0]["amount"] == {"@type": "MonetaryAmount", "currency": "SEK", "value": 3222836}
    assert graph[0]["fundedItem"]["@id"] == graph[1]["@id"]
