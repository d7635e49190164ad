"""Addresses that last: what answered in one version of a register answers in the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest

from generator.public.catalogue import Catalogue
from generator.publish.hosting import server_folder
from tests.host_files import moves_of
from tests.nginx import ask, serving
from tests.publish.moving import HIDDEN, first_version, forbund, record, second_version
from tests.sites import Built, files, mentions, readable, rules

SITE = "https://register.exempelbygden.example/"
CHANNELS = ("portal", *(f"forbundswebb:{key}" for key in ("norrbygden", "soderbygden")))


class _Head(HTMLParser):
    """What a page says about itself, and whether it leads somewhere else."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.robots = self.refresh = self.canonical = ""
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        if tag == "meta" and found.get("name") == "robots":
            self.robots = found["content"]
        if tag == "meta" and found.get("http-equiv") == "refresh":
            self.refresh = found["content"]
        if tag == "link" and found.get("rel") == "canonical":
            self.canonical = found["href"]
        if tag == "a":
            self.links.append(found["href"])


@dataclass(frozen=True)
class Answer:
    """What an address answers: `nothing`, `page`, `grave`, or `moved` and where to."""

    kind: str
    target: str = ""


def answer(built: Built, address: str) -> Answer:
    """As a browser without JavaScript sees it; `address` is relative to the site and ends with `/`."""
    page = built.out / address / "index.html"
    if not page.is_file():
        return Answer("nothing")
    text = page.read_text("utf-8")
    head = _Head(text)
    if head.refresh:
        seconds, _, way = head.refresh.partition("; url=")
        assert seconds == "0"
        target = urljoin(f"{SITE}{address}", way)
        assert head.robots == "noindex"
        assert head.canonical == target
        assert way in head.links
        return Answer("moved", target.removeprefix(SITE))
    return Answer("grave" if "Den här sidan är borttagen" in text else "page")


# Pages in other sites' frames follow those they are of, and are in no sitemap.
FRAMES = ("badda-in/forbund/", "badda-in/insatser/", "badda-in/malgrupper/")


def addresses(built: Built) -> set[str]:
    """Every address of a page, and every one that the sitemap names."""
    pages = {name.removesuffix("index.html") for name in files(built.out) if name.endswith("index.html")}
    pages = {page for page in pages if not page.startswith(FRAMES)}
    named = set(re.findall(rf"<loc>{SITE}(.*?)</loc>", built.text("sitemap.xml")))
    assert named <= pages
    return pages


def stands(built: Built) -> set[str]:
    """Every address that somebody can have noted: pages and files, but not what pages load for themselves."""
    names = {name for name in files(built.out) if not name.startswith(("pagefind/", "assets/", "_"))}
    return {name.removesuffix("index.html") for name in names}


def lost(before: Built, after: Built) -> set[str]:
    """Each address of the first version that neither is in the second nor leads there."""
    moves = moves_of(after.text("_redirects"))
    there = stands(after)
    assert {new.removeprefix("/") for new in moves.values()} <= there
    return {one for one in stands(before) - there if f"/{one}" not in moves}


def published(built: Built) -> Catalogue:
    assert built.result.published is not None, [str(finding) for finding in built.findings]
    return built.result.published


@dataclass(frozen=True)
class Editions:
    """The same register, and each of its sites, before and after."""

    before: dict[str, Built]
    after: dict[str, Built]


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    place = first_version(tmp_path_factory.mktemp("addresses"))
    before = {one: place.build(one, out=f"one-{number}") for number, one in enumerate(CHANNELS)}
    second_version(place)
    after = {one: place.build(one, out=f"two-{number}") for number, one in enumerate(CHANNELS)}
    for built in (*before.values(), *after.values()):
        published(built)
    return Editions(before, after)


def changed(editions: Editions, channel: str) -> Iterator[tuple[str, Answer]]:
    """Each address of the first version that is no longer a page of its own, and what it answers."""
    for address in sorted(addresses(editions.before[channel])):
        found = answer(editions.after[channel], address)
        if found.kind != "page":
            yield address, found


def test_every_address_of_the_portal_answers_but_those_that_the_gate_hides(editions: Editions) -> None:
    assert len(addresses(editions.before["portal"])) > 30
    assert dict(changed(editions, "portal")) == {
        "insatser/norrbygden/gammalt-namn/": Answer("moved", "insatser/norrbygden/nyaste-namn/"),
        "insatser/norrbygden/flyttande/": Answer("moved", "insatser/soderbygden/flyttande/"),
        "insatser/norrbygden/borttagen/": Answer("grave"),
        "insatser/vastbygden/ensam/": Answer("moved", "insatser/soderbygden/ensam/"),
        "forbund/vastbygden/": Answer("moved", "forbund/soderbygden/"),
        **{f"insatser/norrbygden/{slug}/": Answer("nothing") for slug in HIDDEN},
    }


def test_an_own_web_keeps_what_was_its_own(editions: Editions) -> None:
    assert dict(changed(editions, "forbundswebb:norrbygden")) == {
        "insatser/norrbygden/gammalt-namn/": Answer("moved", "insatser/norrbygden/nyaste-namn/"),
        # It belongs to another förbund now, and egen-webb hides it here.
        "insatser/norrbygden/flyttande/": Answer("nothing"),
        "insatser/norrbygden/borttagen/": Answer("grave"),
        **{f"insatser/norrbygden/{slug}/": Answer("nothing") for slug in HIDDEN},
    }
    assert dict(changed(editions, "forbundswebb:soderbygden")) == {}


def test_an_own_web_takes_the_addresses_of_those_it_took_over(editions: Editions) -> None:
    assert published(editions.after["forbundswebb:soderbygden"]).redirects == {
        "forbund/ostbygden/": "forbund/soderbygden/",
        "forbund/vastbygden/": "forbund/soderbygden/",
        "insatser/vastbygden/ensam/": "insatser/soderbygden/ensam/",
    }


def addresses_of(name: str) -> set[str]:
    """Every address of the insats `<förbund>/<slug>`."""
    page = f"insatser/{name}"
    frame = f"badda-in/{page}/"
    beside = {f"{page}.json", f"{page}.md", f"{frame}fragment.html", f"data/oembed/{name}.json"}
    return {f"{page}/", frame, *beside}


HIDDEN_ADDRESSES = {one for slug in HIDDEN for one in addresses_of(f"norrbygden/{slug}")}
# On its page and in its frame stands that it is withdrawn; of that no file of data can tell.
WITHDRAWN_FILES = {one for one in addresses_of("norrbygden/borttagen") if not one.endswith("/")}


@pytest.mark.parametrize(
    ("channel", "expected"),
    [
        ("portal", HIDDEN_ADDRESSES | WITHDRAWN_FILES),
        (
            "forbundswebb:norrbygden",
            HIDDEN_ADDRESSES | WITHDRAWN_FILES | addresses_of("norrbygden/flyttande"),
        ),
        ("forbundswebb:soderbygden", set()),
    ],
)
def test_no_file_is_lost_but_those_of_what_is_hidden(
    editions: Editions, channel: str, expected: set[str]
) -> None:
    assert lost(editions.before[channel], editions.after[channel]) == expected


@pytest.mark.nginx
def test_a_server_answers_wherever_something_was(editions: Editions, tmp_path: Path) -> None:
    before, after = editions.before["portal"], editions.after["portal"]
    gone = lost(before, after)
    conf = server_folder(after.out.parent / f"build-{after.out.name}", "portal")
    with serving(after.out, conf, tmp_path / "run") as url:
        for one in stands(before) - {"404.html"}:
            first = ask(url, f"/{one}")
            last = ask(url, first.headers["location"]) if first.status == 301 else first
            assert last.status == (404 if one in gone else 200), one


@pytest.mark.parametrize("channel", CHANNELS)
def test_each_way_leads_to_a_living_page_in_one_step(editions: Editions, channel: str) -> None:
    built = editions.after[channel]
    ways = published(built).redirects
    assert list(ways) == sorted(ways)
    told = moves_of(built.text("_redirects"))
    for place in ("/", "/badda-in/"):
        assert {one: told[f"{place}{one}"] for one in ways} == {a: f"{place}{b}" for a, b in ways.items()}
    for former, address in ways.items():
        assert answer(built, former) == Answer("moved", address)
        assert answer(built, address).kind == "page"
    moved = {one for one in addresses(built) if answer(built, one).kind == "moved"}
    assert moved == set(ways)


@pytest.mark.parametrize("channel", CHANNELS)
def test_ways_and_graves_are_in_no_list(editions: Editions, channel: str) -> None:
    built = editions.after[channel]
    pages = {one for one in addresses(built) if answer(built, one).kind == "page"}
    assert set(re.findall(rf"<loc>{SITE}(.*?)</loc>", built.text("sitemap.xml"))) == pages
    for address in addresses(built) - pages - {""}:
        told = set(mentions(built.texts, address.rstrip("/"))) - {"_redirects"}  # for the host, nameless too
        assert {name.removeprefix("badda-in/") for name in told} == {f"{address}index.html"}


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_frame_answers_as_the_page_that_it_is_of(editions: Editions, channel: str) -> None:
    built = editions.after[channel]
    frames = [
        name.removesuffix("index.html")
        for name in files(built.out)
        if name.startswith(FRAMES) and name.endswith("index.html")
    ]
    assert len(frames) > 5
    for frame in frames:
        page = frame.removeprefix("badda-in/")
        assert answer(built, frame).kind == answer(built, page).kind, frame


@pytest.mark.parametrize("channel", CHANNELS)
def test_no_byte_tells_a_former_address_of_what_is_hidden(editions: Editions, channel: str) -> None:
    built = editions.after[channel]
    for texts in (built.texts, readable(built.pages)):
        for slug in HIDDEN:
            assert mentions(texts, slug) == [], slug
    assert mentions(editions.before["portal"].texts, "pausad-visa")


def test_a_page_that_moved_tells_no_name(editions: Editions) -> None:
    portal = editions.after["portal"]
    text = portal.text("insatser/norrbygden/gammalt-namn/index.html")
    assert "Insatsen nummer 1" in portal.text("insatser/norrbygden/nyaste-namn/index.html")
    assert "Insatsen" not in text
    assert "data-pagefind-body" not in text


def test_graves_are_nameless_on_each_address(editions: Editions) -> None:
    portal = editions.after["portal"]
    for slug in ("borttagen", "avslutad"):
        page = f"insatser/norrbygden/{slug}/index.html"
        assert "noindex" in portal.text(page)
        assert "Insatsen" not in portal.text(page)


def test_a_merged_forbund_is_a_choice_only_as_long_as_it_has_insatser(editions: Editions) -> None:
    portal = editions.after["portal"]
    assert [*published(portal).forbund] == ["norrbygden", "ostbygden", "soderbygden"]
    assert "vastbygden" not in portal.text("forbund/index.html")
    assert mentions(portal.texts, "Samordningsförbundet Vastbygden") == []
    page = portal.text("forbund/ostbygden/index.html")
    assert 'har gått upp i <a href="../soderbygden/">Samordningsförbundet Soderbygden</a>.' in page
    assert "har gått upp i" not in portal.text("forbund/soderbygden/index.html")
    assert answer(portal, "insatser/ostbygden/kvar/") == Answer("page")
    # Its kommun keeps its page, and asks nobody to turn to a förbund that is gone.
    assert "Kommunen är med i" not in portal.text("kommuner/0980/index.html")


def test_an_address_of_somebody_else_stops_the_build(tmp_path: Path) -> None:
    place = first_version(tmp_path)
    record(place, "norrbygden/stadig", tidigare_adresser=["norrbygden/flyttande"])
    built = place.build()
    assert (built.result.published, rules(built.findings)) == (None, ["tidigare-adresser"])


def test_a_circle_of_forbund_stops_the_build(tmp_path: Path) -> None:
    place = first_version(tmp_path)
    forbund(place, "vastbygden", ersatt_av="ostbygden")
    forbund(place, "ostbygden", ersatt_av="vastbygden")
    built = place.build()
    assert (built.result.published, rules(built.findings)) == (None, ["ersatt-av", "ersatt-av"])


def test_a_merged_forbunds_own_web_says_where_it_went(tmp_path: Path) -> None:
    place = first_version(tmp_path)
    forbund(place, "soderbygden", egen_webb="https://soderbygden.example/insatser/")
    forbund(place, "vastbygden", ersatt_av="soderbygden")
    built = place.build("forbundswebb:vastbygden")
    assert published(built).redirects == {}
    page = built.text("forbund/vastbygden/index.html")
    link = '<a href="https://soderbygden.example/insatser/">Samordningsförbundet Soderbygden</a>'
    assert f"har gått upp i {link}." in page
