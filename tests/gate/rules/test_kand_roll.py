"""Rule 1: an unknown role publishes nothing, whatever else speaks for it."""

import pytest

from tests import private_values as v


@pytest.mark.parametrize(
    ("role", "public"),
    [
        ("insatsledare", True),
        ("styrgrupp", True),
        ("Insatsledare", False),
        ("insatsledaren", False),
        ("okänd", False),
        ("", False),
    ],
)
def test_roles(role: str, public: bool) -> None:
    one = v.case(personer=[v.person(roll=role, samtycke=[v.consent()])])
    assert bool(v.shown(one)) is public
    if not public:
        assert v.verdicts(one)["personer[0].namn"].reason.rule == "kand-roll"


def test_terms_for_an_unknown_role_open_nothing() -> None:
    terms = v.terms(personuppgifter=[v.clause(roller=["okänd"])])
    assert v.shown(v.case(personer=[v.person(roll="okänd")], terms=terms, channel=v.OWN_WEB)) == {}
