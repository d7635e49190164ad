"""A first name in running text: a warning with its place, quiet for words, places and known persons."""

import pytest

from generator.checks.rules.fornamn_i_text import CHECK
from generator.storage.load import load_records
from tests import private_values as v
from tests.checks.yaml_records import with_head

PERSON = "personer: [{namn: Tova Lindeby, roll: insatsledare}]\n"


def told(text: str, rest: str = "") -> list[str]:
    """Column of each finding in the second line of a section, with + where another name follows."""
    yaml = f"beskrivning:\n  bakgrund: |\n    Först en rad.\n    {text}\n{rest}"
    found = v.findings_of(CHECK, v.subject(with_head(yaml)))
    assert all(f.position.line == 12 and f.severity == "varning" for f in found)
    assert all("Skriv rollen i stället." in f.advice for f in found)
    return [f"{f.position.column - 4}{'+' if 'ännu ett namn' in f.message else ''}" for f in found]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Fråga Tova om det.", ["7"]),
        ("Fråga Tovas chef.", ["7"]),
        ("Fråga **Tova** om det.", ["9"]),
        ("Fråga Anna Berg om det.", ["7+"]),
        ("Fråga Anna-Lena Berg om det.", ["7+"]),
        ("Anna svarar på frågor.", ["1"]),
        ("Först Anna, sedan Erik.", ["7", "19"]),
        ("Fråga Per om det.", ["7"]),
        ("Per Ek svarar.", ["1+"]),
        ("Fråga ANNA BERG om det.", ["7+"]),
        ("Fråga Åsa om det.", ["7"]),
        # Words of the language, at the beginning of a sentence.
        ("Per deltagare kostar det mer.", []),
        ("Det räcker. Hans mål är arbete.", []),
        ("- Maj till juni.", []),
        ("Steg för steg. Sten för sten. Björk och gran. Dag för dag.", []),
        # Small letters, abbreviations, places, other words.
        ("fråga tova om det", []),
        ("Vi följer ALI och IPS.", []),
        ("Deltagarna bor i Nora.", []),
        ("Fråga Nora Almvik.", ["7+"]),
        ("Individual Placement and Support i Hudiksvall.", []),
        ("Karlstad, Annandag, Perspektiv och Eriksberg.", []),
    ],
)
def test_decided(text: str, columns: list[str]) -> None:
    assert told(text) == columns


def test_what_the_record_and_the_vocabularies_know() -> None:
    assert told("Fråga Robin hos oss.") == ["7"]
    assert told("Fråga Robin hos oss.", "insatsägare: {organisation: Stiftelsen Robin}\n") == []
    assert told("Fråga Tova.", PERSON) == []  # namn-i-text judges the record's own persons
    ips = v.settings(methods=v.vocabulary("metoder", "robin"))
    text = with_head("sammanfattning: Vi arbetar med Robin.\n")
    assert v.findings_of(CHECK, v.subject(text, settings=ips)) == ()
    assert v.places(v.findings_of(CHECK, v.subject(text))) == ["9:32 varning"]


@pytest.mark.parametrize(
    ("rest", "count"),
    [
        ("källa: {anmärkningar: [Fråga Anna om det.]}\n", 0),
        ("insatsägare: {organisation: Annas Kök}\n", 0),
        ("handlingar: [{titel: Annas rapport, typ: rapport}]\n", 1),
        ("samverkansparter: [{organisation: A, roll: Stöd av Anna}]\n", 1),
        ("sammanfattning: Fråga Anna.\nsekretess: [{omfattar: [sammanfattning], grund: OSL}]\n", 0),
    ],
)
def test_only_in_what_is_written_freely_and_published(rest: str, count: int) -> None:
    assert len(v.findings_of(CHECK, v.subject(with_head(rest)))) == count


def test_a_reviewed_line_is_quiet() -> None:
    text = "beskrivning:\n  metod: |\n    - Hos  Anna på Torget.\n    Sedan Anna igen.\n"
    quiet = "granskade_rader: [{fält: beskrivning.metod, börjar: Hos Anna på, skäl: Det är ett kafé}]\n"
    other = quiet.replace("metod", "syfte")
    assert v.places(v.findings_of(CHECK, v.subject(with_head(text)))) == ["11:12 varning", "12:11 varning"]
    assert v.places(v.findings_of(CHECK, v.subject(with_head(text + quiet)))) == ["12:11 varning"]
    assert len(v.findings_of(CHECK, v.subject(with_head(text + other)))) == 2


@pytest.mark.parametrize(
    ("line", "warned"),
    [
        ("Vi arbetar med Robin hos oss.", False),
        ("Vi  arbetar med Robin, ett arbetssätt.", False),
        ("Vi arbetar med Robins metod.", True),
        ("Vi arbetar med Robin Granmo hos oss.", True),
        ("Vi arbetar ofta med Robin hos oss.", True),
        ("Vi arbetar med Robin hos Anna.", True),
        ("Vi arbetar med Anna hos oss.", True),
    ],
)
def test_a_review_holds_for_the_words_it_quotes(line: str, warned: bool) -> None:
    quiet = "granskade_rader: [{fält: beskrivning.bakgrund, börjar: Vi arbetar med Robin, skäl: En metod}]\n"
    assert bool(told(line, quiet)) is warned


def test_the_real_records_are_quiet() -> None:
    for located in load_records(v.CONTENT).records:
        subject = v.subject((v.PROJECT / located.file).read_text("utf-8"), file=located.file)
        assert v.findings_of(CHECK, subject) == (), located.file
