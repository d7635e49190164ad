"""A sentence of a secret field that stands again in a published one."""

import pytest

from generator.checks.rules.sekretess_text import CHECK
from tests import private_values as v
from tests.checks.yaml_records import with_head

SENTENCE = "En hemlig mening med sju ord här."
SECRECY = "sekretess: [{omfattar: [beskrivning.bakgrund], grund: OSL}]\n"


def places(
    published: str, *, sentence: str = SENTENCE, rest: str = SECRECY, paused: bool = False
) -> list[str]:
    hidden, shown = f"    Kort. {sentence}\n", f"    Först en rad.\n    {published}\n"
    yaml = with_head(f"beskrivning:\n  bakgrund: |\n{hidden}  syfte: |\n{shown}{rest}")
    found = v.findings_of(CHECK, v.subject(yaml.replace("publicera}", "pausad}") if paused else yaml))
    assert all("hemlig" not in str(finding) for finding in found)
    return v.places(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (SENTENCE, ["14:5 fel"]),
        (f"Alltså: {SENTENCE}", ["14:13 fel"]),
        ("EN  HEMLIG mening, med **sju** ord här!", ["14:5 fel"]),
        ("Det är en hemlig mening med sju ord här och mer därtill.", ["14:12 fel"]),
        (f"{SENTENCE} {SENTENCE}", ["14:39 fel", "14:5 fel"]),
        ("En hemlig mening med åtta ord här.", []),
        ("Kort.", []),
        ("", []),
    ],
)
def test_places(text: str, found: list[str]) -> None:
    assert sorted(places(text)) == found


def test_severity_and_what_is_secret() -> None:
    assert places(SENTENCE, paused=True) == ["14:5 varning"]
    assert places(SENTENCE, rest="") == []
    assert places(SENTENCE, rest="sekretess: [{omfattar: [beskrivning], grund: OSL}]\n") == []
    assert places("Fem ord är en fras.", sentence="Fem ord är en fras.") == []


def test_a_sentence_over_two_lines() -> None:
    assert places("En hemlig mening\n    med sju ord här.") == ["14:5 fel"]
