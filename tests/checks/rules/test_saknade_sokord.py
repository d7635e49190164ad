"""A record that no visitor's word leads to."""

import pytest

from generator.checks.beside import Beside
from generator.checks.rules.saknade_sokord import CHECK
from generator.words.search_words import SearchWords, WordGroup
from tests.checks.rules.cases import found

KNOWN = Beside(search_words=SearchWords((WordGroup(("arbete", "jobb")), WordGroup(("studier",)))))


@pytest.mark.parametrize(
    ("more", "places"),
    [
        ("sammanfattning: Vi ses i parken.\n", ["2:7 varning"]),
        ("sammanfattning: Vägen till arbetet.\n", []),
        ("beskrivning: {syfte: Fler börjar med studier.}\n", []),
        ("sökord: [park]\n", []),
    ],
)
def test_records(more: str, places: list[str]) -> None:
    assert found(CHECK, more, beside=KNOWN) == places


def test_without_a_list_of_words_nothing_is_told() -> None:
    assert found(CHECK) == []


def test_a_word_under_secrecy_leads_nobody_here() -> None:
    hidden = "beskrivning: {syfte: Fler får arbete.}\nsekretess: [{omfattar: [beskrivning], grund: OSL}]\n"
    assert found(CHECK, hidden, beside=KNOWN) == ["2:7 varning"]
