"""DCAT-AP-SE 3: the catalogue that dataportal.se and others harvest, as RDF/XML, Turtle and JSON-LD."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, XSD

from generator.exports.interface import DATA, Export, File, Json, Release
from generator.words.licences import LICENCES

_EU = "http://publications.europa.eu/resource/authority/"
_VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
_ADMS = Namespace("http://www.w3.org/ns/adms#")
_SCHEMA_OF = "https://www.iana.org/assignments/media-types/"
# address → title, media type, EU file type
_DISTRIBUTIONS = (
    (f"{DATA}insatser.json", "Insatser som JSON", "application/json", "JSON"),
    (f"{DATA}insatser.jsonl", "Insatser som JSON, en på varje rad", "application/jsonl", "JSON"),
    (f"{DATA}insatser.csv", "Insatser som CSV", "text/csv", "CSV"),
    (
        f"{DATA}insatser.xlsx",
        "Insatser som Excel",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "XLSX",
    ),
)


def _sv(text: str) -> Literal:
    return Literal(text, lang="sv")


def _publisher(graph: Graph, release: Release) -> URIRef:
    """By the organisation number at dataportal.se, otherwise at an address of the site's own."""
    site = release.catalogue.site
    number = site.organisation_number
    agent = URIRef(
        f"http://dataportal.se/organisation/SE{number.replace('-', '')}"
        if number is not None
        else release.url("data/#utgivare")
    )
    graph.add((agent, RDF.type, FOAF.Agent))
    graph.add((agent, FOAF.name, _sv(site.publisher)))
    graph.add((agent, FOAF.homepage, URIRef(site.url)))
    graph.add((agent, DCTERMS.type, URIRef("http://purl.org/adms/publishertype/LocalAuthority")))
    return agent


def _contact(graph: Graph, release: Release) -> URIRef:
    site, contact = release.catalogue.site, URIRef(release.url("data/#kontakt"))
    graph.add((contact, RDF.type, _VCARD.Organization))
    graph.add((contact, _VCARD.fn, Literal(site.publisher)))
    graph.add((contact, _VCARD.hasEmail, URIRef(f"mailto:{site.email}")))
    return contact


def _described(graph: Graph, what: URIRef, title: str, text: str, agent: URIRef) -> None:
    graph.add((what, DCTERMS.title, _sv(title)))
    graph.add((what, DCTERMS.description, _sv(text)))
    graph.add((what, DCTERMS.publisher, agent))
    graph.add((what, DCTERMS.language, URIRef(f"{_EU}language/SWE")))


def _distribution(graph: Graph, row: tuple[str, str, str, str], release: Release) -> URIRef:
    address, title, media, file_type = row
    site = release.catalogue.site
    one, file = URIRef(release.url(f"data/#{address.rpartition('.')[2]}")), URIRef(release.url(address))
    graph.add((one, RDF.type, DCAT.Distribution))
    graph.add((one, DCTERMS.title, _sv(title)))
    graph.add((one, DCAT.accessURL, file))
    graph.add((one, DCAT.downloadURL, file))
    graph.add((one, DCTERMS.license, URIRef(LICENCES[site.licence].url)))
    graph.add((one, DCAT.mediaType, URIRef(f"{_SCHEMA_OF}{media}")))
    graph.add((one, DCTERMS["format"], URIRef(f"{_EU}file-type/{file_type}")))
    graph.add((one, _ADMS.status, URIRef("http://purl.org/adms/status/Completed")))
    return one


def graph_of(release: Release) -> Graph:
    """One catalogue with one dataset; every entity has an absolute address."""
    catalogue, site = release.catalogue, release.catalogue.site
    graph = Graph(bind_namespaces="none")
    for prefix, space in (("dcat", DCAT), ("dcterms", DCTERMS), ("foaf", FOAF), ("vcard", _VCARD)):
        graph.bind(prefix, space)
    graph.bind("adms", _ADMS)
    agent, contact = _publisher(graph, release), _contact(graph, release)
    whole, dataset = URIRef(release.url("data/#katalog")), URIRef(release.url("data/#insatser"))
    day = Literal(catalogue.day.isoformat(), datatype=XSD.date)
    _described(graph, whole, site.name, site.description, agent)
    graph.add((whole, RDF.type, DCAT.Catalog))
    graph.add((whole, FOAF.homepage, URIRef(site.url)))
    graph.add((whole, DCTERMS.license, URIRef(LICENCES[site.licence].url)))
    graph.add((whole, DCTERMS.modified, day))
    graph.add((whole, DCAT.themeTaxonomy, URIRef(f"{_EU}data-theme")))
    graph.add((whole, DCAT.dataset, dataset))
    text = (
        "Insatser för samordnad rehabilitering som samordningsförbund har beviljat medel till: vad de gör, "
        "för vem, var, när, och för hur mycket pengar. Personuppgifter finns bara med om personen har "
        "samtyckt till det."
    )
    _described(graph, dataset, f"Insatser i {site.name}", text, agent)
    graph.add((dataset, RDF.type, DCAT.Dataset))
    graph.add((dataset, DCAT.contactPoint, contact))
    graph.add((dataset, DCAT.landingPage, URIRef(release.url("data/"))))
    graph.add((dataset, DCAT.theme, URIRef(f"{_EU}data-theme/SOCI")))
    graph.add((dataset, DCTERMS.accessRights, URIRef(f"{_EU}access-right/PUBLIC")))
    graph.add((dataset, DCTERMS.accrualPeriodicity, URIRef(f"{_EU}frequency/IRREG")))
    graph.add((dataset, DCTERMS.spatial, URIRef(f"{_EU}country/SWE")))
    graph.add((dataset, DCTERMS.modified, day))
    for word in ("samordningsförbund", "finansiell samordning", "rehabilitering", "insatser"):
        graph.add((dataset, DCAT.keyword, _sv(word)))
    for row in _DISTRIBUTIONS:
        graph.add((dataset, DCAT.distribution, _distribution(graph, row, release)))
    return graph


def _json_ld(graph: Graph) -> bytes:
    """Rdflib lists things as they come: sorted here, so that the same graph is the same bytes."""
    nodes = json.loads(graph.serialize(format="json-ld"))
    return (json.dumps(_sorted(nodes), ensure_ascii=False, indent=1) + "\n").encode()


def _sorted(value: Json) -> Json:
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        return sorted((_sorted(one) for one in value), key=lambda one: json.dumps(one, sort_keys=True))
    return value


def _xml(graph: Graph) -> bytes:
    """Rdflib writes what it finds in no order: sorted here, as above."""
    for prefix, space in (*graph.namespaces(), ("rdf", RDF)):
        ET.register_namespace(prefix, str(space))
    root = ET.fromstring(graph.serialize(format="xml"))  # noqa: S314 - our own
    for node in root:
        node[:] = sorted(node, key=ET.tostring)
    root[:] = sorted(root, key=ET.tostring)
    ET.indent(root)
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _files(release: Release) -> Iterator[File]:
    graph = graph_of(release)
    xml = _xml(graph)
    yield "datasets/dcat", xml
    yield "data/dcat.rdf", xml
    yield "data/dcat.ttl", graph.serialize(format="turtle", encoding="utf-8")
    yield "data/dcat.jsonld", _json_ld(graph)


EXPORT = Export(
    name="dcat",
    title="DCAT-AP-SE",
    text="En beskrivning av registret för dataportaler, som RDF/XML, Turtle och JSON-LD.",
    shown=("data/dcat.rdf", "data/dcat.ttl", "data/dcat.jsonld"),
    files=_files,
    rank=70,
)
