"""Finding a person in running text: in every form a page would show, and not in ordinary prose."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import product

import pytest

from generator.checks.names import Sought, find_in
from generator.checks.texts import all_texts
from generator.records.persons import Person
from generator.records.record import Record
from generator.storage.load import load_records
from tests import private_values as v

TOVA = (
    Sought(0, "namn", "Tova Lindeby"),
    Sought(0, "e-post", "Tova.Lindeby@hudiksvall.example"),
    Sought(0, "telefon", "031-390 06 15"),
)


def found(text: str, *sought: Sought) -> list[tuple[int, int]]:
    return list(find_in(text, sought or TOVA))


@pytest.mark.parametrize(
    "text",
    [
        "Fråga Tova Lindeby om det.",
        "Fråga Tova om det.",
        "Fråga Lindeby om det.",
        "Fråga TOVA LINDEBY om det.",
        "fråga tova lindeby om det",
        "Tovas grupp",
        "Lindebys grupp",
        "Tova Lindebys grupp",
        "Lindeby, Tova (insatsledare)",
        "Lindeby Tova",
        "Tova K. Lindeby",
        "Tova Karin Maria Lindeby",
        "Tova-Lindeby",
        "Tova Lindebÿ",
        "Tova Lindéby",
        "Tovva Lindebi",
        "Tovs Lindbey",
        "Toa Lindebi",
        "Tovaa Lindby",
        "Lindebi, Tovva",
        "To\u00adva bestämmer",
        "Linde\u00adby bestämmer",
        "Tova\u200b\u00a0Lindeby",
        "To\u200dva",
        "**Tova** bestämmer",
        "[Tova](https://x.example)",
        "Lindeby Konsult AB",
        "Lindeby-gruppen",
        "Firma T. Lindeby",
        "tova.lindeby@annan.example",
        "tova_lindeby",
        "tova.lindeby (at) hudiksvall.example",
        "Skriv till Tova.Lindeby@hudiksvall.example.",
        "Skriv till TOVA.LINDEBY@HUDIKSVALL.EXAMPLE.",
        "mailto:tova.lindeby@hudiksvall.example?subject=hej",
        "Ring 031-390 06 15.",
        "Ring 0313900615",
        "Ring 031 390 06 15",
        "Ring 031\u00a0390\u00a006\u00a015",
        "Ring 031–390 06 15",
        "Ring 031-39 00 615",
        "Ring (031) 390 06 15",
        "Ring 031/390 06 15",
        "Ring 031.390.06.15",
        "Ring 390 06 15 före tolv",
        "Ring +46 31 390 06 15",
        "Ring +46313900615",
        "Ring +46 (0)31-390 06 15",
        "Ring 0046 31 390 06 15",
        "Ring 0046-31-3900615.",
        "År 2025 031-390 06 15",
    ],
)
def test_forms(text: str) -> None:
    assert found(text) == [(0, 0)]
    assert found(f"Först en rad.\n\n{text}\nsedan en till") == [(2, 0)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Fråga Tova\nLindeby om det", [0, 1]),
        ("Fråga Tovva\nLindebi om det", [0]),
        ("ring 031-390\n06 15 i dag", [0]),
        ("hej\nring 2025\n031-390 06 15", [2]),
        ("hej\nring 1\n2\n+46 31\n390 06 15", [3]),
        ("Tova\n\nTova", [0, 2]),
        ("031-390 06 15\n+46 31 390 06 15\n0313900615", [0, 1, 2]),
        ("a\nb\ntova.lindeby@hudiksvall.example", [2]),
    ],
)
def test_lines(text: str, lines: list[int]) -> None:
    assert found(text) == [(line, 0) for line in lines]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Insatsen leds av en insatsledare.",
        "Toverud och Lindeborg ligger i Hudiksvall.",
        "Tovan är en fisk. Lindebygget är klart.",
        "steget till lindring",
        "Summan är 3 139 006 kr.",
        "031-390 06 16",
        "Dnr 2031/390061",
        "hudiksvall.example",
        "lindeby@annan.example är en by",  # a lone lower-case part is a word like others
    ],
)
def test_other_words(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Agnes Rask", "Det krävs rask hantering och raska beslut."),
        ("Elsa Falk", "En falk flög över kommunen."),
        ("Elsa Falk", "Insatser i vissa fall då alla är med."),
        ("Stig Sten", "Vi tar det steg för steg och sten på sten."),
        ("Hans Gren", "Var och en på egen hand, med hans egen gren."),
        ("Bo Ek", "Att bo i en stad, och en ek."),
        ("Sara Stål", "Det står bara i ansökan."),
        ("Per Ström", "Antal deltagare per år. En ström av ärenden."),
        ("Björn Lind", "En björn i skogen."),
        ("Sven Berg", "Sen över ett berg."),
    ],
)
def test_common_words_are_nobody(name: str, text: str) -> None:
    assert found(text, Sought(0, "namn", name)) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Anna-Lena Berg-Strand", "Fråga Anna-Lena"),
        ("Anna-Lena Berg-Strand", "Fråga Annalena Bergstrand-Berg"),
        ("Anna-Lena Berg-Strand", "Fråga Strand"),
        ("Anna-Lena Berg-Strand", "anna lena"),
        ("Malin Reden Aurelius", "Reden Aurelius, Malin"),
        ("Malin Reden Aurelius", "Aurelius grupp"),
        ("Moa Almleöf", "Moa Almleof"),
        ("Moa Almleöf", "Almleo\u0308f"),
        ("Bo Ek", "Bo Ek"),
        ("Bo Ek", "Ek, Bo"),
        ("Håkan Tykesson", "Tykessons"),
    ],
)
def test_other_names(name: str, text: str) -> None:
    assert found(text, Sought(3, "namn", name)) == [(0, 3)]


def test_persons_are_told_apart() -> None:
    sought = (
        Sought(0, "namn", "Tova Lindeby"),
        Sought(1, "namn", "Erik Lindeby"),
        Sought(2, "namn", "Ulla Ek"),
    )
    assert found("Tova", *sought) == [(0, 0)]
    assert found("Lindeby\nErik", *sought) == [(0, 0), (0, 1), (1, 1)]
    assert found("Tova Ek", *sought) == [(0, 0)]


@pytest.mark.parametrize(
    "sought", [Sought(0, "telefon", "-----"), Sought(0, "telefon", "(  112 )"), Sought(0, "namn", "–")]
)
def test_a_value_that_says_nothing_is_found_nowhere(sought: Sought) -> None:
    assert found("Summan är 3 222 836 kr – eller 031-390 06 15. (112)", sought) == []


def _content() -> Iterator[tuple[str, Record]]:
    return ((one.file, one.value) for one in load_records(v.CONTENT).records)


def _all_data(persons: list[Person]) -> tuple[Sought, ...]:
    data: list[Sought] = []
    for index, person in enumerate(persons):
        data += [Sought(index, "namn", person.name)] if person.name else []
        data += [Sought(index, "e-post", person.email)] if person.email else []
        data += [Sought(index, "telefon", person.phone)] if person.phone else []
    return tuple(data)


def test_the_prose_of_the_forms_names_nobody() -> None:
    """Every text of every record, against the persons of all of them."""
    everybody = _all_data([person for _, record in _content() for person in record.persons])
    assert len(everybody) > 25
    texts = 0
    for file, record in _content():
        for text in all_texts(record):
            if text.path[0] != "personer":
                texts += 1
                assert list(find_in(text.value, everybody)) == [], (file, text.path)
    assert texts > 300


def test_common_names_are_not_found_in_the_prose_of_the_forms() -> None:
    first = ("Anna", "Sara", "Per", "Lars", "Hans", "Stig", "Sten", "Björn", "Maria", "Bo", "Karl", "Ida")
    last = (
        "Lind",
        "Berg",
        "Ström",
        "Falk",
        "Rask",
        "Ek",
        "Stål",
        "Gren",
        "Sten",
        "Andersson",
        "Öst",
        "Ståhl",
    )
    sought = tuple(Sought(n, "namn", " ".join(pair)) for n, pair in enumerate(product(first, last)))
    for file, record in _content():
        for text in all_texts(record):
            if text.path[0] != "personer":
                assert list(find_in(text.value, sought)) == [], (file, text.path)


def test_fast() -> None:
    prose = (
        "Insatsen ger samordnat stöd till unga vuxna i Hudiksvall som varken arbetar eller studerar. " * 80
    )[:6000]
    sought: list[Sought] = []
    for n in range(10):
        sought += [
            Sought(n, "namn", f"Tova{n} Lindeby Ström{chr(97 + n)}"),
            Sought(n, "e-post", f"tova{n}@hudiksvall.example"),
            Sought(n, "telefon", f"03139006{10 + n}"),
        ]
    times = []
    for _ in range(5):
        start = time.perf_counter()
        assert list(find_in(prose, sought)) == []
        times.append(time.perf_counter() - start)
    assert min(times) < 0.02
