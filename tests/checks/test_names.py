"""Finding a person in running text: in every form a page would show, and not in ordinary prose."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from itertools import product

import pytest

from generator.checks.names import Sought, find_in
from generator.checks.published import BETWEEN
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
    return [(hit.line, hit.person) for hit in find_in(text, sought or TOVA) if hit.sure]


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
        "T o v a  L i n d e b y",
        "t o v a l i n d e b y",
        "T0va",
        "Linde6y, T0va",
        "Т\u043e\u0432\u0430 Lindeb\u0443",
        "Tov\u03b1",
        "https://tovalindeby.example/om",
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


SURE, PERHAPS = [True], [False]
NOBODY: list[bool] = []

# (who is withheld, the text, what we make of it). A sure hit stops the build, so it must be one.
DECIDED = [
    # A lone surname in small letters, when it is no word and long enough.
    ("Tova Lindeby", "fråga lindeby om det", SURE),
    ("Tova Lindeby", "fråga lindebys grupp", SURE),
    ("Tova Lindeby", "gruppen (lindeby) möts", SURE),
    ("Vera Norén", "ett noren", PERHAPS),  # the accent is gone
    ("Vera Nordén", "hela norden", NOBODY),
    ("Per Sten", "sten för sten", NOBODY),
    ("Bo Ekli", "ett ekli", NOBODY),  # four letters
    # A lone surname with a slip. Another letter in its place may be another name.
    ("Tova Lindeby", "Fråga Lindebby om det.", SURE),
    ("Tova Lindeby", "Fråga Linedby om det.", SURE),
    ("Tova Lindeby", "Fråga Lindeb om det.", SURE),
    ("Tova Lindeby", "Fråga Lindebi om det.", PERHAPS),
    ("Tova Lindeby", "Lindebby svarar.", PERHAPS),
    ("Tova Lindeby", "fråga lindebby om det", PERHAPS),
    ("Anna Lindberg", "Enligt Lundberg är det så.", PERHAPS),
    ("Anna Lundberg", "Enligt Lindberg är det så.", PERHAPS),
    ("Tove Brolin", "Enligt Brulin är det så.", PERHAPS),
    ("Mats Persson", "Det som personen vill, och personer i nöd.", NOBODY),
    ("Per Persson", "Kostnaden per person, per personal.", NOBODY),
    ("Per Persson", "Per person är det dyrt.", PERHAPS),
    ("Hans Sandelin", "hans sandelen", PERHAPS),
    ("Tova Lindeby", "fråga Tova lindebby", SURE),
    ("Vera Nordin", "I hela Norden.", NOBODY),
    ("Vera Ismail", "Enligt SMAIL och SMAILs mallar.", PERHAPS),
    ("Kristina Almvik", "Fråga Kristian om det.", NOBODY),  # another first name
    # Through our markup.
    ("Tova Lindeby", "Fråga **Lin**deby om det.", SURE),
    ("Tova Lindeby", "Fråga [To](https://x.example)va om det.", SURE),
    ("Per Ek", "Fråga [Per](https://x.example) Ek.", SURE),
    ("Per Ek", "Per [kan](https://x.example/per-ek) svara.", SURE),
    ("Tova Lindeby", "Se [rapporten](https://x.example/tova-lindeby.pdf).", SURE),
    ("Tova Lindeby", "Se [rapporten](https://x.example/lindeby).", SURE),
    ("Tova Lindeby", "Se [rapporten](https://x.example/%54ova).", SURE),
    ("Tova Lindeby", "Skriv [hit](mailto:tlindeby@x.example).", SURE),
    ("Tova Lindeby", "Se [byn](https://lindeby.example/om).", NOBODY),
    # Initials.
    ("Per Ek", "Fråga P. Ek om det.", SURE),
    ("Per Ek", "Fråga P Ek om det.", SURE),
    ("Per Ek", "Ek, P.", SURE),
    ("Per Berg", "Per B. svarar.", SURE),
    ("Per Ek", "Fråga PE om det.", NOBODY),
    ("Erik Post", "E-post går bra.", NOBODY),
    ("Ida Sten", "Vi lade sten. I maj var vi klara.", NOBODY),
    # As in addresses.
    ("Tova Lindeby", "tlindeby@annan.example", SURE),
    ("Tova Lindeby", "tova.l@annan.example", SURE),
    ("Tova Lindeby", "t.lindeby", SURE),
    ("Tova Lindeby", "lindeby@annan.example", SURE),
    ("Tova Lindeby", "tovlin07@annan.example", SURE),
    ("Tova Lindeby", "lindebyt", SURE),
    ("Tova Lindeby", "tovalindeby", SURE),
    ("Per Ek", "per@annan.example", SURE),
    ("Per Berg", "info.berg@annan.example", PERHAPS),
    ("Tova Lindeby", "info@lindeby.example", NOBODY),
    ("Siv Tenn", "Ett stenn.", NOBODY),
    # Double names and particles.
    ("Malin Reden Aurelius", "Fråga Reden om det.", SURE),
    ("Moa Lindeby-Falk", "Fråga Lindeby om det.", SURE),
    ("Moa Lindeby-Falk", "Fråga Falk om det.", SURE),
    ("Anna-Lena Almvik", "Fråga Annalena om det.", SURE),
    ("Carl von Almvik", "Vi talade med Von och De.", NOBODY),
    ("Carl von Almvik", "Fråga von Almvik.", SURE),
    # Forms.
    ("Tova Lindeby", "Tova:s grupp", SURE),
    ("Tova Lindeby", "Tova's grupp", SURE),
    # Names that are words, at the beginning of a sentence and inside it.
    ("Per Ek", "Per deltagare kostar det mer.", PERHAPS),
    ("Per Ek", "Det räcker. Per deltagare kostar det mer.", PERHAPS),
    ("Per Ek", "- Per deltagare kostar det mer.", PERHAPS),
    ("Per Ek", "Fråga Per om det.", SURE),
    ("Per Ek", "Per Ek svarar.", SURE),
    ("Per Ek", "per Ek", SURE),
    ("Per Ek", "Per capita.", PERHAPS),
    ("Per Ek", "Kostnaden per ek.", PERHAPS),
    ("Hans Gren", "Hans egen gren.", PERHAPS),
    ("Hans Gren", "Var och en på hans gren.", PERHAPS),
    ("Hans Gren", "hans egen", NOBODY),
    ("Stig Sten", "steg för steg, sten för sten, en stig", NOBODY),
    ("Dag Maj", "en dag i maj", NOBODY),
    ("Maj Björk", "Björk och gran i maj.", PERHAPS),
    ("Sven Stark", "en stark vilja", NOBODY),
    # Places.
    ("Anna Lund", "De bor i Lund.", PERHAPS),
    ("Anna Lund", "Lunds kommun", PERHAPS),
    ("Anna Lund", "Fråga Lund om det.", SURE),
    ("Nora Almvik", "Möt Nora i dag.", SURE),
    # Somebody else: another's surname, another's first name before a common surname, the author of a book.
    ("Karin Lindeby", "Enligt Karin Andersson är det så.", PERHAPS),
    ("Karin Lindeby", "Enligt Karin Anderssons bok.", PERHAPS),
    ("Karin Lindeby", "Enligt Karin Lindfors är det så.", PERHAPS),
    ("Karin Lindeby", "Enligt Karin Berg-Granmo är det så.", SURE),
    ("Karin Lindeby", "Fråga Karin. Andersson vet.", SURE),
    ("Karin Lindeby", "Fråga Karin, Andersson eller Berg.", SURE),
    ("Karin Lindeby", "Fråga Karin Lindeby Andersson.", SURE),
    ("Karin Lindeby", "karin.andersson@x.example", PERHAPS),
    ("Karin Lindeby", "karin.granmo@x.example", SURE),
    ("Karin Andersson", "Fråga Erik Andersson.", PERHAPS),
    ("Karin Andersson", "Fråga Karin Maria Andersson.", SURE),
    ("Karin Lindeby", "Fråga Erik Lindeby.", SURE),
    ("Karin Svensson", "Metoden (Svensson et al., 2009) är prövad.", PERHAPS),
    ("Karin Svensson", "Enligt Brulin och Svensson, 2011, och Svensson (2012).", PERHAPS),
    ("Karin Svensson", "Fråga Svensson, 2025-06-12.", SURE),
    ("Karin Svensson", "Fråga Svensson under 2025.", SURE),
    ("Karin Lindeby", "Metoden (Lindeby, 2009) är prövad.", SURE),
]


@pytest.mark.parametrize(("name", "text", "decided"), DECIDED)
def test_decided(name: str, text: str, decided: list[bool]) -> None:
    assert [hit.sure for hit in find_in(text, [Sought(0, "namn", name)])] == decided


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Fråga Lindeby", 6),
        ("Fråga **Tova** och", 8),
        ("**Fråga** [lindeby](https://x.example)", 11),
        ("Se [rapporten](https://x.example/lindeby)", 15),
        ("Ring nu 031-390 06 15", 8),
        ("Skriv till tova.lindeby@hudiksvall.example", 11),
        ("Frå\u00adga Lindeby", 7),
        ("Fra\u030aga Lindeby", 6),  # columns count letters, however they are written
        ("Skriv till tova.lindeby (at) hudiksvall.example", 11),
    ],
)
def test_columns(text: str, column: int) -> None:
    (hit,) = find_in(f"Först.\n{text}", TOVA)
    assert (hit.line, hit.column) == (1, column)


@pytest.mark.parametrize(
    "text",
    [
        "Ring 031/390*06*15",
        "Ring 031 – 390, 06, 15",
        "Ring 031_390_06_15",
        "Ring 031 390 **06** 15",
        "Ring 031      390 06 15",
        "tova.lindeby @ hudiksvall.example",
        "tova.lindeby(at)hudiksvall.example",
    ],
)
def test_broken_up(text: str) -> None:
    assert [hit.sure for hit in find_in(text, TOVA[1:])] == SURE


def test_an_organisation_begins_with_no_chance_capital() -> None:
    sought = [Sought(0, "namn", "Tova Berg")]
    assert [hit.sure for hit in find_in("Berg Konsult AB", sought)] == PERHAPS
    assert [hit.sure for hit in find_in("Berg Konsult AB", sought, organisation=True)] == SURE


def test_a_shared_surname_with_an_initial() -> None:
    sought = [Sought(0, "namn", "Tova Lindeby")]
    assert find_in("Fråga Lindeby.", sought, ("Erik Lindeby",)) == ()
    assert find_in("Fråga T. Lindeby.", sought, ("Erik Lindeby",)) != ()


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
                assert find_in(text.value, everybody) == (), (file, text.path)
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
                assert find_in(text.value, sought) == (), (file, text.path)


@pytest.mark.parametrize(
    "piece",
    [
        " ",
        "1 ",
        "1    ",
        "@",
        "a@",
        "(",
        "**",
        "[",
        "[a](",
        "a.",
        "1",
        "-",
        "a-",
        "(at",
        "Tova ",
        "Tova.",
        "Tova-",
        "Tova@",
        "Tova\n",
    ],
)
def test_hostile_texts_take_no_longer(piece: str) -> None:
    text = f"x{piece * (60_000 // len(piece))}x"
    start = time.process_time()
    find_in(text, TOVA)
    assert time.process_time() - start < 2


def test_the_look_at_all_texts_at_once_misses_nothing() -> None:
    """The check looks at each text by itself only when the texts together have a hit."""
    pieces = (
        "Tova", "Lindeby", "tlindeby", "Per", "Ek", "per", "sten", "**", "[", "](https://x.example/lindeby)",
        ".", " ", "\n", "\n\n", "031", "390 06 15", "-", "@", "x.example", "T.", "P", "lindebby", "Lindebi",
        "https://",
    )  # fmt: skip
    sought = (*TOVA, Sought(1, "namn", "Per von Ek-Sten"))
    chance, hits = random.Random(7), 0  # noqa: S311 - the same texts each time
    for _ in range(1000):
        texts = ["".join(chance.choices((*pieces, " "), k=chance.randint(1, 12))) for _ in range(3)]
        if any(find_in(text, sought) for text in texts):
            hits += 1
            assert find_in(BETWEEN.join(texts), sought, organisation=True), texts
    assert hits > 500


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
        assert find_in(prose, sought) == ()
        times.append(time.perf_counter() - start)
    assert min(times) < 0.02


LONGER = (Sought(0, "namn", "Tuvalie Bergqvarn"), Sought(1, "namn", "Karin Lindberg"))


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("Hos Bergqvarnarna bor ingen.", [(0, True)]),
        ("Den bergqvarnska metoden, Bergqvarnska metoden", [(0, True)]),
        ("Vår Tuvalien är här.", [(0, True)]),
        ("Enligt Bergqvarnmodellen arbetar vi.", [(0, False)]),
        ("Enligt bergqvarnmodellen arbetar vi.", [(0, False)]),
        ("Enligt Lindbergsmetoden arbetar vi.", [(1, False)]),
        ("Enligt lindbergmetoden arbetar vi.", [(1, False)]),
        ("Karinmetoden och Karinas grupp", []),
        ("Lindbergson", []),
    ],
)
def test_a_longer_word_that_begins_with_a_name(text: str, hits: list[tuple[int, bool]]) -> None:
    assert [(hit.person, hit.sure) for hit in find_in(text, LONGER)] == hits


def test_a_longer_word_of_a_name_that_may_be_shown() -> None:
    assert find_in("Enligt Lindbergsmetoden arbetar vi.", LONGER, ("Sven Lindberg",)) == ()


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Det kostar ingen alls.", False),
        ("Ingen alls.", False),
        ("Det vet Ingen.", False),
        ("Plan A. Ingen vet.", False),
        ("Se ingenalls.", False),
        ("Fråga Ingen Alls.", True),
        ("Fråga Alls, Ingen.", True),
        ("ingen.alls@kommun.example", True),
        ("ialls@kommun.example", True),
    ],
)
def test_of_a_name_that_no_record_has_only_the_whole_is_sure(text: str, sure: bool) -> None:
    hits = find_in(text, [Sought(0, "namn", "Ingen Alls", listed=False)])
    assert [hit.sure for hit in hits] == [sure]


def test_a_longer_word_is_unsure_too_of_a_name_that_no_record_has() -> None:
    (hit,) = find_in("Hos Bergqvarnarna.", [Sought(0, "namn", "Tuvalie Bergqvarn", listed=False)])
    assert not hit.sure
