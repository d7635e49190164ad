"""A relation points at a record that exists, and not at itself."""

from generator.checks.interface import Subject
from generator.checks.rules.relationer import CHECK
from tests import private_values as v
from tests.checks.yaml_records import HEAD, with_head

OTHER = v.subject(
    HEAD.replace("vagen-vidare", "forstudie"), file="content/insatser/exempelbygden/forstudie.yml"
)


def relation(target: str) -> Subject:
    return v.subject(with_head(f"relationer:\n  - {{typ: förlänger, insats: {target}}}\n"))


def test_known() -> None:
    assert v.findings_of(CHECK, relation("exempelbygden-2025-forstudie"), OTHER) == ()


def test_unknown() -> None:
    (finding,) = v.findings_of(CHECK, relation("exempelbygden-2025-forstudien"), OTHER)
    assert v.places([finding]) == ["10:30 fel"]
    assert finding.advice == "Menade du exempelbygden-2025-forstudie?"
    (far,) = v.findings_of(CHECK, relation("annat"), OTHER)
    assert far.advice.startswith("Skriv id:t")


def test_itself() -> None:
    (finding,) = v.findings_of(CHECK, relation("exempelbygden-2025-vagen-vidare"), OTHER)
    assert finding.message == "Insatsen hänvisar till sig själv."
    assert v.places([finding]) == ["10:30 fel"]
