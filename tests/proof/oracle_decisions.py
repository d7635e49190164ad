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
    return bool(grants) and all(
        any(last_day(word["datum"]) < first_day(grant["datum"]) for grant in grants) for word in against
    )


def standing_grants(record: Raw, day: dt.date) -> list[Raw]:
    """ADR 0003: "återkallad takes back the earlier grants that it overlaps, all of them when it names no time.
    Their time and money stay away when a later grant opens the record again." Oldest first.
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
    """Whether two times share a day; a side that nobody wrote is open."""

    def begins_within(a: Raw, b: Raw) -> bool:
        return "start" not in a or "slut" not in b or first_day(a["start"]) <= last_day(b["slut"])

    return begins_within(one, other) and begins_within(other, one)


def concerns(grant: Raw, yearly: bool) -> dict[str, str]:
    """The time that one grant decides. ADR 0003: "Under yearly terms a grant counts for its first calendar
    year only".
    """
    time = dict(grant.get("avser", {}))
    if not yearly:
        return time
    if "start" not in time:
        return {}
    year = time["start"][:4]
    if "slut" not in time or time["slut"][:4] != year:
        time["slut"] = year
    return time


def decided_time(grants: Iterable[Raw], yearly: bool) -> tuple[str | None, str | None]:
    """ADR 0003: "from the first decided start to the end that the newest grant names. A grant without avser
    shows no time." Under yearly terms "the last decided year is the end".
    """
    standing = list(grants)
    times = [concerns(one, yearly) for one in standing]
    starts = [one["start"] for one in times if "start" in one]
    start = min(starts, key=first_day) if starts else None
    if yearly:
        ends = [one["slut"] for one in times if "slut" in one]
        return start, max(ends, key=last_day) if ends else None
    newest = [one for one in standing if last_day(one["datum"]) == last_day(standing[-1]["datum"])]
    ends = [one.get("avser", {}).get("slut") for one in newest]
    if not ends or None in ends:
        return (start if len(times) > 1 or starts else None), None
    return start, min(ends, key=last_day)


def year_known(grant: Raw) -> bool:
    """Whether a yearly grant keeps to one calendar year."""
    time = grant.get("avser", {})
    return "start" in time and time.get("slut", time["start"])[:4] == time["start"][:4]


def same_time(one: Raw, other: Raw) -> bool:
    """Whether two grants are about the same time."""
    return bool(one.get("avser", {}) == other.get("avser", {}))


def granted_sum(grants: Iterable[Raw], yearly: bool) -> int | None:
    """ADR 0003: "the sum of the grants, where a newer one takes the place of those about the same time. One
    part that is not known, or a yearly grant that reaches into a second year, and no sum is shown."
    """
    parts: list[Raw] = []
    for grant in grants:
        parts = [one for one in parts if not same_time(one, grant)] + [grant]
    if not parts or any("belopp" not in one for one in parts):
        return None
    if yearly and not all(year_known(one) for one in parts):
        return None
    return sum(kronor(one["belopp"]) for one in parts)


def granted_years(grants: Iterable[Raw]) -> dict[int, int | None]:
    """Under yearly terms: each decided year and its money, None when that is not known."""
    years: dict[int, int | None] = {}
    for grant in grants:
        if "start" in grant.get("avser", {}):
            known = "belopp" in grant and year_known(grant)
            years[int(grant["avser"]["start"][:4])] = kronor(grant["belopp"]) if known else None
    return years


def kronor(text: str) -> int:
    """`3 200 000` → 3200000."""
    return int("".join(sign for sign in text if sign.isdigit()))
