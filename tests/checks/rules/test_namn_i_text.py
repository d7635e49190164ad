"""Rule 7: a withheld person's name, e-mail or number is an error in running text, with its line."""

from dataclasses import replace

import pytest

from generator.checks.rules.namn_i_text import CHECK
from generator.words.channels import PORTAL
from tests import private_values as v
from tests.checks.yaml_records import HEAD, with_head

PERSONS = """\
personer:
  - namn: Tova Lindeby
    roll: insatsledare
    e-post: tova.lindeby@hudiksvall.example
    telefon: 031-390 06 15
"""
CLAUSE = v.terms(personuppgifter=[v.clause()])

CASES = {
    "a clean text": ("sammanfattning: Insatsledaren svarar på frågor.\n", []),
    "a summary": ("sammanfattning: Fråga Tova.\n", ["9:23 fel"]),
    "a title": ("andra_namn: [Vägen, Tovas väg]\n", ["9:21 fel"]),
    "a section, by line": (
        "beskrivning:\n  bakgrund: |\n    En rad.\n    Lindeby, Tova.\n\n    Ring 031 390\n    06 15.\n",
        ["12:5 fel", "14:10 fel"],
    ),
    "an organisation": (
        "samverkansparter:\n  - {organisation: Lindebys Konsult AB, roll: Stöd}\n",
        ["10:20 fel"],
    ),
    "a referral": ("hänvisning: {kontakt: Tova.Lindeby@hudiksvall.example}\n", ["9:23 fel"]),
    "a goal and a document": (
        "mål:\n  - {typ: mål, text: Tova mår bra.}\nhandlingar:\n  - {titel: Tovas rapport, typ: rapport}\n",
        ["10:22 fel", "12:13 fel"],
    ),
    "a cost, whose amount nobody decided": (
        "budget:\n  kostnader:\n    - {post: Lön Tova Lindeby, belopp: 1}\n",
        ["11:18 varning"],
    ),
    "a link": (
        "handlingar:\n  - {titel: A, typ: b, länk: https://x.example/tova-lindeby.pdf}\n",
        ["10:48 fel"],
    ),
    "search words": ("sökord: [jobb, Lindeby]\n", ["9:16 fel"]),
    "search words in small letters": ("sökord: [jobb, lindebys, per]\n", ["9:16 fel"]),
    "an address of somebody's own": ("hänvisning: {kontakt: lindeby@x.example}\n", ["9:23 fel"]),
    "a domain is an organisation": ("hänvisning: {kontakt: info@lindeby.example}\n", []),
    "a link by surname": (
        "handlingar:\n  - {titel: A, typ: b, länk: https://tova.example/1/lindeby.pdf}\n",
        ["10:53 fel"],
    ),
    "a link to an organisation": (
        "handlingar:\n  - {titel: A, typ: b, länk: https://lindeby.example/rapport.pdf}\n",
        [],
    ),
    "the document's name": ("källa: {dokument: Ansökan Lindeby}\n", ["9:27 fel"]),
    "remarks are for editors": ("källa: {anmärkningar: [Tova har fel e-post.], bilagor: [Tova]}\n", []),
    "a secret section": (
        "beskrivning: {syfte: Tova, metod: Tova}\nsekretess: [{omfattar: [beskrivning.metod], grund: O}]",
        ["9:22 fel"],
    ),
}


@pytest.mark.parametrize(("text", "places"), CASES.values(), ids=CASES)
def test_places(text: str, places: list[str]) -> None:
    found = v.findings_of(CHECK, v.subject(with_head(f"{text}\n{PERSONS}")))
    assert v.places(found) == places
    for finding in found:
        assert finding.file == "content/insatser/exempelbygden/vagen-vidare.yml"
        assert "person 1 i posten, insatsledare" in finding.message
        assert not any(word in str(finding) for word in ("Tova", "tova", "Lindeby", "lindeby", "390"))


WORDY = "personer: [{namn: Per Berg, roll: styrgrupp}]\n"


def test_a_name_that_is_a_word_is_a_warning_that_can_be_quiet() -> None:
    text = "beskrivning:\n  metod: |\n    Per deltagare är det dyrt.\n    Fråga Per.\n"
    entries = ("Per deltagare", "Fråga Per.")
    reviewed = ", ".join(f"{{fält: beskrivning.metod, börjar: {entry}, skäl: s}}" for entry in entries)
    found = v.findings_of(CHECK, v.subject(with_head(text + WORDY)))
    assert v.places(found) == ["11:5 varning", "12:11 fel"]
    assert "granskade_rader" in found[0].advice
    quiet = v.findings_of(CHECK, v.subject(with_head(f"{text}{WORDY}granskade_rader: [{reviewed}]\n")))
    assert v.places(quiet) == ["12:11 fel"]


def test_an_organisation_that_begins_with_a_name_that_is_a_word() -> None:
    text = "insatsägare: {organisation: Bergs Konsult AB}\nsammanfattning: Bergs kant.\n"
    assert v.places(v.findings_of(CHECK, v.subject(with_head(text + WORDY)))) == [
        "9:29 fel",
        "10:17 varning",
    ]


def test_a_link_in_running_text() -> None:
    text = "beskrivning:\n  metod: |\n    Se [här](https://x.example/lindeby) och **To**va.\n"
    assert v.places(v.findings_of(CHECK, v.subject(with_head(text + PERSONS)))) == ["11:14 fel"]


def test_an_id() -> None:
    text = with_head("sammanfattning: A.\n" + PERSONS).replace("id: ", "id: lindeby-", 1)
    assert v.places(v.findings_of(CHECK, v.subject(text))) == ["1:5 fel"]


@pytest.mark.parametrize(("slug", "places"), [("lindebys-vag", ["1:1 fel"]), ("vagen-vidare", [])])
def test_the_name_of_the_file_is_the_address(slug: str, places: list[str]) -> None:
    subject = v.subject(with_head("sammanfattning: A.\n" + PERSONS))
    subject = replace(subject, located=replace(subject.located, slug=slug))
    found = v.findings_of(CHECK, subject)
    assert v.places(found) == places
    assert "lindeby" not in "".join(f.message + f.advice for f in found)


def test_a_record_that_is_not_public_gets_a_warning() -> None:
    text = with_head("sammanfattning: Fråga Tova.\n" + PERSONS).replace("publicera}", "pausad}")
    assert v.places(v.findings_of(CHECK, v.subject(text))) == ["9:23 varning"]


def test_what_the_channel_shows_may_stand_in_the_text() -> None:
    text = with_head("sammanfattning: Fråga Tova Lindeby, 031 390 06 15.\n" + PERSONS)
    assert v.places(v.findings_of(CHECK, v.subject(text, terms=CLAUSE, channel=PORTAL))) == ["9:23 fel"]
    assert v.findings_of(CHECK, v.subject(text, terms=CLAUSE, channel=v.OWN_WEB)) == ()
    over = v.subject(text, terms=CLAUSE, channel=v.OWN_WEB, day="2028-07-01")
    assert v.places(v.findings_of(CHECK, over)) == ["9:23 fel"]


def test_each_datum_on_its_own() -> None:
    consent = "    samtycke: [{gäller: [namn], kanaler: [portal]}]\n"
    text = with_head(
        "beskrivning:\n  bakgrund: |\n    Fråga Tova.\n    Ring 031 390 06 15.\n" + PERSONS + consent
    )
    assert v.places(v.findings_of(CHECK, v.subject(text))) == ["12:10 fel"]


def test_one_person_in_two_roles() -> None:
    other = "  - {namn: Tova Lindeby, roll: arbetsgrupp}\n  - {namn: Ulla Ekdunge, roll: arbetsgrupp}\n"
    text = with_head("sammanfattning: Tova Lindeby och Ulla Ekdunge.\n" + PERSONS + other)
    found = v.findings_of(CHECK, v.subject(text, terms=CLAUSE, channel=v.OWN_WEB))
    assert v.places(found) == ["9:34 fel"]
    assert "person 3" in found[0].message


def test_a_shown_datum_of_another_person() -> None:
    consents = "samtycke: [{gäller: [namn, titel, organisation], kanaler: [portal]}]"
    persons = (
        "personer:\n"
        f"  - {{namn: Ulla Ekdunge, roll: styrgrupp, organisation: Lindebys AB, titel: chef, {consents}}}\n"
        "  - {namn: Tova Lindeby, roll: styrgrupp, organisation: Lindebys AB, titel: Tovas chef}\n"
    )
    found = v.findings_of(CHECK, v.subject(HEAD + persons))
    assert v.places(found) == ["10:57 fel"]
    assert "person 2" in found[0].message


def test_the_address_of_another_person() -> None:
    consents = "samtycke: [{gäller: [e-post], kanaler: [portal]}]"
    own = f"  - {{namn: Tova Lindeby, roll: styrgrupp, e-post: tova.lindeby@x.example, {consents}}}\n"
    assert v.findings_of(CHECK, v.subject(f"{HEAD}personer:\n{own}")) == ()
    other = own.replace("Tova Lindeby", "Ulla Ekdunge")
    hidden = "  - {namn: Tova Lindeby, roll: styrgrupp}\n"
    found = v.findings_of(CHECK, v.subject(f"{HEAD}personer:\n{other}{hidden}"))
    assert v.places(found) == ["10:51 fel"]
    assert "person 2" in found[0].message


def test_a_link_in_codes() -> None:
    text = "handlingar: [{titel: A, typ: b, länk: 'https://x.example/%C3%96str%C3%B6m.pdf'}]\n"
    person = "personer: [{namn: Åsa Öström, roll: styrgrupp}]\n"
    assert v.places(v.findings_of(CHECK, v.subject(with_head(text + person)))) == ["9:58 fel"]


def test_an_unknown_role_is_not_quoted() -> None:
    persons = "personer:\n  - {namn: Tova Lindeby, roll: Sixten}\nsammanfattning: Tova\n"
    (finding,) = v.findings_of(CHECK, v.subject(HEAD + persons))
    assert "okänd roll" in finding.message
    assert "Sixten" not in str(finding)
