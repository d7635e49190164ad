"""The oracle's decisions: what the styrelse granted, for when, and for how much (rules 2 and 3)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from tests.proof.oracle_dates import first_day, last_day

Raw = Mapping[str, Any]
GRANTS = ("beviljad", "delvis beviljad")


def decisions_of_the_board(record: Raw) -> list[Raw]:
    """beslut: "Bara styrelsen beslutar. Vad beredningsgruppen tycker räknas inte som beslut"."""
    return [one for one in record.get("beslut", []) if one["instans"] == "styrelsen"]


def in_force(decision: Raw, day: dt.date) -> bool:
    """ADR 0003: "up to the build's date […] Of a date known to the month a grant counts from the last day, a
    word against the insats from the first."
    """
    return counts_from(decision) <= day


def counts_from(decision: Raw) -> dt.date:
    return last_day(decision["datum"]) if decision["utfall"] in GRANTS else first_day(decision["datum"])


def is_granted(record: Raw, day: dt.date) -> bool:
    """Rule 2: "only if the newest decision in force at the build's date is beviljad or delvis beviljad by the
    styrelse". ADR 0003: "One non-grant on that day withholds the record."

    A grant is newer than a word against the insats only when it is so however their dates are read.
    """
    decisions = [one for one in decisions_of_the_board(record) if in_force(one, day)]
    grants = [one for one in decisions if one["utfall"] in GRANTS]
    against = [one for one in decisions if one["utfall"] not in GRANTS]
    return bool(standing_grants(record, day)) and all(
        any(last_day(word["datum"]) < first_day(grant["datum"]) for grant in grants) for word in against
    )


def standing_grants(record: Raw, day: dt.date) -> list[Raw]:
    """ADR 0003: "återkallad takes back the earlier grants that it overlaps, all of them when it names no
    time. Their time and money stay away when a later grant opens the record again." Oldest first.
    """
    decisions = [one for one in decisions_of_the_board(record) if in_force(one, day)]
    revocations = [one for one in decisions if one["utfall"] == "återkallad"]
    grants = [
        one
        for one in decisions
        if one["utfall"] in GRANTS and not any(takes_back(word, one) for word in revocations)
    ]
    return sorted(grants, key=lambda one: last_day(one["datum"]))


def takes_back(revocation: Raw, grant: Raw) -> bool:
    earlier = first_day(grant["datum"]) <= last_day(revocation["datum"])
    return earlier and overlap(revocation.get("avser", {}), grant.get("avser", {}))


def overlap(one: Raw, other: Raw) -> bool:
    """Whether two times share a day; a side that nobody wrote is open, a time not known may be any."""
    if not one or not other:
        return True
    starts = [first_day(time["start"]) for time in (one, other) if "start" in time]
    ends = [last_day(time["slut"]) for time in (one, other) if "slut" in time]
    return not starts or not ends or max(starts) <= min(ends)


def concerns(grant: Raw, yearly: bool) -> dict[str, str]:
    """The time that one grant decides. ADR 0003: "Under yearly terms a grant counts for its first calendar
    year only".
    """
    time = dict(grant.get("avser", {}))
    if not yearly:
        return time
    if "start" not in time:
        return {}
    year_end = f"{time['start'][:4]}-12-31"[: len(time["start"])]  # as precise as the start
    if "slut" not in time or last_day(time["slut"]) > last_day(year_end):
        time["slut"] = year_end
    return time


def decided_time(grants: Iterable[Raw], yearly: bool) -> tuple[str | None, str | None]:
    """ADR 0003: "from the first decided start to the end that the newest grant names. A grant without avser
    shows no time." Under yearly terms "the last decided year is the end".

    A newer grant that names no end leaves the end that was decided before. Several grants of one day are one
    word: its end is the last that they name.
    """
    times = [(last_day(one["datum"]), concerns(one, yearly)) for one in grants]
    starts = [time["start"] for _, time in times if "start" in time]
    ends = [
        (dt.date.min if yearly else decided, last_day(time["slut"]), len(time["slut"]), time["slut"])
        for decided, time in times
        if "slut" in time
    ]
    start = min(starts, key=lambda text: (first_day(text), len(text))) if starts else None
    return start, max(ends)[3] if ends else None


def decided_years(grants: Iterable[Raw], yearly: bool) -> set[str]:
    """The calendar years that the decided time reaches into, as far as they are known: those that some grant
    is about, up to the decided end.
    """
    standing = list(grants)
    years: set[int] = set()
    for grant in standing:
        sides = [int(day[:4]) for key, day in concerns(grant, yearly).items() if key in ("start", "slut")]
        if sides:
            years.update(range(min(sides), max(sides) + 1))
    _, end = decided_time(standing, yearly)
    return {str(year) for year in years if end is None or str(year) <= end[:4]}


def year_known(grant: Raw) -> bool:
    """Whether a yearly grant keeps to one calendar year."""
    time = grant.get("avser", {})
    return "start" in time and time.get("slut", time["start"])[:4] <= time["start"][:4]


def grants_that_count(grants: Iterable[Raw], yearly: bool) -> list[Raw]:
    """ADR 0003: "the sum of the grants, where a newer one takes the place of those about the same time", for
    good. Of two on one day the one that says less is taken as the newer. A yearly grant without a year is
    about none.
    """
    in_order = sorted(grants, key=lambda one: (last_day(one["datum"]).toordinal(), -_said(one), _partly(one)))
    in_order = [one for one in in_order if not yearly or "start" in concerns(one, yearly)]
    return [
        grant
        for index, grant in enumerate(in_order)
        if not any(overlap(concerns(one, yearly), concerns(grant, yearly)) for one in in_order[index + 1 :])
    ]


def _said(grant: Raw) -> int:
    return kronor(grant["belopp"]) if "belopp" in grant else -1


def _partly(grant: Raw) -> bool:
    return bool(grant["utfall"] == "delvis beviljad")


def granted_sum(grants: Iterable[Raw], yearly: bool) -> int | None:
    """ADR 0003: "One part that is not known, or a yearly grant that reaches into a second year, and no sum is
    shown."
    """
    parts = grants_that_count(grants, yearly)
    if not parts or any("belopp" not in one for one in parts):
        return None
    if yearly and not all(year_known(one) for one in parts):
        return None
    return sum(kronor(one["belopp"]) for one in parts)


def granted_years(grants: Iterable[Raw]) -> dict[str, int | None]:
    """Under yearly terms: each decided year and its money, None when some part of it is not known."""
    years: dict[str, list[Raw]] = {}
    for grant in grants_that_count(grants, yearly=True):
        years.setdefault(grant["avser"]["start"][:4], []).append(grant)
    return {year: granted_sum(parts, yearly=True) for year, parts in sorted(years.items())}


def granted_in_full(record: Raw, grants: Iterable[Raw], yearly: bool) -> bool:
    """som-beslutat: "Budgeten i ansökan visas bara när styrelsen har beviljat precis det belopp som söktes."
    Not when it says itself that it granted a part; and year by year, where it decides so.
    """
    standing = list(grants)
    budget = record.get("budget", {})
    total = granted_sum(standing, yearly)
    if "sökt" not in budget or total is None or kronor(budget["sökt"]) != total:
        return False
    if any(_partly(one) for one in grants_that_count(standing, yearly)):
        return False
    applied = {year: kronor(amount) for year, amount in budget.get("per_år", {}).items()}
    return not (yearly and applied and applied != granted_years(standing))


def kronor(text: str) -> int:
    """`3 200 000` → 3200000."""
    return int("".join(sign for sign in text if sign.isdigit()))
