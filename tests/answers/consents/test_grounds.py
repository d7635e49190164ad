"""Consents and clauses: each state, what needs action first, and nobody's data in any form."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from datetime import date

import pytest
from icalendar import Calendar

from generator.answers.consents.calendar import as_calendar
from generator.answers.consents.grounds import Ground, State, grounds
from generator.answers.consents.text import as_csv, as_data, as_text
from generator.records.terms import Terms
from generator.words.channels import PORTAL, Channel
from tests import private_values as v

HEAD = """\
id: exempelbygden-2025-vagen-vidare
namn: Vägen vidare
förbund: exempelbygden
villkor: exempelbygden-2024
inriktning: individinriktad
beslut:
  - {utfall: beviljad, datum: 2025-06-12, instans: styrelsen, avser: {slut: 2027-12}}
publicering: {läge: publicera, från: 2025-06-20}
personer:
"""
DATA = "namn: Tova Lindeby, roll: insatsledare, e-post: tova@lindeby.example, titel: Kanarietitel"
CLAUSE = v.terms(personuppgifter=[v.clause()])


def listed(*persons: str, terms: Terms | None = None, state: str = "publicera") -> tuple[Ground, ...]:
    head = HEAD.replace("läge: publicera", f"läge: {state}")
    return every(head + "".join(f"  - {{{person}}}\n" for person in persons), terms or v.terms())


def every(text: str, terms: Terms, channels: tuple[Channel, ...] = v.CHANNELS) -> tuple[Ground, ...]:
    judged = [[v.subject(text, channel=one, terms=terms)] for one in channels]
    return grounds(judged, v.rulebook(), 90)


def consent(**keys: str) -> str:
    entry = {"gäller": "[namn, e-post]", "kanaler": "[portal, öppna-data]", "källa": "Kanariekälla"} | keys
    return f"{DATA}, samtycke: [{{{', '.join(f'{key}: {value}' for key, value in entry.items())}}}]"


@pytest.mark.parametrize(
    ("person", "state", "until", "left"),
    [
        (consent(), State.IN_FORCE, date(2028, 6, 30), 746),
        (consent(från="2026-06-15", till="2026-09-13"), State.ENDS_SOON, date(2026, 9, 13), 90),
        (consent(till="2026-09-14"), State.IN_FORCE, date(2026, 9, 14), 91),
        (consent(till="2026-06-15"), State.ENDS_SOON, date(2026, 6, 15), 0),
        (consent(till="2026-06-14"), State.ENDED, date(2026, 6, 14), None),
        (consent(från="2026-06-16"), State.STARTS_LATER, date(2028, 6, 30), 746),
        (consent() + ", återkallat: 2026-06-15", State.WITHDRAWN, date(2028, 6, 30), None),
        (consent() + ", invändning: 2026-06-15", State.OBJECTION, date(2028, 6, 30), None),
        (consent() + ", återkallat: 2026-06-16", State.ENDS_SOON, date(2026, 6, 15), 0),
        (consent() + ", invändning: 2027-06-16", State.IN_FORCE, date(2027, 6, 15), 365),
        (consent() + ", sekretess: OSL", State.VOID, date(2028, 6, 30), None),
        (consent().replace("insatsledare", "undertecknare"), State.VOID, date(2028, 6, 30), None),
        (consent().replace("insatsledare", "kanarieroll"), State.VOID, date(2028, 6, 30), None),
    ],
)
def test_each_state(person: str, state: State, until: date, left: int | None) -> None:
    (found,) = listed(person)
    assert (found.state, found.until, found.days_left) == (state, until, left)
    assert (found.fields, found.channels) == (("namn", "e-post"), ("portal", "öppna-data"))
    assert (found.insats, found.person, found.ground, found.line) == (
        "exempelbygden/vagen-vidare", 0, "samtycke", 10,
    )  # fmt: skip
    assert found.role == ("okänd roll" if "kanarieroll" in person else found.role)
    assert found.reason.endswith(".")


def test_of_a_record_that_is_not_public_a_consent_says_why() -> None:
    (found,) = listed(consent(), state="pausad")
    assert (found.state, found.reason) == (State.VOID, "Publiceringen är pausad.")
    (ended,) = listed(consent(till="2026-01-01"), state="pausad")
    assert ended.state is State.ENDED


def test_a_clause_is_listed_for_each_person_whose_role_it_names() -> None:
    other = "namn: Gustav Ryberg, roll: styrgrupp"
    (found,) = listed(DATA, other, terms=CLAUSE)
    assert (found.ground, found.fields) == ("villkor exempelbygden-2024", ("namn", "e-post"))
    assert found.channels == ("förbundswebb", "sociala-medier")
    assert (found.state, found.until) == (State.IN_FORCE, date(2028, 6, 30))


def test_what_needs_action_stands_first() -> None:
    persons = [
        consent().replace("Tova", "Anna"),
        consent(från="2026-07-01").replace("Tova", "Berit"),
        consent(till="2026-01-01").replace("Tova", "Cilla"),
        (consent() + ", återkallat: 2026-01-01").replace("Tova", "Doris"),
        consent(till="2026-08-01").replace("Tova", "Elsa"),
        consent(till="2026-07-01").replace("Tova", "Frida"),
    ]
    alone = [one.replace("tova@", f"{number}@") for number, one in enumerate(persons)]
    assert [one.person for one in listed(*alone)] == [5, 4, 3, 2, 1, 0]


@pytest.mark.parametrize(
    ("person", "terms", "advice"),
    [
        (consent(till="2026-07-01"), None, "Fråga om nytt samtycke."),
        (DATA, "30 dagar efter beslutet", ""),
        (consent() + ", återkallat: 2026-01-01", None, "insats consents --forget"),
        (consent(till="2026-01-01"), None, "om de inte behövs längre"),
        (consent(), None, ""),
    ],
)
def test_advice(person: str, terms: str | None, advice: str) -> None:
    made = v.terms(personuppgifter=[v.clause(längst=terms)]) if terms is not None else None
    (found,) = listed(person, terms=made)
    assert advice in found.advice
    assert bool(found.advice) is bool(advice) or found.state is State.ENDED


def test_two_consents_of_one_person_are_two_rows() -> None:
    two = consent().replace(
        "samtycke: [", "samtycke: [{gäller: [titel], kanaler: [portal], till: 2026-07-01}, "
    )
    assert [(one.fields, one.until) for one in listed(two)] == [
        (("titel",), date(2026, 7, 1)),
        (("namn", "e-post"), date(2028, 6, 30)),
    ]


FOUND = (
    *listed(consent(till="2026-07-01"), terms=CLAUSE),
    *listed(consent() + ", återkallat: 2026-01-01"),
    *listed(consent().replace("insatsledare", "kanarieroll")),
)


def test_no_datum_of_anybody_in_any_form() -> None:
    texts = (as_text(FOUND, v.DAY), as_csv(FOUND), as_calendar(FOUND, v.DAY))
    forms = (*texts, repr(as_data(FOUND, v.DAY)), repr(FOUND))
    for form in forms:
        assert "exempelbygden/vagen-vidare" in form.replace("\r\n ", "")
        assert not [one for one in ("Tova", "Lindeby", "lindeby", "Kanarie", "kanarie") if one in form]


def test_text() -> None:
    text = as_text(FOUND, v.DAY)
    assert text.startswith(
        "Samtycken och villkor den 15 juni 2026: går ut snart 1, gäller 1, återkallat 1, gäller inte 1.\n"
    )
    assert "\nGår ut snart\n  exempelbygden/vagen-vidare, person 1 (insatsledare): namn och e-post\n" in text
    assert "portal och öppna-data till och med 1 juli 2026 (16 dagar kvar). Personen har samtyckt." in text
    assert as_text((), v.DAY) == "Inget samtycke och inget villkor att visa den 15 juni 2026."


def table(found: Sequence[Ground]) -> list[dict[str, str]]:
    return list(csv.DictReader(as_csv(found).removeprefix("\ufeff").splitlines(), delimiter=";"))


def test_csv_is_read_back_and_runs_no_formula() -> None:
    assert as_csv(FOUND).startswith("\ufeffinsats;person;")
    rows = table(FOUND)
    assert len(rows) == len(FOUND)
    assert rows[0]["till"] == "2026-07-01"
    assert rows[0]["uppgifter"] == "namn, e-post"
    (risky,) = [Ground(**{**vars(FOUND[0]), "reason": "=HYPERLINK()", "role": "@roll"})]
    (row,) = table([risky])
    assert (row["skäl"], row["roll"]) == ("'=HYPERLINK()", "'@roll")


def test_json_keeps_types() -> None:
    data = json.loads(json.dumps(as_data(FOUND[:1], v.DAY)))
    assert data["datum"] == "2026-06-15"
    assert data["grunder"][0]["uppgifter"] == ["namn", "e-post"]
    assert data["grunder"][0]["dagar_kvar"] == 16


def test_the_calendar_is_read_back_and_the_same_each_time() -> None:
    text = as_calendar(FOUND, v.DAY)
    assert text == as_calendar(FOUND, v.DAY)
    calendar = Calendar.from_ical(text)
    events = calendar.walk("VEVENT")
    assert [event.decoded("dtstart") for event in events] == [date(2026, 7, 1), date(2028, 6, 30)]
    assert len({str(event["uid"]) for event in events}) == 2
    assert "Samtycke går ut: exempelbygden/vagen-vidare, person 1" in str(events[0]["summary"])
    assert len(calendar.walk("VALARM")) == 2
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def uids(found: Sequence[Ground]) -> list[str]:
    return [str(event["uid"]) for event in Calendar.from_ical(as_calendar(found, v.DAY)).walk("VEVENT")]


def test_an_event_is_the_same_one_when_its_day_or_line_moves() -> None:
    two = f"{consent(till='2027-01-01')[:-1]}, {consent(gäller='[namn]').partition('[')[2]}"
    assert len(set(uids(listed(two)))) == 2
    moved = HEAD.replace("personer:", "# en rad till\npersoner:") + f"  - {{{two}}}\n"
    assert uids(every(moved.replace("2027-01-01", "2027-02-01"), v.terms())) == uids(listed(two))


def test_two_clauses_with_the_same_data_are_two_events() -> None:
    twice = v.terms(personuppgifter=[v.clause(), v.clause(längst="2027-01-01")])
    assert len(set(uids(listed(DATA, terms=twice)))) == 2


def test_clauses_with_the_same_end_open_no_more_than_each_says() -> None:
    parted = v.terms(
        personuppgifter=[
            v.clause(fält=["namn"], kanaler=["portal"]),
            v.clause(fält=["e-post"], kanaler=["öppna-data"]),
        ]
    )
    assert [(one.fields, one.channels) for one in listed(DATA, terms=parted)] == [
        (("namn",), ("portal",)),
        (("e-post",), ("öppna-data",)),
    ]


def test_a_consent_to_what_the_record_lacks_holds_nothing() -> None:
    only, lacking = listed(consent(gäller="[namn, telefon]"))
    assert (only.fields, only.state) == (("namn",), State.IN_FORCE)
    assert (lacking.fields, lacking.state, lacking.advice) == (("telefon",), State.VOID, "")
    assert lacking.reason == "Posten har inte uppgiften."


def test_an_end_that_cannot_be_counted_has_not_passed() -> None:
    head = HEAD.replace(", avser: {slut: 2027-12}", ", avser: {start: 2025}") + "period: {slut: 2027-12}\n"
    text = (
        head.replace("personer:\n", "") + f"personer:\n  - {{{consent(till='6 månader efter beslutet')}}}\n"
    )
    (found,) = every(text.replace("datum: 2025-06-12", "datum: 2026-07-01"), v.terms())
    assert (found.state, found.days_left) == (State.VOID, None)


@pytest.mark.parametrize("first", ["till: 2026-07-01", "till: 2026-01-01"])
def test_nobody_is_asked_again_who_has_already_answered(first: str) -> None:
    both = (
        f"{DATA}, samtycke: [{{gäller: [namn], kanaler: [portal], {first}}}, "
        "{gäller: [namn], kanaler: [portal], från: 2026-06-20, till: 2027-12-31}]"
    )
    assert [one.advice for one in listed(both)] == ["", ""]
    assert all(one.advice for one in listed(f"{both[: both.index('}')]}}}]"))


def test_who_has_consented_anew_is_not_to_be_forgotten() -> None:
    old, new = "{gäller: [namn], kanaler: [portal]}", "{gäller: [namn], kanaler: [portal], från: 2026-06-01}"
    person = f"{DATA}, återkallat: 2026-05-01, samtycke: [{old}, {new}]"
    assert [(one.state, one.advice) for one in listed(person)] == [
        (State.WITHDRAWN, ""),
        (State.IN_FORCE, ""),
    ]


def test_the_last_day_is_said() -> None:
    assert "till och med 15 juni 2026 (sista dagen)." in as_text(listed(consent(till="2026-06-15")), v.DAY)
    assert "till och med 16 juni 2026 (1 dag kvar)." in as_text(listed(consent(till="2026-06-16")), v.DAY)


def test_of_what_is_withdrawn_no_last_day_is_said() -> None:
    text = as_text(listed(consent(till="2026-12-31") + ", återkallat: 2026-06-01"), v.DAY)
    assert "portal och öppna-data. Personen har tagit tillbaka sitt samtycke. [samtycke]" in text


def test_one_channel_alone() -> None:
    text = HEAD + f"  - {{{consent()}}}\n"
    (found,) = every(text, v.terms(), (PORTAL,))
    assert found.channels == ("portal",)
    assert every(text, v.terms(), (v.SOCIAL,)) == ()


def test_whoever_has_said_no_is_not_asked_again() -> None:
    (asked,) = listed(consent(till="2026-06-20"))
    assert asked.advice.startswith("Fråga om nytt samtycke.")
    (left_alone,) = listed(consent(till="2026-06-20") + ", återkallat: 2026-06-20")
    assert left_alone.state is State.ENDS_SOON
    assert left_alone.advice == "Uppgifterna försvinner av sig själva efter sista dagen."
