"""Abbreviations that nobody explains, each once, and never quoted."""

import pytest

from generator.checks.beside import Beside
from generator.checks.interface import Register
from generator.checks.rules.forkortningar import CHECK
from tests import private_values as v
from tests.checks.rules.cases import found
from tests.checks.yaml_records import with_head

KNOWN = Beside(explained=frozenset({"SUS", "IPS"}))
METHOD = "beskrivning:\n  metod: {}\n"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Vi arbetar med QXT och QXT.", ["10:25 varning"]),
        ("Vi arbetar med QXT-metoden i ZZ.", ["10:25 varning", "10:39 varning"]),
        ("Vi följer upp i SUS med IPS, och läser SUSs siffror.", []),
        ("Vi söker medel hos EU. Kapitel IV.", []),
        ("Individsamverkansteamet (QXT) träffas. QXT beslutar.", []),
        ("QXT (individsamverkansteamet) träffas.", []),
        ("VIKTIGARE än så blir det inte.", []),
        ("Se https://QXT.example/QXT eller a@QXT.example.", []),
    ],
)
def test_texts(text: str, places: list[str]) -> None:
    assert found(CHECK, METHOD.format(text), beside=KNOWN) == places


def test_what_is_found_elsewhere_in_the_record() -> None:
    assert found(CHECK, METHOD.format("Vi har QXT.") + "sökord: [qxt]\n", beside=KNOWN) == []
    reviewed = "granskade_rader: [{fält: beskrivning.metod, börjar: Vi har QXT, skäl: ett namn}]\n"
    assert found(CHECK, METHOD.format("Vi har QXT.") + reviewed, beside=KNOWN) == []
    hidden = "sekretess: [{omfattar: [beskrivning], grund: OSL}]\n"
    assert found(CHECK, METHOD.format("Vi har QXT.") + hidden, beside=KNOWN) == []


def test_without_a_glossary_nothing_is_told_and_the_letters_never() -> None:
    assert found(CHECK, METHOD.format("Vi har QXT.")) == []
    one = v.subject(with_head(METHOD.format("Vi har QXT.")))
    (finding,) = CHECK.check(one, Register((one,), KNOWN))
    assert "QXT" not in str(finding)
