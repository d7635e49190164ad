"""Rule 4: secrecy over persons, or over one kind of their data, beats terms and consent."""

import pytest

from tests import private_values as v

CONSENT = v.consent(gäller=list(v.FIELDS))


@pytest.mark.parametrize(
    ("paths", "hidden"),
    [
        (["beskrivning"], set()),
        (["personer"], set(v.FIELDS)),
        (["personer.roll"], set(v.FIELDS)),
        *[([f"personer.{field}"], {field}) for field in v.FIELDS],
        (["personer.e-post", "personer.telefon"], {"e-post", "telefon"}),
        (["personer.samtycke"], set()),
    ],
)
def test_secrecy_over_persons(paths: list[str], hidden: set[str]) -> None:
    one = v.case(personer=[v.person(samtycke=[CONSENT])], sekretess=[{"omfattar": paths, "grund": "OSL"}])
    assert set(v.shown(one)) == set(v.FIELDS) - hidden
    for field in hidden:
        assert v.verdicts(one)[f"personer[0].{field}"].reason.rule == "sekretess-person"


def test_over_one_person_alone() -> None:
    terms = v.terms(personuppgifter=[v.clause()])
    hidden = v.person(sekretess="OSL 21 kap. 3 a §", samtycke=[CONSENT])
    again = v.person(roll="kontaktperson", **{"e-post": None, "telefon": None})
    other = v.person(namn="Gustav Ryberg", **{"e-post": "gustav@x.example", "telefon": None})
    one = v.case(personer=[again, other, hidden], terms=terms, channel=v.OWN_WEB)
    assert [person.name for person in v.opened(one).persons] == ["Gustav Ryberg"]
    verdict = v.verdicts(one)["personer[0].namn"]
    assert verdict.reason.rule == "sekretess-person"
    assert verdict.reason.entry == ("personer", 2, "sekretess")
    assert "OSL" not in verdict.reason.text  # as an editor wrote it: perhaps with a name


def test_it_beats_the_terms() -> None:
    terms = v.terms(personuppgifter=[v.clause()])
    open_ = v.case(personer=[v.person()], terms=terms, channel=v.OWN_WEB)
    assert set(v.shown(open_)) == {"namn", "e-post", "telefon"}
    secrecy = [{"omfattar": ["personer.telefon"], "grund": "OSL"}]
    narrowed = v.case(personer=[v.person()], terms=terms, channel=v.OWN_WEB, sekretess=secrecy)
    assert set(v.shown(narrowed)) == {"namn", "e-post"}
