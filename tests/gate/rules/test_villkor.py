"""Rule 5: the terms that the parties signed open data of persons in certain roles."""

import pytest

from generator.words.channels import PORTAL, Channel
from tests import private_values as v

GAVLEBORG = v.terms(personuppgifter=[v.clause()])
OPEN = {"namn", "e-post", "telefon"}


@pytest.mark.parametrize(
    ("channel", "role", "fields"),
    [
        (v.OWN_WEB, "insatsledare", OPEN),
        (v.OWN_WEB, "kontaktperson", OPEN),
        (v.SOCIAL, "insatsledare", OPEN),
        (PORTAL, "insatsledare", set()),
        (v.OPEN_DATA, "insatsledare", set()),
        (v.OTHER_WEB, "insatsledare", set()),
        (v.OWN_WEB, "arbetsgrupp", set()),
        (v.OWN_WEB, "styrgrupp", set()),
        (v.OWN_WEB, "undertecknare", set()),
    ],
)
def test_what_the_clause_opens(channel: Channel, role: str, fields: set[str]) -> None:
    one = v.case(personer=[v.person(roll=role)], terms=GAVLEBORG, channel=channel)
    assert set(v.shown(one)) == fields


def test_each_datum_on_its_own() -> None:
    for field in v.FIELDS:
        terms = v.terms(personuppgifter=[v.clause(fält=[field])])
        assert set(v.shown(v.case(personer=[v.person()], terms=terms, channel=v.OWN_WEB))) == {field}


def test_the_clauses_of_two_roles_do_not_mix() -> None:
    clauses = [
        v.clause(roller=["insatsledare"], fält=["namn"], kanaler=["portal"]),
        v.clause(roller=["kontaktperson"], fält=["telefon"], kanaler=["förbundswebb"]),
    ]
    terms = v.terms(personuppgifter=clauses)
    assert set(v.shown(v.case(personer=[v.person()], terms=terms))) == {"namn"}
    assert v.shown(v.case(personer=[v.person()], terms=terms, channel=v.OWN_WEB)) == {}


def test_terms_without_a_clause_open_nothing() -> None:
    for channel in v.CHANNELS:
        assert v.shown(v.case(personer=[v.person()], channel=channel)) == {}
    assert v.verdicts(v.case(personer=[v.person()]))["personer[0].namn"].reason.rule == "neka"


def test_the_verdict_quotes_the_clause() -> None:
    one = v.case(personer=[v.person()], terms=GAVLEBORG, channel=v.OWN_WEB)
    verdict = v.verdicts(one)["personer[0].namn"]
    assert (verdict.public, verdict.reason.rule) == (True, "villkor")
    assert verdict.clause == "Publicering kan komma att ske."
    assert str(verdict.until) == "2028-06-30"
