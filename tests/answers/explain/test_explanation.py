"""Explanations: every written value has a row, its rule and its place, and no value is in them."""

import re
from datetime import date

import pytest

from generator.answers.explain.data import as_data
from generator.answers.explain.explanation import Answer, Explanation, Row, explain
from generator.answers.explain.text import as_text
from generator.checks.interface import Subject
from generator.records.paths import field_of, written
from generator.words.channels import PORTAL, Channel
from tests import private_values as v

RECORD = """\
id: exempelbygden-2025-vagen-vidare
namn: Vägen vidare
förbund: exempelbygden
villkor: exempelbygden-2024
inriktning: individinriktad
beslut:
  - {utfall: bordlagd, datum: 2025-05-02, instans: styrelsen}
  - {utfall: beviljad, datum: 2025-06-12, instans: styrelsen, belopp: 3200000, avser: {slut: 2027-12}}
publicering: {läge: publicera, från: 2025-06-20, till: 2029-12-31}
sekretess:
  - {omfattar: [beskrivning.bakgrund], grund: "Kanariegrund, OSL 26 kap. 1 §"}
beskrivning:
  bakgrund: Kanariebakgrund
  syfte: Syftet.
budget: {sökt: 3222836, per_år: {2031: 910730}}
personer:
  - namn: Tova Lindeby
    roll: insatsledare
    titel: Kanarietitel
    e-post: tova.lindeby@hudiksvall.example
    samtycke:
      - {gäller: [namn], kanaler: [portal], från: 2025-06-20, till: 2026-12-31, källa: Kanariekälla}
  - {namn: Gustav Ryberg, roll: kanarieroll, telefon: 031-390 06 16}
"""
TERMS = v.terms(personuppgifter=[v.clause()], erkännande="Med stöd av förbundet.")
SENTENCES = {rule: f"Regeln {rule}." for rule in (*v.RULES, "neka")}


def explained(*channels: Channel, text: str = RECORD, **kwargs: list[int]) -> Explanation:
    return explain([judged(channel, text) for channel in channels or (PORTAL,)], **kwargs)


def judged(channel: Channel, text: str = RECORD) -> Subject:
    return v.subject(text, channel=channel, terms=TERMS)


def row(explanation: Explanation, field: str, person: int | None = None) -> Row:
    (found,) = [r for r in explanation.rows if r.field == field and r.person == person]
    return found


def answer(field: str, person: int | None = None, *, channel: Channel = PORTAL) -> Answer:
    return row(explained(channel), field, person).answers[0]


def test_every_written_value_has_a_row_with_its_line() -> None:
    explanation = explained()
    record = judged(PORTAL).case.record
    assert {r.field for r in explanation.rows} == {field_of(path) for path, _ in written(record)}
    lines = RECORD.splitlines()
    assert lines[row(explanation, "beskrivning.syfte").lines[0] - 1] == "  syfte: Syftet."
    assert lines[row(explanation, "personer.namn", 1).lines[0] - 1].startswith("  - {namn: Gustav")


def test_items_with_other_answers_stand_in_rows_of_their_own() -> None:
    outcomes = [r for r in explained().rows if r.field == "beslut.utfall"]
    assert [(r.lines, r.answers[0].public) for r in outcomes] == [((7,), False), ((8,), True)]


def test_a_consent_is_named_by_its_line_and_its_last_day() -> None:
    found = answer("personer.namn", 0)
    assert (found.public, found.rule, found.line, found.until) == (True, "samtycke", 22, date(2026, 12, 31))


def test_terms_are_named_with_their_clause() -> None:
    found = answer("personer.e-post", 0, channel=v.OWN_WEB)
    assert (found.public, found.rule, found.terms) == (True, "villkor", "exempelbygden-2024")
    assert found.clause == "Publicering kan komma att ske."
    assert not answer("personer.e-post", 0).public


def test_secrecy_is_named_by_its_line_and_its_law() -> None:
    found = answer("beskrivning.bakgrund")
    assert (found.rule, found.line) == ("sekretess-falt", 11)
    assert "OSL 26 kap. 1 §" in found.text


def test_amounts_that_nobody_granted() -> None:
    assert (answer("budget.sökt").public, answer("budget.sökt").rule) == (False, "som-beslutat")
    assert answer("beslut.belopp").public


def test_the_record_as_a_whole() -> None:
    (whole,) = explained().wholes
    assert (whole.public, whole.tombstone, whole.reasons) == (True, False, ())
    assert whole.until == date(2029, 12, 31)
    (foreign,) = explained(v.OTHER_WEB).wholes
    assert [reason.rule for reason in foreign.reasons] == ["egen-webb"]
    (gone,) = explained(text=RECORD.replace("läge: publicera", "läge: återkallad")).wholes
    assert (gone.public, gone.tombstone, gone.reasons[0].line, gone.until) == (False, True, 9, None)
    (refused,) = explained(text=RECORD.replace("2025-05-02", "2025-06-12")).wholes
    assert (refused.reasons[0].rule, refused.reasons[0].line) == ("beslut", 7)


def test_an_unknown_role_is_not_repeated() -> None:
    assert explained().roles == ("insatsledare", "okänd roll")


def test_only_the_persons_that_are_asked_for() -> None:
    assert {r.person for r in explained(persons=[1]).rows} == {1}
    assert {r.person for r in explained(persons=[]).rows} == set()


@pytest.mark.parametrize("channels", [(PORTAL,), (v.OWN_WEB,), (v.OTHER_WEB,), v.CHANNELS])
def test_no_value_is_printed(channels: tuple[Channel, ...]) -> None:
    values = ["Tova", "Lindeby", "hudiksvall", "Gustav", "Ryberg", "390", "Kanarie", "kanarie"]
    values += ["3222836", "3 222 836", "910730", "2031", "Syftet."]
    explanation = explained(*channels)
    for text in (as_text(explanation, SENTENCES), repr(as_data(explanation, SENTENCES)), repr(explanation)):
        assert [value for value in values if value in text] == []


def test_the_text_of_one_channel() -> None:
    text = re.sub(r"(?<=\S) {2,}", " ", as_text(explained(v.OWN_WEB), SENTENCES))
    assert text.startswith("exempelbygden/vagen-vidare på forbundswebb:exempelbygden, 15 juni 2026\n")
    assert "Insatsen är offentlig till och med 31 december 2029." in text
    assert "Följer alltid med: Med stöd av förbundet." in text
    assert "    Avsnitt: Syfte (rad 14)\n" in text
    assert (
        "Person 1, insatsledare (rad 17)\n"
        "  Offentligt till och med 30 juni 2028: namn (rad 17), roll (rad 18) och e-post (rad 20)\n"
        "    Villkoren Ansökan 2024 öppnar uppgiften för rollen insatsledare. [villkor exempelbygden-2024]\n"
    ) in text
    assert "Parterna skrev under: Ansökan 2024 [exempelbygden-2024]\n" in text
    assert "[villkor exempelbygden-2024]" in text
    assert "Klausulen i villkoren exempelbygden-2024:\n  ”Publicering kan komma att ske.”" in text
    assert "[som-beslutat] Regeln som-beslutat." in text
    assert "[aterkallat]" not in text


def test_the_table_of_several_channels() -> None:
    lines = as_text(explained(*v.CHANNELS), SENTENCES).splitlines()
    table = {" ".join(line.split()) for line in lines}
    assert "portal: Insatsen är offentlig till och med 31 december 2029." in table
    assert "portal forbundswebb:exempelbygden sociala-medier öppna-data" in table
    assert "namn ja, till 2026-12-31 (6) ja, till 2028-06-30 (7) ja, till 2028-06-30 (7) nej (8)" in table
    assert "Avsnitt: Bakgrund och behov" + " nej (4)" * 4 in table
    assert "Beslut: utfall (rad 7)" + " nej (2)" * 4 in table
    assert "Beslut: utfall (rad 8)" + " ja (1)" * 4 in table
    reasons = lines[lines.index("Varför") :]
    assert "  (4) Sekretess omfattar uppgiften (OSL 26 kap. 1 §). [sekretess-falt, rad 11]" in reasons
    assert "  (6) Personen har samtyckt. [samtycke, rad 22]" in reasons
    assert "  ”Publicering kan komma att ske.”" in reasons


def test_the_reasons_of_a_withheld_record() -> None:
    text = as_text(explained(text=RECORD.replace("läge: publicera", "läge: återkallad")), SENTENCES)
    assert "Insatsen är inte offentlig. Publiceringen är återkallad. [publicering, rad 9]" in text
    assert "En namnlös sida står på adressen." in " ".join(text.split())
    assert "Följer alltid med" not in text
    assert "Offentligt\n" not in text


def test_the_clause_is_quoted_also_where_it_opens_nothing() -> None:
    text = as_text(explained(persons=[1]), SENTENCES)
    assert "Klausulen i villkoren exempelbygden-2024:\n  ”Publicering kan komma att ske.”" in text
    silent = explain([v.subject(RECORD, terms=v.terms(källa=None))])
    assert "Villkoren exempelbygden-2024 har ingen klausul om publicering att citera." in as_text(
        silent, SENTENCES
    )
    data = as_data(explained(), SENTENCES)
    assert isinstance(data, dict)
    assert data["villkor"] == {
        "id": "exempelbygden-2024",
        "namn": "Ansökan 2024",
        "klausul": "Publicering kan komma att ske.",
    }
    unknown = explain([v.subject(RECORD, terms=None)])
    assert unknown.terms is None
    assert "Parterna skrev under" not in as_text(unknown, SENTENCES)


@pytest.mark.parametrize("key", ["återkallat", "invändning"])
def test_a_withdrawal_that_is_written_for_a_later_day_ends_the_datum(key: str) -> None:
    text = RECORD.replace("    titel: Kanarietitel\n", f"    {key}: 2026-09\n")
    (whole,) = explained(text=text).wholes
    assert whole.public
    assert row(explained(text=text), "personer.namn", 0).answers[0].until == date(2026, 8, 31)


def test_a_datum_is_public_no_longer_than_the_insats() -> None:
    text = RECORD.replace("till: 2029-12-31", "till: 2026-07-31")
    assert row(explained(text=text), "personer.namn", 0).answers[0].until == date(2026, 7, 31)
