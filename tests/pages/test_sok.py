"""What the search is told of an insats, and the page of the search."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import Any

import pytest
from mkdocs.utils.meta import get_data

from generator.pages import render
from generator.pages.intake import intake
from generator.pages.kort import kort
from generator.pages.searched import EVERY, searched_words
from generator.pages.sok import FACETS
from generator.public.catalogue import Catalogue
from generator.public.insats import PublicInsats, PublicParty, PublicPeriod, PublicSection
from generator.words.dates import parse_partial_date as when
from generator.words.search_words import SearchWords, WordGroup
from generator.words.small_words import SMALL_WORDS
from tests import public_values as v

PAGE = "insatser/gavleborg/rakna-med-mig.md"


def meta(catalogue: Catalogue, path: str = PAGE) -> dict[str, Any]:
    return get_data(render(catalogue, {})[path])[1]


def facets(insats: PublicInsats, day: date = date(2026, 11, 23)) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    path = f"insatser/gavleborg/{insats.slug}.md"
    for row in meta(v.catalogue(insats, day=day), path)["sok"]["filter"]:
        found.setdefault(row["namn"], []).append(row["varde"])
    return found


def test_every_facet_has_a_stable_ascii_value() -> None:
    assert facets(v.insats()) == {
        "intag": ["oppet"],
        "kommun": ["2184"],
        "malgrupp": ["unga-med-aktivitetsersattning"],
        "alder": ["16-19", "20-24", "25-29"],
        "status": ["pagaende"],
        "lan": ["21"],
        "forbund": ["gavleborg"],
        "metod": ["ips"],
        "inriktning": ["individinriktad"],
        "ar": ["2025", "2026", "2027"],
    }
    assert set(facets(v.insats())) == {facet.name for facet in FACETS}


@pytest.mark.parametrize(
    ("low", "high", "bands"),
    [
        (19, 29, ["16-19", "20-24", "25-29"]),
        (16, 16, ["16-19"]),
        (None, 15, ["0-15"]),
        (64, None, ["45-64", "65-"]),
        (18, 64, ["16-19", "20-24", "25-29", "30-44", "45-64"]),
        (None, None, ["utan-grans"]),
    ],
)
def test_an_insats_is_in_every_band_of_age_that_it_touches(
    low: int | None, high: int | None, bands: list[str]
) -> None:
    assert facets(v.insats(age_from=low, age_to=high))["alder"] == bands


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        ("2025-12", "2026-01", ["2025", "2026"]),
        ("2025", None, ["2025", "2026"]),
        (None, "2024-06-30", ["2024"]),
        ("2027", None, ["2027"]),
    ],
)
def test_each_calendar_year_of_the_decided_time(start: str | None, end: str | None, years: list[str]) -> None:
    period = PublicPeriod(when(start) if start else None, when(end) if end else None)
    assert facets(v.insats(period=period))["ar"] == years


def test_what_is_not_known_is_no_facet() -> None:
    assert facets(v.minimal()) == {"intag": ["oklart"], "alder": ["utan-grans"], "forbund": ["gavleborg"]}


def test_a_hit_carries_what_a_card_carries() -> None:
    insats = v.insats(example=True, attribution="Med pengar från Förbundet.")
    front = meta(v.catalogue(insats))
    told = {row["namn"]: row["varde"] for row in front["sok"]["traff"]}
    card = dict(front["kort"])
    assert told == {"title": card.pop("namn"), **card}
    assert told["erkannande"] == "Med pengar från Förbundet."
    assert told["exempel"] == "Exempel: beslutet är påhittat."


def test_names_sort_as_swedish_does_and_nothing_lacks_a_key() -> None:
    names = ["Zeta", "Åsa", "Älv", "Öppen", "andra", "Èkot"]
    insatser = [v.minimal(slug=f"p-{number}", name=name) for number, name in enumerate(names)]
    tree = render(v.catalogue(*insatser), {})
    keys = {}
    for number, name in enumerate(names):
        sorting = get_data(tree[f"insatser/gavleborg/p-{number}.md"])[1]["sok"]["sortering"]
        assert all(sorting.values())
        keys[name] = sorting["namn"]
    assert sorted(names, key=keys.__getitem__) == ["andra", "Èkot", "Zeta", "Åsa", "Älv", "Öppen"]


def test_an_open_intake_sorts_first() -> None:
    openly = meta(v.catalogue())["sok"]["sortering"]["intag"]
    closed = meta(v.catalogue(day=date(2028, 1, 1)))["sok"]["sortering"]["intag"]
    assert openly < closed


def words(insats: PublicInsats, *groups: WordGroup) -> list[str]:
    catalogue = v.catalogue(insats, search_words=SearchWords(groups), forbund=MappingProxyType({}))
    card = kort(insats, catalogue, intake(insats, catalogue.day))
    first, *others = searched_words(insats, catalogue, card).split()
    assert first == EVERY
    return others


def section(text: str) -> PublicInsats:
    return v.minimal(sections=(PublicSection("metod", text),))


def test_ends_of_compounds_and_words_that_mean_the_same_are_told() -> None:
    group = WordGroup(("psykiatri",), ("psyk",))
    assert words(section("Vi har arbetsträning hos socialpsykiatrin."), group) == [
        "arbetsträning", "socialpsykiatrin", "psykiatrin", "träning", "psykiatri", "psyk",
    ]  # fmt: skip


def test_each_word_is_told_once_and_small_words_never() -> None:
    told = words(section("Stöd och stöd, **att** växa. [Stöd](https://exempel.example/adress)"))
    assert told == ["stöd", "växa"]
    assert not SMALL_WORDS & set(told)


def test_what_the_card_says_is_not_told_again() -> None:
    assert words(v.minimal(name="Vägen vidare", sections=(PublicSection("metod", "Vägen hem."),))) == ["hem"]


def test_the_whole_summary_is_told_though_a_card_cuts_it() -> None:
    assert "slutordet" in words(v.minimal(summary=f"{'ord ' * 200}slutordet."))


def test_what_the_text_begins_a_word_with_is_not_told_as_an_end() -> None:
    assert words(section("Träningsplats och arbetsträning.")) == ["arbetsträning", "träningsplats", "plats"]


def test_short_words_come_first_and_no_number_is_told() -> None:
    told = words(section("Karlsson, Olle och Karl bor i Berget. Ring 08 eller 465, 004 och 00."))
    assert told == ["bor", "karl", "olle", "ring", "berget", "karlsson"]


def test_an_organisation_is_found_by_its_short_name() -> None:
    party = PublicParty("Försäkringskassan", None, None)
    assert "FK" in words(v.minimal(parties=(party,)), WordGroup(("Försäkringskassan", "FK")))


def test_no_word_of_a_person_is_told() -> None:
    person = v.person(name="Tova Arbetsberg", title="Jobbcoach", organisation="Boendestödet")
    assert words(v.minimal(persons=(person,))) == []


def test_the_editors_words_the_reference_and_the_lan_are_told() -> None:
    insats = v.minimal(kommuner=("2184",), search_words=("snickeri",), reference="2025/17")
    assert words(insats) == ["snickeri", "Gävleborgs", "län", "2025/17"]


def page(catalogue: Catalogue) -> dict[str, Any]:
    return meta(catalogue, "sok.md")


def offered(front: dict[str, Any], name: str) -> list[tuple[str, str, int]]:
    rows = next(facet["val"] for facet in front["facetter"] if facet["namn"] == name)
    return [(row["varde"], row["text"], row["antal"]) for row in rows]


def test_the_page_offers_each_facet_with_counts_in_a_sensible_order() -> None:
    other = v.insats(slug="andra", kommuner=("0305", "2184"), age_from=None, age_to=None)
    front = page(v.catalogue(v.insats(), other))
    assert offered(front, "kommun") == [
        ("2184", "Hudiksvall", 2), ("0305", "Håbo", 1), ("2132", "Nordanstig", 0),
    ]  # fmt: skip
    assert [value for value, _, _ in offered(front, "alder")] == ["16-19", "20-24", "25-29", "utan-grans"]
    assert [value for value, _, _ in offered(front, "ar")] == ["2027", "2026", "2025"]
    assert [(value, count) for value, _, count in offered(front, "intag")] == [
        ("oppet", 2), ("oppnar", 0), ("oklart", 0), ("stangt", 0),
    ]  # fmt: skip


def test_a_facet_without_a_choice_is_left_out() -> None:
    names = {facet["namn"] for facet in page(v.catalogue())["facetter"]}
    assert "forbund" not in names
    assert "status" not in names


def test_without_an_insats_there_is_no_form_but_the_ways_stay() -> None:
    front = page(v.catalogue(insatser=()))
    assert "facetter" not in front
    assert {way["adress"] for way in front["vagar"]} >= {"kommuner/", "malgrupper/", "status/", "forbund/"}


def test_the_ways_lead_to_every_index() -> None:
    front = page(v.catalogue())
    assert [way["adress"] for way in front["vagar"]] == [
        "insatser/", "forbund/", "kommuner/", "malgrupper/", "metoder/", "status/",
    ]  # fmt: skip


def test_labels_come_from_the_vocabularies() -> None:
    catalogue = v.catalogue()
    assert ("unga-med-aktivitetsersattning", v.UNGA.label, 1) in offered(page(catalogue), "malgrupp")
