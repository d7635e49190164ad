"""The title of a record that is not public stands in no text of one that is."""

import time

import pytest

from generator.checks.interface import Register, Subject
from generator.checks.rules.titel_i_text import CHECK
from tests import private_values as v
from tests.checks.yaml_records import HEAD, with_head


def other(title: str, *, public: bool = False, more: str = "") -> Subject:
    yaml = HEAD.replace("Vägen vidare", title).replace("vagen-vidare", "annan") + more
    return v.subject(
        yaml if public else yaml.replace("publicera}", "pausad}"),
        file="content/insatser/exempelbygden/annan.yml",
    )


def places(text: str, *others: Subject) -> list[str]:
    one = v.subject(with_head(f"beskrivning:\n  bakgrund: |\n    Först.\n    {text}\n"))
    found = v.findings_of(CHECK, one, *others)
    assert all("Steget" not in str(finding) for finding in found)
    return v.places(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vi bygger på Steget fram.", ["12:18 varning"]),
        ("Vi bygger på **Steget Fram**!", ["12:20 varning"]),
        ("Steget fram och Steget-fram.", ["12:21 varning", "12:5 varning"]),
        ("Det är steget fram mot arbete.", []),
        ("Vi bygger på Steget framåt.", []),
        ("½ ﷺ Steget fram.", ["12:9 varning"]),
    ],
)
def test_places(text: str, found: list[str]) -> None:
    assert sorted(places(text, other("Steget fram"))) == found


def test_only_titles_that_are_hidden_and_long_enough() -> None:
    text = "Vi bygger på Steget fram."
    assert places(text) == []
    assert places(text, other("Steget fram", public=True)) == []
    assert places(text, other("Steget fram"), other("Steget fram", public=True)) == []
    assert places(text, other("Annat namn", more="andra_namn: [Steget fram]\n")) == ["12:18 varning"]
    assert places("Vi bygger på Stegetframåt.", other("Stegetframåt")) == []
    assert places("Vi bygger på Ny väg.", other("Ny väg")) == []


def test_a_hidden_record_may_name_another() -> None:
    hidden = other("Steget fram", more="sammanfattning: Steget fram.\n")
    assert v.findings_of(CHECK, hidden, other("Steget fram")) == ()


def test_a_large_register_costs_no_more_for_each_record() -> None:
    hidden = other("Steget fram")
    others = [other(f"Steget fram nummer{n}") for n in range(200)]
    one = v.subject(with_head("sammanfattning: Steget fram nummer7 bygger vi på.\n"))
    register = Register((one, hidden, *others))
    assert len(list(CHECK.check(one, register))) > 0
    times = []
    for _ in range(5):
        start = time.perf_counter()
        list(CHECK.check(one, register))
        times.append(time.perf_counter() - start)
    assert min(times) < 0.01
