"""Rule 1: terms or a förbund that nobody has written down publish nothing."""

import pytest

from generator.records.terms import Terms
from generator.words.channels import PORTAL
from tests import private_values as v


@pytest.mark.parametrize(
    ("forbund", "terms", "public"),
    [
        ("exempelbygden", v.terms(), True),
        ("exempelbygden", None, False),
        ("exempelbygden", v.terms(förbund="grannbygden"), False),
        ("okandbygden", v.terms(förbund="okandbygden"), False),
        ("okandbygden", None, False),
    ],
)
def test_known_terms(forbund: str, terms: Terms | None, public: bool) -> None:
    one = v.case(förbund=forbund, terms=terms, channel=PORTAL)
    assert v.is_public(one) is public
    if not public:
        assert "villkor-kanda" in {reason.rule for reason in v.withheld(one).reasons}
