"""Rule 3: money and time are public only as decided."""

from __future__ import annotations

from generator.gate.decided import end, granted_in_full, start, years
from generator.gate.interface import Case, FieldRule, Reason

# Which parts of the budget a field tells the years of. The note explains them both.
_TELLS_YEARS: dict[str, frozenset[str]] = {
    "budget.per_år": frozenset({"per_år"}),
    "budget.kostnader.år": frozenset({"kostnader"}),
    "budget.kommentar": frozenset({"per_år", "kostnader"}),
}


def _budget_years(case: Case, parts: frozenset[str]) -> set[int]:
    budget = case.record.budget
    if budget is None:
        return set()
    written: set[int] = set(budget.per_year) if "per_år" in parts else set()
    if "kostnader" in parts:
        written.update(cost.year for cost in budget.costs if cost.year is not None)
    return written


def _adds_up(case: Case) -> bool:
    """Whether the years' amounts are those of the whole. Each may be rounded to a whole krona."""
    budget = case.record.budget
    if budget is None or budget.applied is None or not budget.per_year:
        return True
    return abs(sum(budget.per_year.values()) - budget.applied) <= len(budget.per_year)


def _intake_is_decided(case: Case) -> bool:
    period, first, last = case.record.period, start(case), end(case)
    if period is None or period.last_intake is None:
        return True
    return (
        first is not None
        and last is not None
        and first.first_day <= period.last_intake.first_day
        and period.last_intake.last_day <= last.last_day
    )


def _judge(case: Case, path: str) -> Reason | None:
    if path.startswith("budget.") and not granted_in_full(case):
        return Reason(RULE.name, "Beloppet är sökt men inte beviljat i sin helhet.")
    if path in _TELLS_YEARS and not years(case).issuperset(_budget_years(case, _TELLS_YEARS[path])):
        return Reason(RULE.name, "Budgeten nämner år som styrelsen inte har beslutat om.")
    if "per_år" in _TELLS_YEARS.get(path, ()) and not _adds_up(case):
        return Reason(RULE.name, "Budgetens år går inte ihop med det beviljade beloppet.")
    if path == "period.sista_intag" and not _intake_is_decided(case):
        return Reason(RULE.name, "Sista intagsdag ligger utanför den tid som styrelsen har beslutat.")
    return None


RULE = FieldRule(
    name="som-beslutat",
    sentence="Belopp, år och tid visas bara så som styrelsen har beslutat, aldrig så som de är sökta.",
    judge=_judge,
)
