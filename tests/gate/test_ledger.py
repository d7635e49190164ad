"""The ledger: some permit must stand against every bar, and each answer is kept."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from generator.gate.interface import BarRule, Case, FieldRule, GroundRule, Permit, Reason
from generator.gate.ledger import Ledger
from generator.gate.rulebook import Rulebook
from generator.gate.weighing import weighed
from generator.records.persons import Person, PersonField
from generator.words.dates import parse_partial_date
from tests import private_values as v

SHORT = Permit("kort", "Kort.", None, date(2026, 7, 1))
LONG = Permit("lang", "Lång.", None, date(2027, 7, 1), clause="Klausul.")
LATER_NAMED = Permit("mellan", "Mellan.", None, date(2026, 8, 1))
ENDLESS = Permit("utan-slut", "Utan slut.", None, None)


def ground(*permits: Permit) -> GroundRule:
    def give(_case: Case, _person: Person, _field: PersonField) -> Iterable[Permit]:
        return permits

    return GroundRule("grund", "Grund.", permits=give)


def bar(*refused: Permit) -> BarRule:
    def judge(_case: Case, _person: Person, _field: PersonField, permit: Permit) -> Reason | None:
        return Reason("hinder", "Hinder.") if permit in refused else None

    return BarRule("hinder", "Hinder.", judge=judge)


def ledger(grounds: Iterable[GroundRule] = (), bars: Iterable[BarRule] = ()) -> Ledger:
    case = v.case(personer=[v.person(titel=None)])
    return Ledger(case, Rulebook((), (), tuple(grounds), tuple(bars)))


PERSON = v.case(personer=[v.person(titel=None)]).record.persons[0]


@pytest.mark.parametrize(
    ("grounds", "bars", "rule"),
    [
        ([], [], None),
        ([ground()], [], None),
        ([ground(SHORT)], [], "kort"),
        ([ground(SHORT)], [bar(SHORT)], None),
        ([ground(SHORT)], [bar(), bar(SHORT)], None),
        ([ground(SHORT), ground(LONG)], [bar(SHORT)], "lang"),
        ([ground(SHORT, LONG)], [bar(SHORT)], "lang"),
        ([ground(LONG, SHORT)], [], "lang"),
        ([ground(LONG, ENDLESS, SHORT)], [], "utan-slut"),
        ([ground(LATER_NAMED, LONG)], [], "lang"),
        ([ground(LONG, SHORT)], [bar(SHORT), bar(LONG)], None),
    ],
)
def test_one_permit_against_every_bar(
    grounds: list[GroundRule], bars: list[BarRule], rule: str | None
) -> None:
    book = ledger(grounds, bars)
    assert book.datum(0, PERSON, "namn") == ("Tova Lindeby" if rule else None)
    (verdict,) = book.verdicts
    assert (verdict.path, verdict.public) == ("personer[0].namn", rule is not None)
    if rule is not None:
        assert verdict.reason.rule == rule
    else:
        given = any(g.permits(v.case(), PERSON, "namn") for g in grounds)
        assert verdict.reason.rule == ("hinder" if given else "neka")


def test_until_and_clause_are_the_permits() -> None:
    book = ledger([ground(SHORT, LONG)])
    book.datum(0, PERSON, "namn")
    (verdict,) = book.verdicts
    assert (verdict.until, verdict.clause) == (date(2027, 7, 1), "Klausul.")


@pytest.mark.parametrize("key", ["återkallat", "invändning"])
@pytest.mark.parametrize(
    ("word", "until"),
    [
        ("2026-07-01", "2026-06-30"),
        ("2026-12-01", "2026-11-30"),
        ("2026-12", "2026-11-30"),
        ("2027-06", "2026-12-31"),
    ],
)
def test_a_word_for_a_later_day_ends_the_permit_before_it(key: str, word: str, until: str) -> None:
    person = v.person(samtycke=[v.consent(till="2026-12-31")], **{key: word})
    assert str(v.verdicts(v.case(personer=[person]))["personer[0].namn"].until) == until
    endless = v.person(samtycke=[v.consent()], **{key: word})
    no_end = v.case(personer=[endless], beslut=[v.grant(avser=None)], period=None)
    told = v.verdicts(no_end)["personer[0].namn"].until
    assert told == parse_partial_date(word).first_day - timedelta(days=1)


def test_an_end_is_known_unless_the_ground_says_otherwise() -> None:
    case = v.case(personer=[v.person()])
    (in_time,) = (rule for rule in v.rulebook().bars if rule.name == "i-tid")
    assert in_time.judge(case, case.record.persons[0], "namn", ENDLESS) is None


@pytest.mark.parametrize(
    ("withdrawn", "until", "rule"),
    [
        (None, date(2026, 12, 31), None),
        ("2026-03-01", date(2026, 12, 31), "aterkallat"),
        ("2026-07-01", date(2026, 6, 30), None),
        ("2027-07-01", date(2026, 12, 31), None),
    ],
)
def test_a_permit_ends_before_a_later_withdrawal(
    withdrawn: str | None, until: date, rule: str | None
) -> None:
    case = v.case(personer=[v.person(återkallat=withdrawn, samtycke=[v.consent(till="2026-12-31")])])
    ((permit, reason),) = weighed(case, v.rulebook(), case.record.persons[0], "namn")
    assert (permit.until, reason.rule if reason is not None else None) == (until, rule)


def test_a_missing_datum_has_no_verdict() -> None:
    book = ledger([ground(ENDLESS)])
    assert book.datum(0, PERSON, "titel") is None
    assert book.verdicts == ()


def test_a_field_is_asked_once_and_refused_by_any_rule() -> None:
    asked: list[str] = []

    def judge(_case: Case, path: str) -> Reason | None:
        asked.append(path)
        return Reason("nej", "Nej.") if path == "namn" else None

    never = FieldRule("nej", "Nej.", judge=judge)
    always = FieldRule("ja", "Ja.", judge=lambda _case, _path: None)
    book = Ledger(v.case(), Rulebook((), (always, never), (), ()))
    assert [book.lets("namn"), book.lets("namn"), book.lets("sökord")] == [False, False, True]
    assert asked == ["namn", "sökord"]
    assert [(verdict.path, verdict.public, verdict.reason.rule) for verdict in book.verdicts] == [
        ("namn", False, "nej"),
        ("sökord", True, "beslut"),
    ]
