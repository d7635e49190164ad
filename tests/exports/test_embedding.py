"""What other sites show: attribution and the example mark in every form, and no text becomes markup."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser

import pytest

from generator.exports.formats import fragment, listor, oembed
from generator.exports.interface import Release
from generator.pages.render import render
from generator.public.catalogue import Catalogue
from tests import public_values as v
from tests.many import many

ATTRIBUTION = "Insatsen är en samverkansinsats med finansiering av Förbundet."
MARK = "Exempel: beslutet är påhittat."
HOSTILE = "</h3><script>alert(1)</script>\" onclick='x' & <img src=x>"
LIST = "badda-in/forbund/gavleborg"
ONE = "badda-in/insatser/gavleborg/rakna-med-mig"


def made(of: Catalogue) -> dict[str, str]:
    found: dict[str, str] = {}
    for export in (listor.EXPORT, fragment.EXPORT, oembed.EXPORT):
        found |= {name: content.decode() for name, content in export.files(Release(of, {}))}
    return found


def marked(**changes: object) -> Catalogue:
    given = {"example": True, "attribution": ATTRIBUTION, **changes}
    return v.catalogue(v.insats(**given))


@cache
def drawn() -> dict[str, str]:
    """Every form of one insats that must not be told without both."""
    catalogue = marked()
    return {**made(catalogue), **render(catalogue, {})}


FORMS = [
    "data/v1/listor/alla.json",
    "data/v1/listor/forbund/gavleborg.json",
    f"{LIST}/fragment.html",
    f"{ONE}/fragment.html",
    "data/oembed/gavleborg/rakna-med-mig.json",
    f"{LIST}.md",
    f"{ONE}.md",
]


@pytest.mark.parametrize("name", FORMS)
def test_attribution_and_the_mark_are_in_every_form(name: str) -> None:
    assert ATTRIBUTION in drawn()[name]
    assert MARK in drawn()[name]


def test_every_list_of_the_target_groups_has_both_too() -> None:
    lists = [text for name, text in drawn().items() if "/malgrupper/" in name and "Räkna med mig" in text]
    assert len(lists) == 3  # the frame, the piece of HTML and the file
    assert all(ATTRIBUTION in text and MARK in text for text in lists)


class Tags(HTMLParser):
    """Every tag with the names of its attributes, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[tuple[str, tuple[str, ...]]] = set()
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add((tag, tuple(name for name, _ in attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


PLAIN = {
    ("section", ("class", "lang")),
    ("a", ("href",)),
    *((tag, ()) for tag in ("h2", "h3", "p", "ul", "li")),
}


def test_hostile_texts_stay_text() -> None:
    hostile = marked(name=HOSTILE, summary=HOSTILE, attribution=HOSTILE)
    files = made(hostile)
    for name in (f"{LIST}/fragment.html", f"{ONE}/fragment.html"):
        parsed = Tags(files[name])
        assert parsed.tags <= PLAIN, name
        assert parsed.text.count(HOSTILE) == 3, name
    told = json.loads(files["data/oembed/gavleborg/rakna-med-mig.json"])
    assert told["title"] == HOSTILE
    assert Tags(told["html"]).tags == {("iframe", ("src", "title", "width", "height"))}
    (card,) = json.loads(files["data/v1/listor/alla.json"])["insatser"]
    assert (card["namn"], card["erkännande"]) == (HOSTILE, HOSTILE)


def test_a_card_has_its_facts_and_no_person() -> None:
    catalogue = v.catalogue(v.insats(persons=(v.person(),), example=True, attribution=ATTRIBUTION))
    files = made(catalogue)
    (card,) = json.loads(files["data/v1/listor/alla.json"])["insatser"]
    assert set(card) == {
        *("id", "namn", "adress", "förbund", "kommuner", "målgrupper", "intag", "sammanfattning"),
        *("upplysning", "erkännande"),
    }
    person = v.person()
    assert not [name for name, text in files.items() if str(person.name) in text]


def test_oembed_has_what_the_standard_demands() -> None:
    told = json.loads(drawn()["data/oembed/gavleborg/rakna-med-mig.json"])
    assert (told["type"], told["version"]) == ("rich", "1.0")
    assert {"html", "width", "height", "title", "provider_name"} <= set(told)
    assert f'src="https://insatser.example/{ONE}/"' in told["html"]
    assert (
        'oembed: "data/oembed/gavleborg/rakna-med-mig.json"' in drawn()["insatser/gavleborg/rakna-med-mig.md"]
    )


def test_lists_are_short_and_lead_to_the_rest() -> None:
    register = many(1000, 1)
    files, pages = made(register), render(register, {})
    (name,) = (name for name in files if name.startswith("badda-in/forbund/"))
    assert files[name].count("<li>") == 40
    assert "Se alla 1 000 insatser i Insatskatalogen" in files[name].replace("\xa0", " ")
    assert pages[name.replace("/fragment.html", ".md")].count(" namn: ") == 40
    whole = json.loads(files["data/v1/listor/alla.json"])
    assert (whole["antal"], len(whole["insatser"])) == (1000, 200)


def test_a_list_without_insatser_says_so() -> None:
    files = made(replace(v.catalogue(), insatser=()))
    fragments = [text for name, text in files.items() if name.endswith("fragment.html")]
    assert len(fragments) == 3
    for text in fragments:
        assert "Just nu finns inga publicerade insatser" in text
        assert "<ul>" not in text
    assert json.loads(files["data/v1/listor/forbund/gavleborg.json"])["insatser"] == []


def test_a_frame_of_a_page_that_moved_is_led_on_and_one_withdrawn_says_so() -> None:
    catalogue = v.catalogue(
        v.insats(),
        redirects={"insatser/gavleborg/forr/": "insatser/gavleborg/rakna-med-mig/"},
        tombstones=(v.tombstone(),),
    )
    pages = render(catalogue, {})
    assert f'till: "{ONE}/"' in pages["badda-in/insatser/gavleborg/forr.md"]
    assert pages["badda-in/insatser/gavleborg/borta.md"] == pages["insatser/gavleborg/borta.md"]
