"""Two records of a förbund with one name."""

import pytest

from generator.checks.interface import Subject
from generator.checks.rules.samma_namn import CHECK
from tests import private_values as v
from tests.checks.yaml_records import with_head

ID = "exempelbygden-2025-vagen-vidare"

CHANGED = {"name": "namn: Vägen vidare", "forbund": "förbund: exempelbygden", "state": "läge: publicera"}


def named(number: int, more: str = "", **changes: str) -> Subject:
    text = with_head(more).replace(ID, f"exempelbygden-2025-{number}")
    for key, new in changes.items():
        text = text.replace(CHANGED[key], new)
    folder = changes.get("forbund", "förbund: exempelbygden").removeprefix("förbund: ")
    return v.subject(text, file=f"content/insatser/{folder}/{number}.yml")


@pytest.mark.parametrize("name", ["namn: Vägen vidare", "namn: VÄGEN  vidare!"])
def test_each_tells_of_the_other(name: str) -> None:
    found = v.findings_of(CHECK, named(1), named(2, name=name))
    assert v.places(found) == ["2:7 varning", "2:7 varning"]
    assert "exempelbygden/2.yml" in found[0].message
    assert "exempelbygden/1.yml" in found[1].message


@pytest.mark.parametrize(
    ("more", "changes"),
    [
        ("", {"name": "namn: Vägen framåt"}),
        ("", {"forbund": "förbund: annanbygd"}),
        ("", {"state": "läge: återkallad"}),
        ("relationer: [{typ: förlänger, insats: exempelbygden-2025-1}]\n", {}),
    ],
)
def test_what_is_not_the_same(more: str, changes: dict[str, str]) -> None:
    assert v.findings_of(CHECK, named(1), named(2, more, **changes)) == ()


def test_a_draft_of_what_is_there_already() -> None:
    assert len(v.findings_of(CHECK, named(1), named(2, state="läge: pausad"))) == 2


def test_what_hangs_together_by_a_third() -> None:
    prolongs = "relationer: [{{typ: förlänger, insats: exempelbygden-2025-{}}}]\n"
    chain = (named(1), named(2, prolongs.format(1)), named(3, prolongs.format(2)))
    assert v.findings_of(CHECK, *chain) == ()
    assert len(v.findings_of(CHECK, *chain, named(4))) == 4
