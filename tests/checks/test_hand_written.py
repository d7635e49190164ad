"""Pages written by hand and media files name nobody who is withheld on the channel."""

import time

import pytest

from generator.checks.hand_written import check_hand_written
from generator.checks.interface import Subject
from tests import private_values as v
from tests.checks.yaml_records import HEAD, with_head

PERSON = """\
personer:
  - {namn: Tova Lindeby, roll: insatsledare, e-post: tl77@hudiksvall.example, telefon: 031-390 06 15}
"""
CLAUSE = v.terms(personuppgifter=[v.clause()])
HIDDEN = v.subject(with_head(PERSON))
SHOWN = v.subject(with_head(PERSON), terms=CLAUSE, channel=v.OWN_WEB)


def told(
    text: str, *subjects: Subject, media: tuple[str, ...] = (), config: str = "", page: str = "om"
) -> list[str]:
    pages, settings = {f"content/sidor/{page}.md": text}, {"site_config/site.yml": config}
    found = list(check_hand_written(pages, (*pages, *media), settings, subjects or (HIDDEN,)))
    assert all(not any(w in f.message + f.advice for w in ("Tova", "Lindeby", "390", "tl77")) for f in found)
    return [f"{f.file} {f.position.line}:{f.position.column} {f.severity}" for f in found]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("# Om\n\nFråga Tova Lindeby.", ["3:7"]),
        ("Lindebys, Tova", ["1:1"]),
        ("fråga tova lindeby", ["1:7"]),
        ("**Tova** Lindeby", ["1:3"]),
        ("[Hon](https://x.example/tova-lindeby)", ["1:7"]),
        ("Skriv till TL77@hudiksvall.example, ring +46 31 390 06 15", ["1:12", "1:43"]),
        ("Fråga Tova eller herr Lindeby.", []),
        ("Ring 031-390 06 16.", []),
        ("Tova Lindeberg", []),
    ],
)
def test_pages(text: str, places: list[str]) -> None:
    assert told(text) == [f"content/sidor/om.md {place} fel" for place in places]


@pytest.mark.parametrize(
    ("name", "wrong"),
    [("medier/tova_lindeby.jpg", True), ("medier/lindebys-tova.jpg", True), ("medier/lindeby.jpg", False)],
)
def test_media(name: str, wrong: bool) -> None:
    assert told("", media=(name,)) == ([f"{name} 1:1 fel"] if wrong else [])


def test_the_name_of_a_page_is_its_address() -> None:
    assert told("", page="tova-lindeby") == ["content/sidor/tova-lindeby.md 1:1 fel"]


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("om: Fråga Tova Lindeby.", ["2:11"]),
        ("kontakt: {e-post: tova.lindeby@forbund.example}", ["2:19"]),
        ("kontakt: {e-post: TL77@hudiksvall.example, telefon: 031-390 06 15}", []),
        ("  # Tova Lindeby sköter den här filen.", []),
        ("om: Fråga Lindeby.", []),
    ],
)
def test_settings(line: str, places: list[str]) -> None:
    config = f"namn: Registret\n{line}\n"
    assert told("", config=config) == [f"site_config/site.yml {place} fel" for place in places]


def test_common_words_need_capitals() -> None:
    person = v.subject(HEAD + "personer: [{namn: Hans Gren, roll: styrgrupp}]\n")
    assert told("Var och en på hans gren.", person) == []
    assert told("Fråga Hans Gren.", person) == ["content/sidor/om.md 1:7 fel"]


def test_what_the_site_shows_of_somebody_anywhere_may_stand() -> None:
    text = "Tova Lindeby, tl77@hudiksvall.example, 031-390 06 15"
    assert told(text, HIDDEN, SHOWN) == []
    assert told(text, HIDDEN) != []


def test_of_a_large_register() -> None:
    subjects = [HIDDEN] * 3000
    text = "Registret är öppet för alla som arbetar med samordnad rehabilitering. " * 100
    start = time.process_time()
    assert told(text + "Tova Lindeby", *subjects) == ["content/sidor/om.md 1:7001 fel"]
    assert time.process_time() - start < 2
