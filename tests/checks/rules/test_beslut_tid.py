"""A grant should say which time it concerns; under yearly terms one calendar year."""

import pytest

from generator.checks.rules.beslut_tid import CHECK
from tests import private_values as v
from tests.checks.yaml_records import HEAD, with_head

YEARLY = v.terms(beslut_per="kalenderår")
GRANT = "utfall: beviljad, datum: 2025-06-12, instans: styrelsen"


@pytest.mark.parametrize(
    ("decision", "once", "yearly"),
    [
        (f"{GRANT}, avser: {{start: 2025-09, slut: 2025-12}}", [], []),
        (f"{GRANT}, avser: {{start: 2025-09}}", [], []),
        (f"{GRANT}, avser: {{start: 2025-09, slut: 2026-01}}", [], ["7:93 varning"]),
        (f"{GRANT}, avser: {{slut: 2025-12}}", ["7:5 varning"], ["7:5 varning"]),
        (GRANT, ["7:5 varning"], ["7:5 varning"]),
        (GRANT.replace("beviljad", "delvis beviljad"), ["7:5 varning"], ["7:5 varning"]),
        (GRANT.replace("beviljad", "avslag"), [], []),
        (GRANT.replace("styrelsen", "beredningsgruppen"), [], []),
    ],
)
def test_decisions(decision: str, once: list[str], yearly: list[str]) -> None:
    lines = HEAD.splitlines()
    lines[6] = f"  - {{{decision}}}"
    text = "\n".join(lines)
    assert v.places(v.findings_of(CHECK, v.subject(text))) == once
    assert v.places(v.findings_of(CHECK, v.subject(text, terms=YEARLY))) == yearly


@pytest.mark.parametrize(
    ("end", "persons", "places"),
    [
        ("2027-11", True, ["9:16 varning"]),
        ("2027-12", True, []),
        ("2027-12-30", True, ["9:16 varning"]),
        ("2028-01", True, []),
        ("2027-11", False, []),
    ],
)
def test_a_period_that_ends_before_the_decided_time(end: str, persons: bool, places: list[str]) -> None:
    who = "personer:\n  - {roll: insatsledare, namn: Tova Lindeby}\n" if persons else ""
    text = with_head(f"period: {{slut: {end}}}\n{who}")
    assert v.places(v.findings_of(CHECK, v.subject(text))) == places
