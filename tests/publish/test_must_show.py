"""What the register's own content must show and must not: the cases of issue 2, on whole sites."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from tests.sites import DAY, GAVLEBORG, Built, Place, files, mentions, persons, readable, telling

INSATSER = {
    "gavleborg/rakna-med-mig", "gotland/jobbvagen", "nnv-skane/en-vag-in", "uppsala/forstarkt-stod",
    "uppsala/framsteget-i-habo",
}  # fmt: skip
OPENED = "gavleborg/rakna-med-mig"
ATTRIBUTION = "Insatsen är en samverkansinsats med finansiering av Samordningsförbundet i Uppsala län."


def below(built: Built, folder: str, depth: int) -> set[str]:
    """The addresses of the pages `depth` folders below a folder of the site."""
    pages = (built.out / folder).glob("*/" * depth + "index.html")
    return {page.parent.relative_to(built.out / folder).as_posix() for page in pages}


def records(content: Path) -> dict[str, dict[str, Any]]:
    """Every record as YAML alone reads it, by `<förbund>/<slug>`."""
    return {
        f"{path.parent.name}/{path.stem}": yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
        for path in sorted((content / "insatser").glob("*/*.yml"))
    }


def words(register: Place, name: str) -> set[str]:
    """The ids of a vocabulary."""
    text = (register.config / "begrepp" / f"{name}.yml").read_text("utf-8")
    return {word["id"] for word in yaml.safe_load(text)["ord"]}


def test_the_portal_has_every_insats_forbund_and_target_group(portal: Built, register: Place) -> None:
    assert not [finding for finding in portal.findings if finding.severity == "fel"]
    assert below(portal, "insatser", 2) == INSATSER == records(register.content).keys()
    assert below(portal, "forbund", 1) == {"gavleborg", "uppsala", "gotland", "nnv-skane"}
    assert len(below(portal, "malgrupper", 1)) == len(words(register, "malgrupper")) > 10
    assert "unga-med-aktivitetsersattning" in below(portal, "malgrupper", 1)
    for name in ("index", "insatser/index", "forbund/index", "malgrupper/index", "kommuner/index"):
        assert (portal.out / f"{name}.html").is_file()
    for name in ("metoder/index", "status/index", "404"):
        assert (portal.out / f"{name}.html").is_file()


def test_a_site_holds_no_source_and_no_link(portal: Built, gavleborg: Built) -> None:
    allowed = {".html", ".xml", ".gz", ".css", ".js", ".woff2", ".svg", ".png", ".txt", ".json", ".webp"}
    allowed |= {".pagefind", ".pf_meta", ".pf_filter", ".pf_index", ".pf_fragment"}
    allowed |= {".csv", ".jsonl", ".jsonld", ".xlsx", ".rdf", ".ttl", ".atom", ".ics", ".md"}
    for built in (portal, gavleborg):
        plain = {"_headers", "datasets/dcat"}
        assert {name for name in files(built.out) if not PurePosixPath(name).suffix} == plain
        assert {PurePosixPath(name).suffix for name in set(files(built.out)) - plain} <= allowed
        assert not [path for path in built.out.rglob("*") if path.is_symlink()]
        assert not [name for name in files(built.out) if name.startswith(".") or "/." in name]


def test_the_sitemap_names_every_page_that_may_be_found(portal: Built) -> None:
    sitemap = portal.text("sitemap.xml")
    found = set(re.findall(r"<loc>https://insatskatalogen\.example/(.*?)</loc>", sitemap))
    pages = {name.removesuffix("index.html") for name in files(portal.out) if name.endswith("index.html")}
    assert found == {page for page in pages if not re.match("badda-in/.+", page)}
    assert {f"insatser/{name}/" for name in INSATSER} <= found


def test_every_page_of_an_example_says_so(portal: Built, register: Place) -> None:
    examples = [name for name, record in records(register.content).items() if record.get("exempel") == "true"]
    assert set(examples) == INSATSER
    for name in examples:
        assert "beslutet på den här sidan är påhittat" in portal.text(f"insatser/{name}/index.html")


def test_gavleborgs_own_site_has_its_insats_and_no_other(gavleborg: Built, register: Place) -> None:
    assert below(gavleborg, "insatser", 2) == {OPENED}
    assert below(gavleborg, "forbund", 1) == {"gavleborg"}
    texts = gavleborg.texts
    for name, record in records(register.content).items():
        if name != OPENED:
            for needle in (record["id"], record["namn"], *record.get("andra_namn", []), f"insatser/{name}"):
                assert mentions(texts, needle) == [], needle


def test_gavleborgs_own_site_shows_the_insatsledare(gavleborg: Built, register: Place) -> None:
    page = gavleborg.text(f"insatser/{OPENED}/index.html")
    opened = [person for name, person in persons(register.content) if name == OPENED]
    (reachable,) = [person for person in opened if person["roll"] == "kontaktperson"]
    for key in ("namn", "e-post", "telefon"):
        assert reachable[key] in page
    assert f"mailto:{reachable['e-post']}" in page


def test_no_other_person_is_in_any_byte_of_either_site(
    portal: Built, gavleborg: Built, register: Place
) -> None:
    everyone = list(persons(register.content))
    opened = set[str]()
    for name, person in everyone:
        if name == OPENED and person["roll"] in ("insatsledare", "kontaktperson"):
            opened |= telling(person)
    withheld = {needle for _, person in everyone for needle in telling(person)}
    assert len({person["namn"] for _, person in everyone}) > 15
    assert 4 <= len(opened) < len(withheld)
    for built, sought in ((portal, withheld), (gavleborg, withheld - opened)):
        texts = built.texts
        assert {needle: found for needle in sought if (found := mentions(texts, needle))} == {}
    # The search does find what is there, also in compressed files.
    texts = gavleborg.texts
    assert all(mentions(texts, needle) for needle in opened if "," not in needle and needle[0] != "L")
    assert "sitemap.xml.gz" in mentions(portal.texts, "insatser/uppsala/forstarkt-stod/")


def test_no_surname_of_a_withheld_person_is_on_either_site(
    portal: Built, gavleborg: Built, register: Place
) -> None:
    surnames = {person["namn"].split()[-1] for _, person in persons(register.content)}
    for built, opened in ((portal, set[str]()), (gavleborg, {"Lindeby"})):
        texts = "\n".join(built.texts.values())
        found = {name for name in surnames - opened if re.search(rf"\b{name}(?:s|es)?\b", texts)}
        assert found == set()


class Cards(HTMLParser):
    """The text of every card (`class="kort"`) with the address that it leads to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._depth = 0
        self._href = ""
        self._text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if self._depth:
            self._depth += tag == "div"
            if tag == "a" and not self._href:
                self._href = values.get("href") or ""
        elif tag == "div" and "kort" in (values.get("class") or "").split():
            self._depth, self._href, self._text = 1, "", ""

    def handle_endtag(self, tag: str) -> None:
        if self._depth and tag == "div":
            self._depth -= 1
            if not self._depth:
                self.found.append((self._href, " ".join(self._text.split())))

    def handle_data(self, data: str) -> None:
        self._text += data


@cache
def all_cards(out: Path) -> tuple[tuple[str, str, str], ...]:
    """(page, address, text) for every card of a finished site."""
    pages = {name: data.decode() for name, data in files(out).items() if name.endswith(".html")}
    return tuple((page, *card) for page, text in pages.items() for card in Cards(text).found)


def cards(built: Built, name: str) -> list[tuple[str, str]]:
    """(page, text) for every card of one insats on the whole site."""
    return [(page, text) for page, href, text in all_cards(built.out) if href.rstrip("/").endswith(name)]


def test_the_attribution_is_on_the_page_and_on_every_card(portal: Built, register: Place) -> None:
    assert ATTRIBUTION in portal.text("insatser/uppsala/forstarkt-stod/index.html")
    found = cards(portal, "uppsala/forstarkt-stod")
    assert all(ATTRIBUTION in text for _, text in found)
    record = records(register.content)["uppsala/forstarkt-stod"]
    on = {page.removesuffix("/index.html") for page, _ in found}
    assert {"index.html", "insatser", "forbund/uppsala"} <= on
    assert {f"kommuner/{code}" for code in record["kommuner"]} <= on
    assert len({page for page in on if page.startswith("malgrupper/")}) == len(record["målgrupper"])
    assert len({page for page in on if page.startswith("metoder/")}) == len(record["metoder"])
    # Wherever its name stands, so does the sentence.
    texts = portal.texts
    named = mentions(texts, record["namn"])
    assert len(named) > 10
    assert [name for name in named if name.endswith(".html") and ATTRIBUTION not in texts[name]] == []


def test_the_older_record_of_the_same_forbund_carries_no_attribution(portal: Built) -> None:
    assert ATTRIBUTION not in portal.text("insatser/uppsala/framsteget-i-habo/index.html")
    found = cards(portal, "uppsala/framsteget-i-habo")
    assert len(found) >= 4
    assert not [page for page, text in found if ATTRIBUTION in text]
    others = [text for name in INSATSER - {"uppsala/forstarkt-stod"} for _, text in cards(portal, name)]
    assert len(others) > 10
    assert not [text for text in others if "samverkansinsats med finansiering" in text]


def test_before_its_decision_an_insats_has_left_no_trace(register: Place) -> None:
    built = register.build("portal", "2024-01-01", "2024")
    assert built.result.published is not None
    later = {
        name: record
        for name, record in records(register.content).items()
        if all(decision["datum"] > "2024-01-01" for decision in record["beslut"])
    }
    assert {"gavleborg/rakna-med-mig", "uppsala/forstarkt-stod", "gotland/jobbvagen"} <= later.keys()
    assert below(built, "insatser", 2) == INSATSER - later.keys() != set()
    for folder in (built.out, built.pages):
        texts = readable(folder)
        for name, record in later.items():
            slug = name.partition("/")[2]
            for needle in (record["id"], record["namn"], *record.get("andra_namn", []), name, slug):
                assert mentions(texts, needle) == [], needle


def test_contact_details_end_by_themselves(register: Place, gavleborg: Built) -> None:
    name = f"insatser/{OPENED}/index.html"
    assert "Tova Lindeby" in gavleborg.text(name)
    # The insats ended on 2026-08-30, and six months later is 2027-02-28.
    last = register.build(GAVLEBORG, "2027-02-28", "last")
    assert "Tova Lindeby" in last.text(name)
    for day in ("2027-03-01", "2027-06-01"):
        built = register.build(GAVLEBORG, day, "later")
        assert (built.out / name).is_file()
        texts = built.texts
        for _, person in persons(register.content):
            for needle in telling(person):
                assert mentions(texts, needle) == [], day
        assert "info@finsamgavleborg.example" in built.text(name) or "jobbcentrum@" in built.text(name)


def test_the_day_is_the_only_clock(portal: Built) -> None:
    catalogue = portal.result.published
    assert catalogue is not None
    assert catalogue.day.isoformat() == DAY
    assert catalogue.changed == {}
