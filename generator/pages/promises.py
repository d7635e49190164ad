"""What was decided, what it may cost and what was promised: decisions, budget, goals."""

from __future__ import annotations

from collections.abc import Iterable

from generator.pages.budget import GRANTED, PLANNED, difference, years_figure
from generator.pages.front_matter import Facts, Meta, present
from generator.pages.prose import blocks, flat
from generator.pages.words import NOT_REPORTED, capital
from generator.public.insats import PublicCost, PublicDecision, PublicInsats
from generator.words.dates import swedish_date, swedish_period
from generator.words.money import swedish_kronor


def _kronor(amount: int | None) -> str | None:
    return None if amount is None else swedish_kronor(amount)


def _decision(decision: PublicDecision) -> Facts:
    period = decision.period
    return present(
        utfall=capital(decision.outcome),
        datum=swedish_date(decision.date) if decision.date else None,
        instans=capital(decision.body),
        paragraf=decision.paragraph,
        belopp=_kronor(decision.amount),
        period=swedish_period(period.start, period.end) if period else None,
    )


def decisions(insats: PublicInsats) -> list[Meta]:
    """`[{utfall, datum?, instans, paragraf?, belopp?, period?}]`."""
    return [_decision(decision) for decision in insats.decisions]


def goals(insats: PublicInsats) -> list[Meta]:
    """`[{typ?, text, lovat?, utfall, redovisat?: "ja"}]`.

    An outcome that is not told says so; a plain goal is not labelled.
    """
    return [
        present(
            typ=None if goal.kind == "mål" else capital(goal.kind),
            text=flat(goal.text),
            lovat=goal.target,
            utfall=goal.outcome or NOT_REPORTED,
            redovisat="ja" if goal.outcome and goal.outcome.casefold() != NOT_REPORTED else None,
        )
        for goal in insats.goals
    ]


def _table(title: str, years: Iterable[tuple[int, int]]) -> Facts:
    rows: list[Meta] = [{"ar": str(year), "belopp": swedish_kronor(amount)} for year, amount in years]
    return {"rubrik": title, "rader": rows}


def _cost(cost: PublicCost) -> Facts:
    year = f" ({cost.year})" if cost.year is not None else ""
    return {"post": f"{cost.label}{year}", "belopp": swedish_kronor(cost.amount)}


def money(insats: PublicInsats) -> Facts:
    """`{totalt?, per_ar?: {rubrik, rader: [{ar, belopp}]}, diagram?, skillnad?, sokt?, egen?, …}`.

    Applied for, own funding and granted stand apart and are never added up: they are different things. The
    years are those granted or, where none is, of a budget that was granted as it stood: the title says which.
    """
    budget = insats.budget
    granted = sorted((year, kr) for year, kr in insats.granted_per_year if kr is not None)
    planned = sorted(budget.per_year) if budget is not None and not granted else []
    years, title = (granted, GRANTED) if granted else (planned, PLANNED)
    drawn = years_figure(insats, years, title)
    given = present(
        totalt=_kronor(insats.granted_total),
        per_ar=_table("Samma belopp som tabell" if drawn else title, years) if years else None,
        diagram=drawn,
        skillnad=difference(insats, planned),
    )
    if budget is None:
        return given
    return given | present(
        sokt=_kronor(budget.applied),
        egen=_kronor(budget.own_funding),
        kostnader=[_cost(cost) for cost in budget.costs],
        anmarkning=blocks(budget.note),
    )
