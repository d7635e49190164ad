"""An address belongs to one insats, now and before."""

from __future__ import annotations

import pytest

from generator.checks.interface import Subject
from generator.checks.rules.tidigare_adresser import CHECK
from tests import private_values as v
from tests.checks.yaml_records import HEAD


def made(slug: str, *former: str, state: str = "publicera") -> Subject:
    text = HEAD.replace("2025-vagen-vidare", f"2025-{slug}").replace("läge: publicera", f"läge: {state}")
    lines = f"tidigare_adresser: [{', '.join(former)}]\n" if former else ""
    return v.subject(text + lines, file=f"content/insatser/exempelbygden/{slug}.yml")


def told(*subjects: Subject) -> list[tuple[str, str, str]]:
    found = v.findings_of(CHECK, *subjects)
    places = v.places(found)
    return [(f.file.rpartition("/")[2], at, f.message) for f, at in zip(found, places, strict=True)]


def test_addresses_of_their_own() -> None:
    assert told(made("a", "exempelbygden/b", "grannbygden/a"), made("c", "grannbygden/c")) == []


def test_its_own_address() -> None:
    assert told(made("a", "exempelbygden/b", "exempelbygden/a")) == [
        ("a.yml", "9:38 fel", "Det här är insatsens adress i dag, ingen tidigare.")
    ]


@pytest.mark.parametrize("state", ["publicera", "pausad", "återkallad"])
def test_an_address_where_another_insats_is(state: str) -> None:
    found = told(made("a", "exempelbygden/b"), made("b", state=state))
    message = "På den adressen finns en annan insats, content/insatser/exempelbygden/b.yml."
    assert found == [("a.yml", "9:21 fel", message)]


def test_two_that_were_on_the_same_address() -> None:
    message = "Adressen står redan som tidigare adress i content/insatser/exempelbygden/a.yml."
    for both in (
        (made("a", "exempelbygden/x"), made("b", "exempelbygden/x")),
        (
            made("b", "exempelbygden/x"),
            made("a", "exempelbygden/x"),
        ),
    ):
        assert told(*both) == [("b.yml", "9:21 fel", message)]


def test_the_same_line_twice() -> None:
    found = told(made("a", "exempelbygden/x", "exempelbygden/x"))
    assert found == [("a.yml", "9:38 fel", "Adressen står här två gånger.")]
