"""Money that is nothing, or does not add up. No amount is quoted: what was applied for is private."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.checks.interface import Check, Register, Subject
from generator.gate.decided import GRANTS
from generator.records.parts import Budget
from generator.words.findings import Finding, Severity

_TELLS = "summ"  # of "summerar", "summan": an editor has seen that it does not add up, and says so
_Path = tuple[str | int, ...]


def _check(subject: Subject, _register: Register) -> Iterator[Finding]:
    record = subject.located.value
    budget = record.budget
    applied = budget.applied if budget is not None else None
    for index, decision in enumerate(record.decisions):
        path = ("beslut", index, "belopp")
        if decision.outcome not in GRANTS or decision.amount is None:
            continue
        if decision.amount == 0:
            advice = "Ta bort belopp om det inte är känt. Då visas inget belopp."
            yield _warning(subject, path, "Det beviljade beloppet är noll.", advice)
        elif applied and decision.amount > applied:
            advice = "Jämför med protokollet: står det hela kronor på båda ställena?"
            yield _warning(subject, path, "Det beviljade beloppet är större än det sökta.", advice)
    if budget is None:
        return
    if applied == 0:
        advice = "Ta bort sökt om beloppet inte är känt."
        yield _warning(subject, ("budget", "sökt"), "Det sökta beloppet är noll.", advice)
    elif applied is not None and not _is_told(subject):
        yield from _sums(subject, budget, applied)


def _sums(subject: Subject, budget: Budget, applied: int) -> Iterator[Finding]:
    advice = "Rätta beloppen. Står det så i ansökan: skriv i källa.anmärkningar vad som inte summerar."
    if budget.per_year and not _adds_up(budget.per_year.values(), applied):
        message = "Årsbeloppen summerar inte till det sökta beloppet."
        yield _warning(subject, ("budget", "per_år"), message, advice)
    costs = [cost.amount for cost in budget.costs]
    own = budget.own_funding or 0
    if costs and not any(_adds_up(costs, total) for total in (applied, applied + own)):
        message = "Kostnaderna summerar inte till det sökta beloppet."
        yield _warning(subject, ("budget", "kostnader"), message, advice)


def _adds_up(parts: Collection[int], total: int) -> bool:
    """Rounding aside: one krona for each part, or a thousand when all of them are whole thousands."""
    unit = 1000 if all(part % 1000 == 0 for part in (*parts, total)) else 1
    return abs(sum(parts) - total) <= unit * len(parts)


def _is_told(subject: Subject) -> bool:
    """Whether the record itself says that the sums are not equal, as many forms have it."""
    record = subject.located.value
    remarks = record.source.remarks if record.source is not None else []
    note = record.budget.note if record.budget is not None else None
    return any(_TELLS in text.casefold() for text in (*remarks, note or ""))


def _warning(subject: Subject, path: _Path, message: str, advice: str) -> Finding:
    return subject.finding(CHECK.name, path, message, advice, severity=Severity.WARNING)


CHECK = Check(
    name="belopp",
    sentence="Belopp är större än noll, och delar summerar till det hela.",
    check=_check,
)
