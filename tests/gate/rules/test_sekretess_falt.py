"""Rule 4: secrecy down to one field or section, and to what would tell it."""

from typing import Any

import pytest

from generator.gate.rules.sekretess_falt import RULE
from generator.public.insats import PublicInsats
from tests import private_values as v

FULL: dict[str, Any] = {
    "beskrivning": {"bakgrund": "Om bakgrunden.", "syfte": "Om syftet."},
    "budget": {
        "sökt": "3200000",
        "egenfinansiering": "5",
        "per_år": {"2025": "1200000", "2026": "2000000"},
        "kostnader": [{"post": "Lön", "belopp": "3200000"}],
        "kommentar": "Lönerna är 3 200 000 kr.",
    },
    "insatsägare": {"organisation": "Kommunen", "enhet": "Jobbcentrum"},
}


def covered(*paths: str) -> PublicInsats:
    return v.opened(v.case(**FULL, sekretess=[{"omfattar": list(paths), "grund": "OSL"}]))


@pytest.mark.parametrize("secrecy", [[], [{"omfattar": ["personer"], "grund": "OSL"}]])
def test_without_secrecy_all_is_there(secrecy: list[dict[str, Any]]) -> None:
    insats = v.opened(v.case(**FULL, sekretess=secrecy))
    assert [s.key for s in insats.sections] == ["bakgrund", "syfte"]
    assert insats.granted_total == 3200000
    assert insats.budget is not None
    assert insats.budget.per_year == ((2025, 1200000), (2026, 2000000))
    assert insats.budget.costs
    assert insats.budget.note is not None
    assert insats.period is not None
    assert insats.status == "pågående"
    assert insats.intake_until is not None


def test_one_section() -> None:
    assert [s.key for s in covered("beskrivning.bakgrund").sections] == ["syfte"]
    assert covered("beskrivning").sections == ()


def test_a_field_of_a_section() -> None:
    owner = covered("insatsägare.enhet").owner
    assert owner is not None
    assert (owner.organisation, owner.unit) == ("Kommunen", None)
    assert covered("insatsägare.organisation").owner is None
    assert covered("insatsägare").owner is None


@pytest.mark.parametrize(
    "path",
    ["beslut.belopp", "budget", "budget.sökt", "budget.per_år"],
)
def test_the_granted_amount_is_told_by(path: str) -> None:
    insats = covered(path)
    assert insats.granted_total is None
    assert all(decision.amount is None for decision in insats.decisions)


@pytest.mark.parametrize(
    ("path", "hidden"),
    [
        ("beslut.belopp", {"applied", "per_year", "costs", "note"}),
        ("budget.sökt", {"applied", "per_year", "costs", "note"}),
        ("budget.per_år", {"per_year", "costs", "note"}),
        ("budget.kostnader", {"per_year", "costs", "note"}),
        ("budget.kostnader.belopp", {"per_year", "costs", "note"}),
        ("budget.kostnader.post", {"costs"}),
        ("budget.kostnader.år", {"costs"}),
        ("budget.kommentar", {"note"}),
        ("budget.egenfinansiering", {"own_funding", "note"}),
    ],
)
def test_a_budget_tells_itself(path: str, hidden: set[str]) -> None:
    budget = covered(path).budget
    assert budget is not None
    for field in hidden:
        assert not getattr(budget, field), field


@pytest.mark.parametrize("path", ["period", "period.start", "beslut.avser", "beslut.avser.start"])
def test_the_start(path: str) -> None:
    insats = covered(path)
    assert insats.period is None or insats.period.start is None
    assert all(d.period is None or d.period.start is None for d in insats.decisions)
    assert insats.status is None


@pytest.mark.parametrize("path", ["period", "period.slut", "beslut.avser", "beslut.avser.slut"])
def test_the_end(path: str) -> None:
    insats = covered(path)
    assert insats.period is None or insats.period.end is None
    assert all(d.period is None or d.period.end is None for d in insats.decisions)
    assert insats.status is None


@pytest.mark.parametrize(
    "path",
    ["period", "period.start", "period.slut", "beslut.avser", "beslut.avser.start", "beslut.avser.slut"],
)
def test_the_years_of_the_budget_tell_the_time(path: str) -> None:
    costs = [{"post": "Lön", "belopp": "3200000", "år": "2026"}]
    case = v.case(
        budget={**FULL["budget"], "kostnader": costs}, sekretess=[{"omfattar": [path], "grund": "OSL"}]
    )
    budget = v.opened(case).budget
    assert budget is not None
    assert (budget.applied, budget.per_year, budget.costs, budget.note) == (3200000, (), (), None)


@pytest.mark.parametrize("path", ["beslut.avser.start", "beslut.avser.slut", "period.slut"])
def test_the_yearly_amounts_tell_the_time(path: str) -> None:
    grants = [v.grant(belopp="1200000", avser={"start": "2025", "slut": "2025"})]
    case = v.case(
        beslut=grants,
        terms=v.terms(beslut_per="kalenderår"),
        sekretess=[{"omfattar": [path], "grund": "OSL"}],
    )
    assert v.opened(case).granted_per_year == ()


@pytest.mark.parametrize("path", ["period", "period.sista_intag"])
def test_the_last_intake(path: str) -> None:
    assert covered(path).intake_until is None


def test_per_year_of_yearly_terms_is_told_by_the_budget() -> None:
    yearly = v.terms(beslut_per="kalenderår")
    decisions = [
        v.grant(belopp="1200000", avser={"start": "2025", "slut": "2025"}),
        v.grant(belopp="2000000", avser={"start": "2026", "slut": "2026"}),
    ]
    shown = v.opened(v.case(**FULL, beslut=decisions, terms=yearly))
    assert shown.granted_per_year == ((2025, 1200000), (2026, 2000000))
    secrecy = [{"omfattar": ["budget.per_år"], "grund": "OSL"}]
    hidden = v.opened(v.case(**FULL, beslut=decisions, terms=yearly, sekretess=secrecy))
    assert "1200000" not in repr(hidden)


@pytest.mark.parametrize(
    ("ground", "told"),
    [
        ("OSL 26 kap. 1 §", "(OSL 26 kap. 1 §)"),
        ("Tova Lindeby, OSL 21 kap. 3 a § första stycket", "(OSL 21 kap. 3 a §)"),
        ("26 kap 1 § OSL", "(26 kap 1 §)"),
        ("Tova Lindeby har bett om det", "(sekretess 1 i posten)"),
    ],
)
def test_the_law_is_told_and_not_the_editors_own_words(ground: str, told: str) -> None:
    found = v.verdicts(v.case(**FULL, sekretess=[{"omfattar": ["beskrivning"], "grund": ground}]))
    verdict = found["beskrivning.bakgrund"]
    assert (verdict.public, verdict.reason.rule) == (False, "sekretess-falt")
    assert verdict.reason.text == f"Sekretess omfattar uppgiften {told}."
    assert verdict.reason.entry == ("sekretess", 0)


def test_an_entry_over_all_stands_in_no_other_s_way() -> None:
    secrecy = [{"omfattar": "allt", "grund": "OSL"}, {"omfattar": ["sökord"], "grund": "OSL"}]
    assert RULE.judge(v.case(sekretess=secrecy), "sökord") is not None
