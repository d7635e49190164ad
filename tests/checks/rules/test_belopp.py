"""Amounts of nothing, and parts that do not make the whole, but for rounding and what an editor has told."""

import pytest

from generator.checks.rules.belopp import CHECK
from tests import private_values as v
from tests.checks.rules.cases import found
from tests.checks.yaml_records import with_head

SPLIT = "budget: {{sökt: 3000, per_år: {{2025: {}, 2026: {}}}}}\n"
COSTS = "budget: {{sökt: 750000, egenfinansiering: 150000, kostnader: [{{post: Lön, belopp: {}}}]}}\n"


@pytest.mark.parametrize(
    ("more", "places"),
    [
        ("budget: {sökt: 0}\n", ["9:16 varning"]),
        (SPLIT.format(1001, 2001), []),
        (SPLIT.format(1001, 2002), ["9:30 varning"]),
        (SPLIT.format(2000, 3000), []),
        (SPLIT.format(2000, 4000), ["9:30 varning"]),
        ("budget: {per_år: {2025: 1}}\n", []),
        (COSTS.format(750000), []),
        (COSTS.format(900001), []),
        (COSTS.format(810001), ["9:61 varning"]),
        (SPLIT.format(1, 2) + "källa: {anmärkningar: [Årsbeloppen summerar inte.]}\n", []),
        ("budget: {sökt: 3000, per_år: {2025: 1}, kommentar: Summan saknas.}\n", []),
        (SPLIT.format(1, 2) + "källa: {anmärkningar: [Två namn.]}\n", ["9:30 varning"]),
    ],
)
def test_budgets(more: str, places: list[str]) -> None:
    assert found(CHECK, more) == places


@pytest.mark.parametrize(
    ("grant", "places"),
    [
        ("beviljad, belopp: 0", ["7:32 varning"]),
        ("avslag, belopp: 0", []),
        ("beviljad, belopp: 100", []),
        ("beviljad, belopp: 101", ["7:32 varning"]),
    ],
)
def test_grants(grant: str, places: list[str]) -> None:
    assert found(CHECK, "budget: {sökt: 100}\n", {"beviljad": grant}) == places


def test_no_amount_is_quoted() -> None:
    findings = v.findings_of(CHECK, v.subject(with_head(SPLIT.format(71, 72))))
    assert findings
    assert not any(amount in str(one) for one in findings for amount in ("71", "72", "3000", "3 000"))
