"""Each export read back by a library that had no part in making it: the same facts as on the pages."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from datetime import date, datetime
from functools import cache
from typing import Any

import feedparser
import openpyxl
import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator
from mkdocs.utils.meta import get_data
from pyshacl import validate
from rdflib import Graph, Namespace
from rdflib.namespace import RDF

from generator.exports import all_exports
from generator.exports.dictionary import data_pages
from generator.exports.interface import Release
from generator.indexes import all_indexes
from generator.pages.render import render
from generator.public.catalogue import Catalogue, Security
from tests import public_values as v
from tests.many import many

COUNT = 1000
DCAT = Namespace("http://www.w3.org/ns/dcat#")


@cache
def catalogue() -> Catalogue:
    return many(COUNT)


@cache
def files() -> dict[str, bytes]:
    return made(catalogue())


def made(of: Catalogue, **own: str) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for export in all_exports():
        for name, content in export.files(Release(of, own)):
            assert name not in found, f"two exports make {name}"
            found[name] = content
    return found


@cache
def tree() -> dict[str, str]:
    return render(catalogue(), {}, data_pages(catalogue()))


@cache
def pages() -> dict[str, dict[str, Any]]:
    """id → the facts of its page."""
    found = (dict(get_data(text)[1]) for path, text in tree().items() if path.startswith("insatser/forbund-"))
    return {front["id"]: front for front in found}


def fact(front: dict[str, Any], title: str) -> str | None:
    rows = {row["rubrik"]: row["varden"] for row in front.get("fakta", ())}
    return ", ".join(value["text"] for value in rows[title]) if title in rows else None


def test_every_insats_of_the_pages_is_there_and_no_other() -> None:
    assert len(pages()) == COUNT
    lines = [json.loads(line) for line in files()["data/v1/insatser.jsonl"].splitlines()]
    assert {line["id"] for line in lines} == set(pages())
    assert lines == json.loads(files()["data/v1/insatser.json"])["insatser"]


def test_json_follows_its_own_schema_and_says_what_the_pages_say() -> None:
    schema = json.loads(files()["data/v1/schema.json"])
    Draft202012Validator.check_schema(schema)
    whole = json.loads(files()["data/v1/insatser.json"])
    assert list(Draft202012Validator(schema).iter_errors(whole)) == []
    for one in whole["insatser"]:
        front = pages()[one["id"]]
        assert one["namn"] == front["title"]
        assert one["adress"] == front["permanent"]
        assert one["exempel"] is ("exempel" in front)
        assert one.get("upplysning") == ("Exempel: beslutet är påhittat." if one["exempel"] else None)
        assert one["intag"]["svar"] == front["hanvisning"]["svar"]
        assert {place["namn"] for place in one.get("kommuner", ())} == set(
            (fact(front, "Kommuner") or "").split(", ")
        ) - {""}
        total = front.get("pengar", {}).get("totalt")
        assert (one.get("beviljat") is None) == (total is None)
        if total is not None:
            assert f"{one['beviljat']:,}".replace(",", "\u00a0") in total


def test_the_schema_refuses_what_is_not_the_public_form() -> None:
    schema = Draft202012Validator(json.loads(files()["data/v1/schema.json"]))
    whole = json.loads(files()["data/v1/insatser.json"])
    whole["insatser"] = [whole["insatser"][0] | {"personnummer": "x"}]
    assert not schema.is_valid(whole)


def test_a_full_insats_follows_the_schema_with_every_field() -> None:
    full = v.catalogue(v.insats(persons=(v.person(),), attribution="Betalas av förbundet.", example=True))
    drawn = made(full)
    whole = json.loads(drawn["data/v1/insatser.json"])
    assert list(Draft202012Validator(json.loads(drawn["data/v1/schema.json"])).iter_errors(whole)) == []
    missing = set(json.loads(drawn["data/v1/schema.json"])["$defs"]["insats"]["properties"]) - set(
        whole["insatser"][0]
    )
    assert missing == {"relationer", "senast_ändrad"}
    assert json.loads(drawn["insatser/gavleborg/rakna-med-mig.json"])["insatser"] == whole["insatser"]


@pytest.mark.parametrize(
    ("name", "delimiter", "mark"), [("insatser", ",", b""), ("insatser-excel", ";", b"\xef\xbb\xbf")]
)
def test_csv_has_the_same_facts(name: str, delimiter: str, mark: bytes) -> None:
    content = files()[f"data/v1/{name}.csv"]
    assert content.startswith(mark + b"id")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))
    by_id = {one["id"]: one for one in json.loads(files()["data/v1/insatser.json"])["insatser"]}
    assert [row["id"] for row in rows] == list(by_id)
    for row in rows:
        one = by_id[row["id"]]
        assert row["adress"] == one["adress"]
        assert row["namn"] == one["namn"]
        assert row["upplysning"] == one.get("upplysning", "")
        assert row["beviljat_kr"] == str(one.get("beviljat", ""))
        assert row["start"] == one.get("period", {}).get("start", "")
        assert row["kommuner"] == " | ".join(f"{p['kod']} {p['namn']}" for p in one.get("kommuner", ()))
    assert any(row["kommuner"].startswith("0") for row in rows), "a leading zero"


@pytest.mark.parametrize("text", ["=1+1", "+46", "-1", "@a", "\tx", "=HYPERLINK(1)"])
def test_no_cell_of_a_csv_is_a_formula(text: str) -> None:
    drawn = made(v.catalogue(v.insats(name=text, summary=f"{text}\nmer", reference=text)))
    for name, delimiter in (("insatser", ","), ("insatser-excel", ";"), ("forbund/gavleborg", ";")):
        lines = io.StringIO(drawn[f"data/v1/{name}.csv"].decode("utf-8-sig"), newline="")
        (row,) = csv.DictReader(lines, delimiter=delimiter)
        for key in ("namn", "diarienummer", "sammanfattning"):
            assert row[key].startswith(f"'{text}"), (name, key)


def test_xlsx_has_the_same_facts_in_typed_cells() -> None:
    book = openpyxl.load_workbook(io.BytesIO(files()["data/v1/insatser.xlsx"]))
    assert book.sheetnames == ["Insatser", "Beslut", "Beviljat per år", "Mål", "Förklaringar"]
    header, *rows = list(book["Insatser"].iter_rows(values_only=True))
    by_id = {one["id"]: one for one in json.loads(files()["data/v1/insatser.json"])["insatser"]}
    assert len(rows) == COUNT
    for cells in rows:
        row = dict(zip(header, cells, strict=True))
        one = by_id[str(row["id"])]
        assert row["namn"] == one["namn"]
        assert row["beviljat_kr"] == one.get("beviljat")
        assert type(row["beviljat_kr"]) in (int, type(None))
        end = one.get("period", {}).get("slut")
        if end is not None and len(end) == 10:
            assert row["slut"] == datetime.fromisoformat(end)
        else:
            assert row["slut"] == end
    decisions = list(book["Beslut"].iter_rows(values_only=True))[1:]
    assert len(decisions) == sum(len(one.get("beslut", ())) for one in by_id.values()) > 0
    explained = {row[1] for row in book["Förklaringar"].iter_rows(values_only=True)}
    assert set(header) <= explained


def test_xlsx_takes_no_text_for_a_formula_or_a_link() -> None:
    drawn = made(v.catalogue(v.insats(name="=1+1", summary="https://example.org")))
    sheet = openpyxl.load_workbook(io.BytesIO(drawn["data/v1/insatser.xlsx"]))["Insatser"]
    row = dict(zip((c.value for c in sheet[1]), sheet[2], strict=True))
    assert (row["namn"].value, row["namn"].data_type) == ("=1+1", "s")
    assert row["sammanfattning"].hyperlink is None


def test_lists_have_files_of_what_they_show() -> None:
    for kommun in ("0305", "2184"):
        expected = {one.id for one in catalogue().insatser if kommun in one.kommuner}
        content = files()[f"data/v1/kommuner/{kommun}.csv"].decode("utf-8-sig")
        rows = csv.DictReader(io.StringIO(content, newline=""), delimiter=";")
        assert {row["id"] for row in rows} == expected != set()


def test_a_list_has_its_file_also_when_nothing_is_in_it() -> None:
    drawn = made(v.catalogue())
    groups = [one for index in all_indexes() for one in index.pages(v.catalogue()) if one.parent is not None]
    assert groups
    for group in groups:
        content = drawn[f"data/v1/{group.address.rstrip('/')}.csv"].decode("utf-8-sig")
        assert len(content.splitlines()) == 1 + len(group.insatser or ())


def test_every_file_that_a_list_links_to_is_there() -> None:
    linked = {get_data(text)[1].get("fil") for text in tree().values()} - {None}
    assert linked
    assert linked <= set(files())
    shown = {name for export in all_exports() if export.possible(catalogue()) for name in export.shown}
    assert shown <= set(files())


SHAPES = Graph().parse(
    format="turtle",
    data="""
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> . @prefix x: <urn:x:> .
x:Catalog a sh:NodeShape ; sh:targetClass dcat:Catalog ; sh:nodeKind sh:IRI ;
  sh:property [ sh:path dct:title ; sh:minCount 1 ; sh:uniqueLang true ] ;
  sh:property [ sh:path dct:description ; sh:minCount 1 ] ;
  sh:property [ sh:path dct:publisher ; sh:minCount 1 ; sh:maxCount 1 ; sh:class foaf:Agent ] ;
  sh:property [ sh:path dct:license ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
  sh:property [ sh:path dcat:dataset ; sh:minCount 1 ; sh:class dcat:Dataset ] .
x:Dataset a sh:NodeShape ; sh:targetClass dcat:Dataset ; sh:nodeKind sh:IRI ;
  sh:property [ sh:path dct:title ; sh:minCount 1 ] ;
  sh:property [ sh:path dct:description ; sh:minCount 1 ] ;
  sh:property [ sh:path dct:publisher ; sh:minCount 1 ; sh:class foaf:Agent ] ;
  sh:property [ sh:path dcat:contactPoint ; sh:minCount 1 ; sh:class vcard:Organization ] ;
  sh:property [ sh:path dcat:theme ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ;
  sh:property [ sh:path dcat:distribution ; sh:minCount 1 ; sh:class dcat:Distribution ] .
x:Distribution a sh:NodeShape ; sh:targetClass dcat:Distribution ; sh:nodeKind sh:IRI ;
  sh:property [ sh:path dcat:accessURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ;
  sh:property [ sh:path dct:license ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ;
    sh:in ( <http://creativecommons.org/licenses/by/4.0/>
            <http://creativecommons.org/publicdomain/zero/1.0/> ) ] .
x:Agent a sh:NodeShape ; sh:targetClass foaf:Agent ; sh:nodeKind sh:IRI ;
  sh:property [ sh:path foaf:name ; sh:minCount 1 ] .
x:Contact a sh:NodeShape ; sh:targetClass vcard:Organization ; sh:nodeKind sh:IRI ;
  sh:property [ sh:path vcard:fn ; sh:minCount 1 ] ;
  sh:property [ sh:path vcard:hasEmail ; sh:minCount 1 ; sh:nodeKind sh:IRI ] .
""",
)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own reader of JSON-LD
@pytest.mark.parametrize("name", ["datasets/dcat", "data/dcat.rdf", "data/dcat.ttl", "data/dcat.jsonld"])
def test_the_catalogue_for_portals_has_what_dcat_ap_se_demands(name: str) -> None:
    formats = {"ttl": "turtle", "jsonld": "json-ld"}
    graph = Graph().parse(data=files()[name], format=formats.get(name.rpartition(".")[2], "xml"))
    conforms, _, text = validate(graph, shacl_graph=SHAPES)
    assert conforms, text
    urls = {str(one) for one in graph.objects(None, DCAT.downloadURL)}
    assert len(urls) == 4
    assert {url.removeprefix("https://insatser.example/") for url in urls} <= set(files())
    assert len(list(graph.subjects(RDF.type, DCAT.Catalog))) == 1


def test_the_shapes_refuse_a_catalogue_without_a_publisher() -> None:
    text = files()["data/dcat.ttl"].decode().replace("dcterms:publisher", "dcterms:creator")
    assert not validate(Graph().parse(data=text, format="turtle"), shacl_graph=SHAPES)[0]


def test_a_publisher_with_a_number_has_the_address_of_the_data_portal() -> None:
    numbered = v.catalogue(site=v.site(organisation_number="222000-1234", licence="cc0"))
    text = made(numbered)["data/dcat.ttl"].decode()
    assert "<http://dataportal.se/organisation/SE2220001234> a foaf:Agent" in text
    assert "http://creativecommons.org/publicdomain/zero/1.0/" in text


def test_grants_have_what_360giving_demands() -> None:
    package = json.loads(files()["data/v1/360giving.json"])
    by_id = {one["id"]: one for one in json.loads(files()["data/v1/insatser.json"])["insatser"]}
    # Of the published schema 1.1: what a grant must have, and their forms.
    required = {"id", "title", "description", "currency", "amountAwarded", "awardDate", "fundingOrganization"}
    assert package["grants"]
    for grant in package["grants"]:
        assert required | {"recipientOrganization"} <= set(grant)
        assert grant["currency"] == "SEK"
        assert grant["amountAwarded"] > 0
        date.fromisoformat(grant["awardDate"])
        insats = next(
            one for key, one in by_id.items() if grant["id"].startswith(f"360G-insatskatalogen-{key}-")
        )
        assert (grant["awardDate"], grant["amountAwarded"]) in {
            (one.get("datum"), one.get("belopp")) for one in insats["beslut"]
        }
    assert len({grant["id"] for grant in package["grants"]}) == len(package["grants"])


@pytest.mark.parametrize("address", ["alla", "forbund/forbund-7", "malgrupper/grupp-3"])
def test_feeds_are_read_and_say_the_same(address: str) -> None:
    feed = feedparser.parse(files()[f"data/flode/{address}.atom"])
    assert not feed.bozo
    items = json.loads(files()[f"data/flode/{address}.json"])["items"]
    assert [entry.id for entry in feed.entries] == [item["id"] for item in items]
    assert 0 < len(items) <= 100
    by_url = {front["permanent"]: front for front in pages().values()}
    for entry in feed.entries:
        front = by_url[entry.link]
        assert entry.title.endswith(f": {front['title']}")
        assert ("exempel" in front) == ("Exempel: beslutet" in entry.get("summary", ""))
        assert entry.updated[:10] <= catalogue().day.isoformat()
    days = [entry.updated for entry in feed.entries]
    assert days == sorted(days, reverse=True)


def test_a_feed_tells_new_changed_and_ended_with_names_that_stay() -> None:
    day = date(2026, 11, 23)
    ended = v.insats(status="avslutad", attribution="Betalas av förbundet.")
    told = v.catalogue(ended, changed={ended.id: date(2026, 2, 3)}, day=day)
    entries = feedparser.parse(made(told)["data/flode/alla.atom"]).entries
    tag = "tag:insatser.example,2026:gavleborg-rakna-med-mig"
    assert {entry.id for entry in entries} == {f"{tag}/ny", f"{tag}/andrad/2026-02-03", f"{tag}/avslutad"}
    assert all("Betalas av förbundet." in entry.summary for entry in entries)
    later = v.catalogue(ended, changed={ended.id: date(2026, 2, 3)}, day=date(2027, 1, 1))
    assert {entry.id for entry in feedparser.parse(made(later)["data/flode/alla.atom"]).entries} == {
        entry.id for entry in entries
    }
    gone = v.catalogue(v.minimal(), day=day)
    assert b"rakna-med-mig" not in made(gone)["data/flode/alla.atom"]


def test_the_calendar_has_the_days_of_the_pages() -> None:
    calendar = Calendar.from_ical(files()["data/flode/alla.ics"])
    found = {str(one["uid"]): one.decoded("dtstart") for one in calendar.walk("VEVENT")}
    expected: dict[str, date] = {}
    for one in catalogue().insatser:
        tag = f"tag:insatser.example,2026:{one.id}"
        if one.period and one.period.start:
            expected[f"{tag}/start"] = one.period.start.first_day
        if one.period and one.period.end:
            expected[f"{tag}/slut"] = one.period.end.last_day
        if one.intake_until:
            expected[f"{tag}/sista-intag"] = one.intake_until.last_day
    assert found == expected != {}


def test_a_month_in_the_calendar_says_that_it_is_one() -> None:
    (start, *_) = Calendar.from_ical(made(v.catalogue())["data/flode/alla.ics"]).walk("VEVENT")
    assert "Datumet är bara känt så här: september 2025." in str(start["description"])


def test_each_page_has_a_markdown_twin() -> None:
    own = {"om.md": "---\ntitle: Om\n---\nVi som gör {webbplats}.\n"}
    drawn = made(catalogue(), **own)
    twins = {name for name in drawn if name.endswith(".md")}
    wanted = {
        path.replace("/index.md", ".md") for path in render(catalogue(), own, data_pages(catalogue()))
    } - {"sok.md"}
    # The later pages of a list are in the twin of its first, and frames are of a page that has one.
    wanted = {path for path in wanted if "/sida-" not in path and not path.startswith("badda-in/")}
    assert wanted <= twins
    one = catalogue().insatser[0]
    text = drawn[f"{one.address.rstrip('/')}.md"].decode()
    assert text.startswith(f"# {one.name}\n")
    assert drawn["om.md"].decode() == "# Om\n\nVi som gör Insatskatalogen.\n"
    assert f"https://insatser.example/{one.address.rstrip('/')}.md" in drawn["llms.txt"].decode()


def test_the_twin_of_the_overview_has_its_numbers() -> None:
    front = get_data(tree()["oversikt.md"])[1]
    text = files()["oversikt.md"].decode()
    assert len(front["diagram"]) > 2
    for figure in front["tal"]:
        assert f"- {figure['tal']} {figure['text']}" in text
    for diagram in front["diagram"]:
        assert f"## {diagram['titel']}\n" in text
        for row in diagram.get("tabell", {"rader": ()})["rader"]:
            told = f"| {row['namn']} | {' | '.join(row['celler'])} |"
            assert told.replace("\u00a0", " ") in text
        for lan in diagram.get("lan", ()):
            for kommun in lan["kommuner"]:
                assert f"| {lan['text']} | {kommun['text']} | {kommun['antal']} |" in text
    assert any("lan" in diagram for diagram in front["diagram"])


def test_the_twins_of_glossary_and_data_explain_each_word() -> None:
    drawn = made(v.catalogue())
    for term in (v.IPS, v.SUS):
        assert f"**{term.label}**: {term.explanation}" in drawn["ordlista.md"].decode()
    for key in ("beviljat_per_år", "hänvisning_kontakt"):
        assert f"| {key} | " in drawn["data.md"].decode()


def test_security_txt_is_there_until_it_expires() -> None:
    security = Security("mailto:sakerhet@insatser.example", date(2027, 1, 1))
    told = v.catalogue(site=v.site(security=security), day=date(2026, 12, 31))
    text = made(told)[".well-known/security.txt"].decode()
    assert "Contact: mailto:sakerhet@insatser.example\nExpires: 2027-01-01T00:00:00Z\n" in text
    gone = v.catalogue(site=v.site(security=security), day=date(2027, 1, 1))
    assert ".well-known/security.txt" not in made(gone)


HOSTILE = "](https://x.example) <script>*a*</script>\x0b"


def test_hostile_names_stay_text() -> None:
    drawn = made(v.catalogue(v.insats(name=HOSTILE, summary=HOSTILE)))
    for name, content in drawn.items():
        if name.endswith((".atom", ".rdf")) or name == "datasets/dcat":
            ET.fromstring(content)  # noqa: S314 - our own
    assert b"<script>" not in drawn["insatser/gavleborg/rakna-med-mig.md"].replace(b"\\<script\\>", b"")
    assert json.loads(drawn["data/v1/insatser.json"])["insatser"][0]["namn"] == HOSTILE


def test_the_same_release_is_the_same_bytes() -> None:
    few = many(60)
    assert made(few) == made(many(60))


def test_without_a_grant_there_is_no_package_and_no_link_to_it() -> None:
    empty = v.catalogue(v.minimal())
    assert "data/v1/360giving.json" not in made(empty)
    assert "360giving" not in data_pages(empty)["data.md"]
    assert "360giving" in data_pages(v.catalogue())["data.md"]


def test_robots_and_whom_to_tell() -> None:
    assert "Sitemap: https://insatser.example/sitemap.xml" in files()["robots.txt"].decode()
    assert ".well-known/security.txt" not in files()
