"""The oracle's figures: rule 3, "Amounts, years and period are public only as decided"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from tests.proof import oracle_decisions as decisions
from tests.proof import oracle_secrecy as secrecy
from tests.proof.oracle_dates import first_day, last_day

Raw = Mapping[str, Any]


def decided_facts(grants: list[Raw], yearly: bool, secret: frozenset[str]) -> Iterator[tuple[str, str]]:
    """som-beslutat: "Belopp, år och tid visas bara så som styrelsen har beslutat, aldrig så som de är sökta."

    The order of entries never matters: grants are told apart by what they say.
    """
    rows = [one_grant(grant, yearly, secret) for grant in grants]
    for index, row in enumerate(sorted(rows, key=lambda row: sorted(row.items()))):
        yield from ((f"beslut[{index}].{key}", text) for key, text in row.items())
    if secrecy.sum_is_secret(secret):
        return
    total = decisions.granted_sum(grants, yearly)
    if total is not None:
        yield "beviljat.summa", str(total)
    if yearly and not secrecy.time_is_secret(secret):
        for year, amount in decisions.granted_years(grants).items():
            yield f"beviljat.{year}", "okänt" if amount is None else str(amount)


def one_grant(grant: Raw, yearly: bool, secret: frozenset[str]) -> dict[str, str]:
    """What is told of one grant. Under yearly terms its amount only when it is about one year."""
    row = {"utfall": grant["utfall"], "instans": grant["instans"]}
    for key in ("datum", "paragraf"):
        if grant.get(key) and not secrecy.covered(secret, f"beslut.{key}"):
            row[key] = grant[key]
    about_one_time = not yearly or decisions.year_known(grant)
    if "belopp" in grant and about_one_time and not secrecy.sum_is_secret(secret):
        row["belopp"] = str(decisions.kronor(grant["belopp"]))
    time = decisions.concerns(grant, yearly)
    if "start" in time and not secrecy.start_is_secret(secret):
        row["start"] = time["start"]
    if "slut" in time and not secrecy.end_is_secret(secret):
        row["slut"] = time["slut"]
    return row


def time_facts(
    start: str | None, end: str | None, day: dt.date, secret: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """som-beslutat: "Tiden på sidan är beslutets avser, inte postens period." """
    if start is not None and not secrecy.start_is_secret(secret):
        yield "tid.start", start
    if end is not None and not secrecy.end_is_secret(secret):
        yield "tid.slut", end
    if secrecy.time_is_secret(secret):
        return  # how far the insats has come would tell of it
    if start is not None and day < first_day(start):
        yield "status", "kommande"
    elif end is not None and last_day(end) < day:
        yield "status", "avslutad"
    elif start and end:
        yield "status", "pågående"


def intake_facts(
    record: Raw, start: str | None, end: str | None, secret: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """som-beslutat: "Sista dag för intag visas bara om den ligger inom den beslutade tiden." A secret time it
    would tell of.
    """
    intake = record.get("period", {}).get("sista_intag")
    if not intake or secrecy.covered(secret, "period.sista_intag") or secrecy.time_is_secret(secret):
        return
    if start and end and first_day(start) <= first_day(intake) and last_day(intake) <= last_day(end):
        yield "sista_intag", intake


def budget_facts(
    record: Raw, grants: list[Raw], yearly: bool, secret: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """ADR 0003: "The application's budget is public only when the whole sum was granted, because only then
    was it decided, and its years only inside the decided time": all or none, for some would tell of more.
    """
    if not decisions.granted_in_full(record, grants, yearly):
        return
    budget = record["budget"]
    if not secrecy.sum_is_secret(secret):
        yield "budget.sökt", str(decisions.kronor(budget["sökt"]))
    if "egenfinansiering" in budget and not secrecy.covered(secret, "budget.egenfinansiering"):
        yield "budget.egenfinansiering", str(decisions.kronor(budget["egenfinansiering"]))
    costs = budget.get("kostnader", [])
    decided = decisions.decided_years(grants, yearly)
    years_decided = decided.issuperset(budget.get("per_år", {})) and adds_up(budget)
    costs_decided = decided.issuperset(cost["år"] for cost in costs if "år" in cost)
    if years_decided and not secrecy.budget_years_are_secret(secret):
        for year, amount in budget.get("per_år", {}).items():
            yield f"budget.per_år.{year}", str(decisions.kronor(amount))
    if costs_decided and not secrecy.costs_are_secret(secret):
        yield from cost_facts(costs)
    note_open = years_decided and costs_decided and not secrecy.budget_note_is_secret(secret)
    if budget.get("kommentar") and note_open:
        yield "budget.kommentar", budget["kommentar"]


def adds_up(budget: Raw) -> bool:
    """som-beslutat: "Årsbeloppen visas bara om de går ihop med det beviljade beloppet" – a krona's rounding a
    year aside: a split that is not of the whole is not what was granted.
    """
    years = [decisions.kronor(amount) for amount in budget.get("per_år", {}).values()]
    return not years or abs(sum(years) - decisions.kronor(budget["sökt"])) <= len(years)


def cost_facts(costs: list[Raw]) -> Iterator[tuple[str, str]]:
    for index, cost in enumerate(costs):
        yield f"budget.kostnader[{index}].post", cost["post"]
        yield f"budget.kostnader[{index}].belopp", str(decisions.kronor(cost["belopp"]))
        if "år" in cost:
            yield f"budget.kostnader[{index}].år", cost["år"]
