"""Questions of an import that nobody has answered, in a record that is shown."""

import pytest

from generator.checks.rules.tveksamt_kvar import CHECK
from tests.checks.rules.cases import found

ASKED = "källa: {dokument: Ansökan, tveksamt: [Bara månaden står., Två namn.]}\n"


@pytest.mark.parametrize(
    ("more", "places"),
    [
        (ASKED, ["9:38 varning"]),
        ("källa: {tveksamt: [Bara månaden står.]}\n", ["9:19 varning"]),
        ("källa: {dokument: Ansökan, tveksamt: []}\n", []),
        ("källa: {anmärkningar: [Två namn.]}\n", []),
        ("", []),
    ],
)
def test_records(more: str, places: list[str]) -> None:
    assert found(CHECK, more) == places


@pytest.mark.parametrize(
    ("old", "new"), [("läge: publicera", "läge: pausad"), ("utfall: beviljad", "utfall: avslag")]
)
def test_a_draft_may_keep_them(old: str, new: str) -> None:
    assert found(CHECK, ASKED, {old: new}) == []
