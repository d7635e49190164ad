"""Terms that nobody prepared for, written as configuration and records alone: no code knows of them.

Each is told by `explain`, which is quick, and then by the bytes of a finished site.
"""

from __future__ import annotations

from datetime import date

import pytest

from generator.publish.explaining import Question, answer
from generator.words.channels import parse_channel
from tests.sites import VAGEN, Place, mentions, readable

OWN = "forbundswebb:exempelbygden"
NAME, EMAIL, PHONE = "Tova Lindeby", "tova.lindeby@hudiksvall.example", "031-390 06 15"
CONSENT = (
    "    samtycke:\n      - {gäller: [namn, e-post], kanaler: [portal], från: 2025-06-20, "
    'till: 2026-12-31, källa: "mejl 2025-06-18"}\n'
)
WITHDRAWN = "    återkallat: 2026-03-01               # or invändning: a date\n"
TERMS = """\
id: exempelbygden-2027
förbund: exempelbygden
namn: Samordningsförbundet Exempelbygden, ansökan 2027
beslut_per: insats
"""
CLAUSE = """\
personuppgifter:
  - roller: [insatsledare]
    fält: [namn, telefon]
    kanaler: [portal, förbundswebb]
    grund: Avtalet om insatsen.
    längst: {längst}
"""


@pytest.fixture
def blank(place: Place) -> Place:
    """The invented register under a new form version that opens nothing; nobody has consented yet."""
    write_terms(place, TERMS)
    place.edit("villkor: exempelbygden-2024", "villkor: exempelbygden-2027")
    place.edit(CONSENT, "")
    place.edit(WITHDRAWN, "")
    return place


def write_terms(place: Place, text: str) -> None:
    (place.config / "villkor" / "exempelbygden-2027.yml").write_text(text, "utf-8")


def write_clause(place: Place, längst: str) -> None:
    write_terms(place, TERMS + CLAUSE.format(längst=längst))


def add_to_person(place: Place, *lines: str) -> None:
    place.edit(
        "    telefon: 031-390 06 15\n",
        "    telefon: 031-390 06 15\n" + "".join(f"    {one}\n" for one in lines),
    )


def shown(place: Place, day: str, channel: str = "portal") -> set[str]:
    """The data of the insatsledare that are public."""
    question = Question(VAGEN, "1", parse_channel(channel), date.fromisoformat(day))
    explanation = answer(place.content, place.config, question).explanation
    assert explanation is not None
    rows = {row.field.removeprefix("personer."): row.answers[0].public for row in explanation.rows}
    return {field for field, public in rows.items() if public} - {"roll"}


def on_the_site(place: Place, day: str, channel: str = "portal") -> set[str]:
    built = place.build(channel, day)
    assert built.result.published is not None, [str(finding) for finding in built.findings]
    texts = readable(built.out)
    return {value for value in (NAME, EMAIL, PHONE) if mentions(texts, value)}


@pytest.mark.parametrize("channel", ["portal", OWN])
def test_data_until_two_years_after_the_end_of_the_budget_year(blank: Place, channel: str) -> None:
    write_clause(blank, "2 år efter budgetårets slut")
    assert shown(blank, "2029-12-31", channel) == {"namn", "telefon"}
    assert shown(blank, "2030-01-01", channel) == set()
    assert shown(blank, "2029-12-31", "öppna-data") == set()
    assert on_the_site(blank, "2029-12-31", channel) == {NAME, PHONE}
    assert on_the_site(blank, "2030-01-01", channel) == set()


def test_consent_for_the_name_alone(blank: Place) -> None:
    add_to_person(blank, "samtycke: [{gäller: [namn], kanaler: [portal], från: 2025-07-01}]")
    assert shown(blank, "2025-06-30") == set()
    assert shown(blank, "2025-07-01") == {"namn"}
    assert shown(blank, "2025-07-01", OWN) == set()
    assert on_the_site(blank, "2025-07-01") == {NAME}


@pytest.mark.parametrize(
    "waiver",
    ["sekretess: OSL 21 kap. 3 a §", "invändning: 2025-06-01", "återkallat: 2025-06-01"],
    ids=["protected", "objects", "takes back"],
)
def test_one_person_is_left_out_of_what_the_terms_open_for_all(blank: Place, waiver: str) -> None:
    write_clause(blank, "insatsens slut")
    blank.edit(
        "personer:\n",
        "personer:\n  - {namn: Gustav Ryberg, roll: insatsledare, telefon: 031-390 06 16}\n",
    )
    add_to_person(blank, waiver)
    built = blank.build("portal", "2026-01-01")
    texts = readable(built.out)
    assert built.result.published is not None
    assert mentions(texts, "Gustav Ryberg")
    assert not mentions(texts, NAME)
    assert not mentions(texts, PHONE)


def test_one_person_is_shown_though_the_terms_open_nothing(blank: Place) -> None:
    add_to_person(
        blank,
        "samtycke:",
        "  - {gäller: [namn, e-post], kanaler: [portal, öppna-data], till: 1 år efter beslutet}",
    )
    assert shown(blank, "2026-06-12") == shown(blank, "2026-06-12", "öppna-data") == {"namn", "e-post"}
    assert shown(blank, "2026-06-13") == set()


def test_an_objection_under_terms(blank: Place) -> None:
    write_clause(blank, "insatsens slut")
    add_to_person(blank, "invändning: 2026-03-01")
    assert shown(blank, "2026-02-28") == {"namn", "telefon"}
    assert shown(blank, "2026-03-01") == set()
    assert on_the_site(blank, "2026-02-28") == {NAME, PHONE}
    assert on_the_site(blank, "2026-03-01") == set()


def test_a_persons_name_inside_an_organisations_name(blank: Place) -> None:
    blank.edit("organisation: Hudiksvalls kommun, enhet", "organisation: Tova Lindeby Konsult AB, enhet")
    refused = blank.build("portal", "2026-01-01")
    assert refused.result.published is None
    (finding,) = [f for f in refused.findings if f.rule == "namn-i-text"]
    assert (finding.file.endswith(f"{VAGEN}.yml"), finding.position.line) == (True, 13)
    assert not any("Tova" in str(f) or "Lindeby" in str(f) for f in refused.findings)
    add_to_person(blank, "samtycke: [{gäller: [namn], kanaler: [portal]}]")
    assert on_the_site(blank, "2026-01-01") == {NAME}
    assert blank.build(OWN, "2026-01-01").result.published is None  # the consent names the portal


def test_one_person_shows_less_than_the_terms_open(blank: Place) -> None:
    """As the handbook says: first no, then yes to the name alone."""
    write_clause(blank, "insatsens slut")
    assert shown(blank, "2026-01-01") == {"namn", "telefon"}
    add_to_person(blank, "invändning: 2025-06-01")
    add_to_person(blank, "samtycke: [{gäller: [namn], kanaler: [portal], från: 2025-06-02}]")
    assert shown(blank, "2026-01-01") == {"namn"}
    assert on_the_site(blank, "2026-01-01") == {NAME}


def test_one_person_is_shown_though_secrecy_covers_the_others(blank: Place) -> None:
    write_clause(blank, "insatsens slut")
    other = "{namn: Gustav Ryberg, roll: insatsledare, telefon: 031-390 06 16, sekretess: OSL 21 kap. 3 a §}"
    blank.edit("personer:\n", f"personer:\n  - {other}\n")
    built = blank.build("portal", "2026-01-01")
    texts = readable(built.out)
    assert mentions(texts, NAME)
    assert not mentions(texts, "Gustav Ryberg")
