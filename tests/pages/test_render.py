"""The page tree: what each page says, and what it must not say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

import pytest
from mkdocs.utils.meta import get_data

from generator.pages import render
from generator.public.catalogue import Catalogue
from generator.public.insats import (
    PublicBudget,
    PublicDecision,
    PublicGoal,
    PublicParticipants,
    PublicParty,
    PublicReferral,
    PublicSection,
)
from generator.words.channels import Channel, ChannelKind
from generator.words.dates import parse_partial_date as when
from tests import public_values as v

# The period is September 2025 – December 2027, the last intake June 2027.
UNKNOWN = "Här står inte hur länge insatsen tar emot nya deltagare. Fråga kontakten först."
INTAKES: list[tuple[dict[str, Any], date, str, str, str]] = [
    ({}, date(2027, 6, 30), "oppet", "Öppet till juni 2027", "Ja. Det går att börja till och med juni 2027."),
    (
        {},
        date(2027, 7, 1),
        "stangt",
        "Stängt för nya sedan juni 2027",
        "Nej. Det gick att börja till och med juni 2027.",
    ),
    ({"intake_until": None}, date(2027, 7, 1), "oklart", "Oklart, fråga först", UNKNOWN),
    (
        {"status": "avslutad", "intake_until": None},
        date(2028, 1, 1),
        "stangt",
        "Stängt: insatsen är avslutad",
        "Nej. Insatsen är avslutad.",
    ),
    (
        {"status": "avslutad"},
        date(2027, 7, 1),
        "stangt",
        "Stängt: insatsen är avslutad",
        "Nej. Insatsen är avslutad. Intaget stängde juni 2027.",
    ),
    (
        {"status": "kommande", "intake_until": None},
        date(2025, 1, 1),
        "oppnar",
        "Öppnar i september 2025",
        "Inte än. Insatsen startar i september 2025.",
    ),
    (
        {"status": "kommande"},
        date(2025, 1, 1),
        "oppnar",
        "Öppnar i september 2025",
        "Inte än. Insatsen startar i september 2025. Det går sedan att börja till och med juni 2027.",
    ),
    ({"status": "kommande", "period": None}, date(2025, 1, 1), "oklart", "Oklart, fråga först", UNKNOWN),
    (
        {"status": None, "period": None, "intake_until": None},
        date(2027, 7, 1),
        "oklart",
        "Oklart, fråga först",
        UNKNOWN,
    ),
]

PAGE = "insatser/gavleborg/rakna-med-mig.md"
ATTRIBUTION = "Insatsen är en samverkansinsats med finansiering av Förbundet."


def meta(catalogue: Catalogue, path: str = PAGE) -> dict[str, Any]:
    return get_data(render(catalogue, {})[path])[1]


def fact(front: dict[str, Any], heading: str) -> list[str]:
    return [value["text"] for row in front["fakta"] if row["rubrik"] == heading for value in row["varden"]]


def test_the_tree_is_the_same_twice_and_sorted() -> None:
    first, second = render(v.catalogue(), {}), render(v.catalogue(), {})
    assert first == second
    assert list(first) == sorted(first)


def test_the_fact_box_answers_the_case_worker() -> None:
    front = meta(v.catalogue())
    assert fact(front, "Status") == ["Pågår"]
    assert fact(front, "Beslutad tid") == ["september 2025 – december 2027"]
    assert fact(front, "Tar emot nya") == ["Öppet till juni 2027"]
    assert fact(front, "Ålder") == ["19–29 år"]
    assert fact(front, "Kommuner") == ["Hudiksvall"]
    assert fact(front, "Antal deltagare") == ["70 per år"]
    group = next(row for row in front["fakta"] if row["rubrik"] == "Målgrupper")["varden"][0]
    assert group["adress"] == "malgrupper/unga-med-aktivitetsersattning/"
    assert group["marke"] == "Prioriterad grupp"


def test_the_mark_of_a_priority_group_is_explained_once() -> None:
    groups = (v.UNGA, v.LANGT_BORTA, v.term("långtidssjukskrivna", priority=True))
    front = meta(v.catalogue(v.insats(target_groups=groups)))
    values = next(row for row in front["fakta"] if row["rubrik"] == "Målgrupper")["varden"]
    assert ["marke" in value for value in values] == [True, False, True]
    assert [row["ord"] for row in front["ordlista"]].count("Prioriterad grupp") == 1
    unmarked = meta(v.catalogue(v.insats(target_groups=(v.LANGT_BORTA,))))["ordlista"]
    assert "Prioriterad grupp" not in [row["ord"] for row in unmarked]


def test_every_word_of_the_vocabularies_in_the_box_is_explained() -> None:
    assert {row["ord"] for row in meta(v.catalogue())["ordlista"]} == {
        "Prioriterad grupp", v.UNGA.label, v.INDIVID.label, v.IPS.label, v.SUS.label,
    }  # fmt: skip


@pytest.mark.parametrize(("changes", "day", "state", "label", "sentence"), INTAKES)
def test_page_card_and_fact_box_agree_on_whether_one_can_be_referred(
    changes: dict[str, Any], day: date, state: str, label: str, sentence: str
) -> None:
    front = meta(v.catalogue(v.insats(**changes), day=day))
    referral = front["hanvisning"]
    assert (referral["intag"], referral["svar"]) == (state, sentence)
    assert ("stangd" in referral) == (state == "stangt")
    assert (front["kort"]["intagslage"], front["kort"]["intag"]) == (state, label)
    assert fact(front, "Tar emot nya") == [label]


def test_the_referral_says_for_whom_and_on_which_day_it_was_true() -> None:
    referral = meta(v.catalogue())["hanvisning"]
    assert referral["for_vem"] == "19–29 år, i Hudiksvall"
    assert referral["dag"] == "23 november 2026"


def test_lists_begin_with_what_takes_somebody_in() -> None:
    states: dict[str, dict[str, Any]] = {
        "A": {"status": "avslutad"},
        "B": {"intake_until": None},
        "C": {"status": "kommande"},
        "D": {},
    }
    catalogue = v.catalogue(
        *(v.insats(slug=name.lower(), name=name, **given) for name, given in states.items())
    )
    for path in ("index.md", "insatser/index.md", "kommuner/2184.md", "forbund/gavleborg.md"):
        groups = meta(catalogue, path)["grupper"]
        assert [(group["lage"], group["antal"]) for group in groups] == [
            ("oppet", 1), ("oppnar", 1), ("oklart", 1), ("stangt", 1),
        ], path  # fmt: skip
        assert [[card["namn"] for card in group["lista"]] for group in groups] == [["D"], ["C"], ["B"], ["A"]]


def test_a_note_on_participants_is_a_sentence_of_its_own() -> None:
    groups = (PublicParticipants(70, "per år", "hela insatsen."), PublicParticipants(20, "per år", "Ingår."))
    front = meta(v.catalogue(v.insats(participants=groups)))
    assert fact(front, "Antal deltagare") == ["70 per år. Hela insatsen.", "20 per år. Ingår."]


def test_a_small_number_of_participants_is_marked_and_explained() -> None:
    few, many = PublicParticipants(14, "totalt", None), PublicParticipants(15, "per år", None)
    front = meta(v.catalogue(v.insats(participants=(few, many))))
    values = next(row for row in front["fakta"] if row["rubrik"] == "Antal deltagare")["varden"]
    assert [value.get("marke") for value in values] == ["Litet antal", None]
    assert [row["ord"] for row in front["ordlista"]].count("Litet antal") == 1
    unmarked = meta(v.catalogue(v.insats(participants=(many,))))["ordlista"]
    assert "Litet antal" not in [row["ord"] for row in unmarked]


def test_the_fact_box_tells_the_amount_granted() -> None:
    assert fact(meta(v.catalogue()), "Beviljat belopp") == ["3\u00a0222\u00a0836\u00a0kr"]
    assert fact(meta(v.catalogue(v.insats(granted_total=None))), "Beviljat belopp") == []


def test_a_card_names_target_groups_as_one_line() -> None:
    groups = (v.UNGA, v.LANGT_BORTA, v.term("UVAS"))
    card = meta(v.catalogue(v.insats(target_groups=(*groups[:2], replace(groups[2], label="UVAS")))))["kort"]
    assert card["malgrupper"] == "Unga med aktivitetsersättning, långt från arbete och UVAS"


def test_the_start_page_says_whether_all_or_some_are_examples() -> None:
    example, real = v.insats(example=True), v.insats(slug="verklig", name="Verklig")
    assert meta(v.catalogue(example), "index.md")["exempel"].startswith("Alla insatser")
    assert meta(v.catalogue(example, real), "index.md")["exempel"].startswith("Minst en")
    assert "exempel" not in meta(v.catalogue(real), "index.md")


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(19, 29, "19–29 år"), (16, None, "från 16 år"), (None, 64, "till och med 64 år"), (18, 18, "18 år")],
)
def test_ages(low: int | None, high: int | None, said: str) -> None:
    assert fact(meta(v.catalogue(v.insats(age_from=low, age_to=high))), "Ålder") == [said]


def test_an_example_says_so_on_the_page_in_lists_and_in_the_description() -> None:
    tree = render(v.catalogue(v.insats(example=True)), {})
    shown = {path: text for path, text in tree.items() if "Räkna med mig" in text}
    assert len(shown) >= 7  # page, start, all, förbund, kommun, målgrupp, metod, status
    assert all("beslutet är påhittat" in text for text in shown.values())
    assert get_data(tree[PAGE])[1]["exempel"].startswith("Exempel: beslutet på den här sidan är påhittat.")
    assert get_data(tree[PAGE])[1]["description"].startswith("Exempel:")


def test_nothing_is_called_an_example_that_is_none() -> None:
    assert not any("xempel:" in text or "påhittat" in text for text in render(v.catalogue(), {}).values())


def test_attribution_is_wherever_the_insats_is() -> None:
    other = v.insats(
        slug="andra", name="Andra", relations=(v.relation("bygger på", "gavleborg-rakna-med-mig"),)
    )
    tree = render(v.catalogue(v.insats(attribution=ATTRIBUTION), other), {})
    shown = {path: text for path, text in tree.items() if "Räkna med mig" in text}
    assert "insatser/gavleborg/andra.md" in shown
    for path, text in shown.items():
        assert text.count(ATTRIBUTION) >= text.count('adress: "insatser/gavleborg/rakna-med-mig/"') >= 1, path


def test_a_minimal_insats_shows_nothing_it_does_not_have() -> None:
    front = meta(v.catalogue(v.minimal()), "insatser/gavleborg/liten.md")
    assert set(front) == {
        "title", "description", "template", "brodsmulor", "kort", "fakta", "hanvisning", "sok", "varfor",
        "id", "permanent", "data", "jsonld",
    }  # fmt: skip
    assert [row["rubrik"] for row in front["fakta"]] == ["Tar emot nya", "Samordningsförbund"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"persons": (v.person(),)}, ("namn", "Tova Lindeby")),
        ({"persons": (v.person(email=None, phone=None),)}, ("namn", "Samordningsförbund Gävleborg")),
        ({"referral": PublicReferral(None, None, None, "a@b.example")}, ("lank", "mailto:a@b.example")),
        ({"referral": PublicReferral(None, None, None, "växeln")}, ("text", "växeln")),
        ({"referral": None}, ("epost", "info@finsamgavleborg.example")),
    ],
)
def test_there_is_always_someone_to_contact(changes: dict[str, Any], expected: tuple[str, str]) -> None:
    contact = meta(v.catalogue(v.insats(**changes)))["hanvisning"]["kontakt"][0]
    assert contact[expected[0]] == expected[1]


def test_only_the_data_of_a_person_that_are_public() -> None:
    one = v.person(name=None, title=None, organisation=None, email=None)
    contact = meta(v.catalogue(v.insats(persons=(one,))))["hanvisning"]["kontakt"]
    assert contact == [{"roll": "Insatsledare", "telefon": "031-390 06 15"}]


def test_a_link_is_made_only_of_a_safe_address() -> None:
    one = v.person(email='x"onclick=@y.example')
    front = meta(v.catalogue(v.insats(persons=(one,))))
    assert "epost_lank" not in front["hanvisning"]["kontakt"][0]


def test_applied_granted_and_own_money_stand_apart() -> None:
    money = meta(v.catalogue())["pengar"]
    assert money["totalt"] == money["sokt"] == "3\u00a0222\u00a0836\u00a0kr"
    assert money["per_ar"]["rader"][0] == {"ar": "2025", "belopp": "910\u00a0730\u00a0kr"}
    assert money["egen"] == "150\u00a0000\u00a0kr"
    assert "3\u00a0372\u00a0836" not in render(v.catalogue(), {})[PAGE]  # applied and own together


def test_a_year_without_an_amount_is_left_out() -> None:
    front = meta(v.catalogue(v.insats(granted_per_year=((2025, None),), granted_total=None, budget=None)))
    assert "pengar" not in front


def test_the_decided_budget_stands_in_where_nothing_is_granted_per_year() -> None:
    budget = PublicBudget(None, None, ((2025, 100),), (), None)
    front = meta(v.catalogue(v.insats(granted_per_year=(), granted_total=None, budget=budget)))
    assert front["pengar"] == {
        "per_ar": {
            "rubrik": "Budget per år i ansökan, som beviljades i sin helhet",
            "rader": [{"ar": "2025", "belopp": "100\u00a0kr"}],
        }
    }


def test_goals_say_what_is_not_told_yet() -> None:
    goal = meta(v.catalogue())["mal"][0]
    assert (goal["typ"], goal["lovat"], goal["utfall"]) == ("Resultatmål", "90 %", "ej redovisat")
    plain = meta(v.catalogue(v.insats(goals=(PublicGoal("mål", "Ett steg.", None, "Nått."),))))["mal"][0]
    assert plain == {"text": "Ett steg.", "utfall": "Nått.", "redovisat": "ja"}
    assert "redovisat" not in goal


def test_decisions_with_little_known() -> None:
    decision = PublicDecision("delvis beviljad", None, "styrelsen", None, None, None)
    assert meta(v.catalogue(v.insats(decisions=(decision,))))["beslut"] == [
        {"utfall": "Delvis beviljad", "instans": "Styrelsen"}
    ]


def test_relations_are_told_by_both_and_only_of_what_is_public() -> None:
    new = v.insats(
        slug="ny",
        name="Ny",
        relations=(v.relation("förlänger", "gavleborg-rakna-med-mig"), v.relation("ersätter", "x-hemlig")),
    )
    catalogue = v.catalogue(v.insats(), new)
    told = [
        (row["ord"], row["kort"]["namn"]) for row in meta(catalogue, "insatser/gavleborg/ny.md")["relationer"]
    ]
    assert told == [("Förlänger", "Räkna med mig")]
    back = [(row["ord"], row["kort"]["namn"]) for row in meta(catalogue)["relationer"]]
    assert back == [("Förlängs av", "Ny")]
    assert not any("x-hemlig" in text for text in render(catalogue, {}).values())


def test_sections_come_in_their_order_under_their_titles() -> None:
    sections = (
        PublicSection("metod", "Så."),
        PublicSection("bakgrund", "Därför."),
        PublicSection("annat", " "),
    )
    body = get_data(render(v.catalogue(v.insats(sections=sections)), {})[PAGE])[0]
    assert body == "### Så arbetar insatsen\n\nSå.\n\n### Bakgrund\n\nDärför.\n"


def test_the_page_tells_its_address_age_and_source() -> None:
    catalogue = v.catalogue(changed=MappingProxyType({"gavleborg-rakna-med-mig": date(2026, 3, 3)}))
    front = meta(catalogue)
    assert front["permanent"] == "https://insatser.example/insatser/gavleborg/rakna-med-mig/"
    assert (front["andrad"], front["lastmod"]) == ("3 mars 2026", "2026-03-03")
    assert (front["id"], front["kalla"]) == ("gavleborg-rakna-med-mig", "Ansökan samverkansmedel")


def test_parties_with_unit_and_role() -> None:
    party = PublicParty("Region Uppsala", "Vårdcentralen", "En koordinator")
    front = meta(v.catalogue(v.insats(parties=(party,))))
    assert front["parter"] == [
        {"organisation": "Region Uppsala", "enhet": "Vårdcentralen", "roll": "En koordinator"}
    ]


def test_a_tombstone_has_an_address_and_no_name() -> None:
    tree = render(v.catalogue(tombstones=(v.tombstone(),)), {})
    front, body = get_data(tree["insatser/gavleborg/borta.md"])[::-1]
    assert front["title"] == "Den här sidan är borttagen"
    assert (front["robots"], body) == ("noindex", "")
    assert not any("borta/" in text for text in tree.values())


def test_two_pages_never_share_an_address() -> None:
    with pytest.raises(ValueError, match="redan tagen"):
        render(v.catalogue(tombstones=(v.tombstone("insatser/gavleborg/rakna-med-mig/"),)), {})


@pytest.mark.parametrize("name", ["insatser.md", "Insatser.md", "index.md"])
def test_an_own_page_takes_no_address_of_the_registers(name: str) -> None:
    with pytest.raises(ValueError, match="redan tagen"):
        render(v.catalogue(), {name: "---\ntitle: X\n---\n"})


def test_the_start_page_asks_the_visitors_question() -> None:
    front = meta(v.catalogue(), "index.md")
    assert front["fraga"].startswith("Finns det en insats här")
    kommun = {"varde": "2184", "text": "Hudiksvall", "antal": 1}
    assert {"lan": "Gävleborgs län", "val": [kommun]} in [
        group | {"val": [one for one in group["val"] if one["antal"]]} for group in front["kommuner"]
    ]
    assert front["malgrupper"] == [
        {"varde": "unga-med-aktivitetsersattning", "text": v.UNGA.label, "antal": 1}
    ]
    assert [way["adress"] for way in front["vagar"]] == [
        "forbund/", "kommuner/", "malgrupper/", "metoder/", "status/",
    ]  # fmt: skip
    assert front["oppna_text"] == "1 tar emot nya just nu"
    assert front["forbund"][0]["antal_text"] == "1 insats"
    assert "kontakt" not in front


def test_the_start_page_of_a_forbundswebb_is_the_forbunds_own() -> None:
    own = Channel(ChannelKind.FORBUNDSWEBB, "gavleborg")
    text = render(v.catalogue(channel=own), {})["index.md"]
    front, body = get_data(text)[::-1]
    assert front["title"] == "Samordningsförbund Gävleborg"
    assert front["kontakt"]["epost"] == "info@finsamgavleborg.example"
    assert body == "Förbundet arbetar i hela Gävleborg.\n"


def test_the_start_page_shows_what_can_be_begun_first_and_not_everything() -> None:
    many = [
        v.insats(slug=f"a-{n}", name=f"A {n}", status="avslutad", intake_until=when("2020"))
        for n in range(20)
    ]
    front = meta(v.catalogue(*many, v.insats()), "index.md")
    first, rest = front["grupper"]
    assert [card["namn"] for card in first["lista"]] == ["Räkna med mig"]
    assert (len(rest["lista"]), rest["antal"]) == (5, 20)
    assert front["antal_text"] == "21 insatser"


def test_a_long_list_is_parted_and_nothing_is_lost_or_told_twice() -> None:
    many = [v.insats(slug=f"a-{n}", name=f"A {n}") for n in range(90)]
    many.append(v.insats(slug="b", name="B", status="avslutad"))
    tree = render(v.catalogue(*many), {})
    pages = [get_data(tree[f"insatser/{name}.md"])[1] for name in ("index", "sida-2", "sida-3")]
    groups = [group for front in pages for group in front["grupper"]]
    assert [card["namn"] for group in groups for card in group["lista"]] == [one.name for one in many]
    assert [group["antal"] for group in groups] == [90, 90, 90, 1]
    assert all(front["antal_text"] == "91 insatser" for front in pages)
    assert pages[0]["bladdra"] == {"text": "Sida 1 av 3", "nasta": "insatser/sida-2/"}
    assert pages[2]["bladdra"] == {"text": "Sida 3 av 3", "forra": "insatser/sida-2/"}
    assert "insatser/sida-4.md" not in tree
    assert "bladdra" not in meta(v.catalogue(), "insatser/index.md")


OWN = "---\ntitle: Om\ndescription: Kort.\n---\n\nSkriv till {e-post}. {webbplats} ges ut av {utgivare}.\n"


def test_own_pages_pass_through_with_the_sites_names() -> None:
    site = v.site(publisher="A*B*", email="info@insatser.example")
    front, body = get_data(render(v.catalogue(site=site), {"om.md": OWN})["om.md"])[::-1]
    assert front == {"title": "Om", "description": "Kort.", "template": "sida.html"}
    assert "[info@insatser.example](mailto:info@insatser.example)" in body
    assert "A\\*B\\*" in body


@pytest.mark.parametrize(
    "text", ["# Om\n", "---\nfoo: x\n---\n", "---\ntitle:\n---\n", "---\ntitle: x\ny\n---\n"]
)
def test_an_own_page_without_a_title_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^om.md: sidan ska börja"):
        render(v.catalogue(), {"om.md": text})


def test_counts_are_of_public_insatser_only() -> None:
    empty = replace(v.catalogue(), insatser=())
    tree = render(empty, {})
    assert get_data(tree["forbund/gavleborg.md"])[1]["tomt"].startswith("Just nu")
    assert "inga insatser just nu" in tree["kommuner/index.md"]
