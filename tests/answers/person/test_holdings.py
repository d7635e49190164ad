"""Who is meant, where somebody is named, and the answer to a registerutdrag."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from generator.answers.explain.explanation import explain
from generator.answers.person.holdings import Holding, Holdings, held
from generator.answers.person.holdings_data import as_data
from generator.answers.person.holdings_text import as_text
from generator.answers.person.mentions import Elsewhere, Mention, mentions, sought_of
from generator.answers.person.remembered import Summed
from generator.answers.person.who import Entry, Found, find_person
from generator.checks.interface import Subject
from generator.storage.folders import YamlFile
from generator.storage.load import read_record
from generator.storage.located import LocatedRecord
from tests.private_values import case, consent, outcome, person, record_values

NOWHERE = Elsewhere({}, {}, {}, {})
NAME = {"titel": None, "organisation": None, "e-post": None, "telefon": None}


def located(slug: str = "vagen-vidare", **changes: Any) -> LocatedRecord:
    """A record in a file of its own; JSON, with one line for each value."""
    data = json.dumps(record_values(**changes), indent=1).encode()
    file = YamlFile(f"content/insatser/exempelbygden/{slug}.yml", slug, "exempelbygden", data)
    record, findings = read_record(file)
    assert record is not None, [str(finding) for finding in findings]
    return record


def register(*records: list[dict[str, Any]]) -> list[LocatedRecord]:
    return [located(f"post-{number}", personer=persons) for number, persons in enumerate(records)]


def places(found: Found) -> tuple[list[list[str]], list[str]]:
    """`record.person`, counted from 0, of each person's entries and of the possible ones."""

    def place(entry: Entry) -> str:
        return f"{entry.located.slug[-1]}.{entry.index}"

    return [[place(entry) for entry in group] for group in found.persons], [*map(place, found.possible)]


TOVA = person()
OTHER_TOVA = person(**{"e-post": "tova@grannbygden.example", "telefon": "08-465 004 10"})
BARE_TOVA = person(**NAME)
GUSTAV = person(namn="Gustav Ryberg", **{"e-post": "gustav.ryberg@hudiksvall.example"})

WHO: dict[str, tuple[str, list[LocatedRecord], list[list[str]], list[str]]] = {
    "name": ("Tova Lindeby", register([TOVA, GUSTAV]), [["0.0"]], []),
    "in any order and case": ("LINDEBY, tova", register([TOVA, GUSTAV]), [["0.0"]], []),
    "e-mail": (" Tova.Lindeby@Hudiksvall.example", register([GUSTAV, TOVA]), [["0.1"]], []),
    "nobody": ("Maja Ek", register([TOVA]), [], []),
    "first name alone": ("Tova", register([TOVA]), [], []),
    "without contact": ("Tova Lindeby", register([TOVA], [BARE_TOVA]), [["0.0", "1.0"]], []),
    "asked by e-mail, also without contact": (
        TOVA["e-post"],
        register([TOVA], [BARE_TOVA]),
        [["0.0", "1.0"]],
        [],
    ),
    "two of a name": ("Tova Lindeby", register([TOVA], [OTHER_TOVA]), [["0.0"], ["1.0"]], []),
    "two of a name, one meant": (TOVA["e-post"], register([TOVA], [OTHER_TOVA]), [["0.0"]], ["1.0"]),
    "two of a name, and one of them without contact": (
        "Tova Lindeby",
        register([TOVA], [OTHER_TOVA], [BARE_TOVA]),
        [["0.0"], ["1.0"], ["2.0"]],
        [],
    ),
    "two of a name, twice in one record": (
        TOVA["e-post"],
        register([TOVA, BARE_TOVA], [OTHER_TOVA], [BARE_TOVA]),
        [["0.0", "0.1"]],
        ["1.0", "2.0"],
    ),
    "new address, same number": (
        "Tova Lindeby",
        register([TOVA], [person(**{"e-post": "tova@ny.example"})]),
        [["0.0", "1.0"]],
        [],
    ),
    "a switchboard": ("031-390 06 15", register([TOVA, GUSTAV]), [["0.0"], ["0.1"]], []),
    "longer name, same number": (
        "Tova Lindeby",
        register([TOVA], [person(namn="Tova Maria Lindeby")]),
        [["0.0", "1.0"]],
        [],
    ),
    "longer name, no contact": (
        "Tova Lindeby",
        register([TOVA], [person(namn="Tova Maria Lindeby", **NAME)]),
        [["0.0"]],
        ["1.0"],
    ),
    "one letter wrong": (
        "Tova Lindeby",
        register([TOVA], [person(namn="Tova Lindebo", **NAME)]),
        [["0.0"]],
        ["1.0"],
    ),
    "asked with a letter wrong": ("Tova Lindby", register([TOVA, GUSTAV]), [], ["0.0"]),
}


@pytest.mark.parametrize("name", WHO)
def test_who_is_meant(name: str) -> None:
    asked, records, persons, possible = WHO[name]
    assert places(find_person(records, asked)) == (persons, possible)


@pytest.mark.parametrize(
    "number",
    ["031-390 06 15", "+46 31 390 06 15", "0046313900615", "031–390\u00a006\u00a015", "+46 (0)31-3900615"],
)
def test_a_number_in_any_spelling(number: str) -> None:
    assert places(find_person(register([GUSTAV | {"telefon": "08-465 004 10"}, TOVA]), number)) == (
        [["0.1"]],
        [],
    )


def found_in(record: LocatedRecord, elsewhere: Elsewhere = NOWHERE) -> list[str]:
    """`line field` of each mention, with ? for those that are not sure."""
    entries = find_person([record], "Tova Lindeby").persons[0]
    found = mentions([record], sought_of(entries, ""), elsewhere, entries)
    return [f"{one.field}{'' if one.sure else '?'}" for one in found]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"beskrivning": {"metod": "Ring Tova Lindeby."}}, "beskrivning.metod"),
        ({"källa": {"anmärkningar": ["x", "Lindeby, Tova svarade"]}}, "källa.anmärkningar[1]"),
        ({"källa": {"oplacerat": "tova.lindeby@hudiksvall.example"}}, "källa.oplacerat"),
        ({"källa": {"bilagor": ["Intyg av T. Lindeby"]}}, "källa.bilagor[0]"),
        (
            {"granskade_rader": [{"fält": "namn", "börjar": "Tova Lindeby", "skäl": "okänd"}]},
            "granskade_rader[0].börjar",
        ),
        ({"sökord": ["tova lindeby"]}, "sökord[0]"),
        ({"hänvisning": {"kontakt": "tova.lindeby@annan.example"}}, "hänvisning.kontakt"),
        ({"budget": {"kommentar": "Lön: 0313900615"}}, "budget.kommentar"),
        ({"samverkansparter": [{"organisation": "Tova Lindebys byrå"}]}, "samverkansparter[0].organisation"),
        (
            {"personer": [TOVA, GUSTAV | {"samtycke": [consent(källa="samtal med Tova Lindeby")]}]},
            "personer[1].samtycke[0].källa",
        ),
    ],
)
def test_named_anywhere_in_a_record(changes: dict[str, Any], field: str) -> None:
    record = located(**({"personer": [TOVA, person(namn="Maja Ek", **NAME)]} | changes))
    assert field in found_in(record)


def test_somebody_elses_data_are_a_mention_only_when_they_are_the_persons_too() -> None:
    brother = person(
        namn="Erik Lindeby", **{"e-post": "erik.lindeby@annan.example", "telefon": "08-465 004 10"}
    )
    assert found_in(located(personer=[TOVA, brother])) == []
    brother["e-post"] = TOVA["e-post"]
    assert found_in(located(personer=[TOVA, brother])) == ["personer[1].e-post"]


def test_not_named() -> None:
    assert found_in(located(personer=[TOVA], beskrivning={"metod": "Vi ringer alla."})) == []


def test_named_in_the_names_of_files_in_pages_comments_and_settings() -> None:
    record = located("tova-lindeby", personer=[TOVA])
    elsewhere = Elsewhere(
        sources={record.file: "# fråga Tova Lindeby\nnamn: x # 031-390 06 15\npersoner: Tova Lindeby\n"},
        pages={"content/sidor/om.md": "Hej\n\nTova Lindeby"},
        configuration={"site_config/site.yml": "kontakt: tova.lindeby@hudiksvall.example"},
        names={
            "content/medier/lindeby_tova.png": "medier/lindeby_tova.png",
            "../tova.lindeby/a.png": "a.png",
        },
    )
    entries = find_person([record], "Tova Lindeby").persons[0]
    assert mentions([record], sought_of(entries, ""), elsewhere, entries) == (
        Mention(record.file, 1, "filens namn", sure=True),
        Mention(record.file, 1, "kommentar i filen", sure=True),
        Mention(record.file, 2, "kommentar i filen", sure=True),
        Mention("content/medier/lindeby_tova.png", 1, "filens namn", sure=True),
        Mention("content/sidor/om.md", 3, "sidans text", sure=True),
        Mention("site_config/site.yml", 1, "inställning", sure=True),
    )


def holdings(persons: int = 1) -> Holdings:
    record = located(
        personer=[
            TOVA
            | {
                "samtycke": [consent(till="6 månader efter insatsens slut")],
                "återkallat": "2027-03-01",
                "sekretess": "OSL 26 kap. 1 §",
            }
        ]
    )
    made = case(record=record.value)
    entry = Entry(record, 0)
    answer = held(entry, explain([Subject(record, made, outcome(made))], [0]))
    one = Holding(
        held=(answer,),
        mentions=(Mention("content/sidor/om.md", 3, "sidans text", sure=False),),
        history=(Summed("a.yml", 1, date(2026, 3, 2), date(2026, 3, 2)),),
        history_whole=False,
    )
    return Holdings(
        date(2026, 6, 15),
        "6 månader efter insatsens slut",
        (one,) * persons,
        (("b.yml", 7),),
        dict.fromkeys(("samtycke", "neka", "beslut", "sekretess-person", "aterkallat"), "En mening."),
    )


def test_the_text_has_every_value_and_its_place() -> None:
    text = " ".join(as_text(holdings()).split())
    for value in (
        "Namn: Tova Lindeby (rad",
        "Telefon: 031-390 06 15 (rad",
        "gäller: namn, e-post",
        "till: 6 månader efter insatsens slut",
        "källa: mejl",
        "Återkallat: 2027-03-01",
        "Sekretess: OSL 26 kap. 1 §",
        "portal: visas inte.",
        "content/sidor/om.md:3 sidans text (kan vara något annat)",
        "a.yml: 1 commit, 2 mars 2026",
        "inte hela historiken",
        "b.yml:7",
        "Rättslig grund",
        "längst till 6 månader efter insatsens slut",
    ):
        assert value in text
    assert "olika personer" not in text


def test_several_persons_are_told_apart() -> None:
    text = as_text(holdings(2))
    assert "2 olika personer" in text
    assert "Person 2 av 2" in text


def test_data_for_programs() -> None:
    data = json.loads(json.dumps(as_data(holdings())))
    (entry,) = data["personer"][0]["poster"]
    values = {datum["fält"]: datum["värde"] for datum in entry["uppgifter"]}
    assert values["e-post"] == "tova.lindeby@hudiksvall.example"
    assert {channel["kanal"] for datum in entry["uppgifter"] for channel in datum["kanaler"]} == {"portal"}
    assert [note["nyckel"] for note in entry["övrigt"]] == ["återkallat", "sekretess"]
    assert entry["samtycken"][0][0]["värde"] == "namn, e-post"
    assert data["personer"][0]["historik"] == [
        {"fil": "a.yml", "commits": 1, "första": "2026-03-02", "sista": "2026-03-02"}
    ]
