"""The last day that a verdict names is the last day: public on it, withheld on the next."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from copy import deepcopy
from dataclasses import replace
from typing import Any

from generator.gate.interface import Verdict
from generator.gate.outcome import Opened, Outcome
from tests.proof.agreement import Gate
from tests.proof.oracle_dates import first_day
from tests.proof.records import Register, register
from tests.proof.versions import DAYS

ONE_DAY = dt.timedelta(days=1)
NO = "2026-10-01"


def of_persons(outcome: Outcome) -> dict[str, Verdict]:
    """Public data of persons by path; {} for a withheld record."""
    if not isinstance(outcome, Opened):
        return {}
    return {one.path: one for one in outcome.verdicts if one.public and one.path.startswith("personer[")}


def changes_later(raw: dict[str, Any], day: dt.date) -> bool:
    """Whether something that is written begins after the day: a decision, a consent."""
    begins = [decision["datum"] for decision in raw.get("beslut", [])]
    begins += [consent["från"] for one in raw["personer"] for consent in one["samtycke"] if "från" in consent]
    return any(first_day(text) > day or len(text) < 10 for text in begins)


def with_words(made: Register) -> Register:
    """The register where every other record's first person has said no from a day within the year."""
    records = deepcopy(made.records)
    for number, raw in enumerate(records):
        if number % 2 and raw["personer"]:
            raw["personer"][0][("återkallat", "invändning")[number % 4 // 2]] = NO
    return replace(made, records=records)


def test_the_last_day_is_the_last_day() -> None:
    seen: Counter[str] = Counter()
    for number in (3, 4, 5):
        made = with_words(register(number, 150))
        gate = Gate(made)
        for day in DAYS:
            outcomes = gate.edition("portal", day)
            for place, (raw, outcome) in enumerate(zip(made.records, outcomes, strict=True)):
                shown = of_persons(outcome)
                if changes_later(raw, day):
                    continue
                for path, verdict in shown.items():
                    if verdict.until is None:
                        seen["without end"] += 1
                        continue
                    assert verdict.until >= day
                    last = gate.outcome(place, "portal", verdict.until)
                    after = gate.outcome(place, "portal", verdict.until + ONE_DAY)
                    assert path not in of_persons(after), (number, place, path, day)
                    if isinstance(last, Opened):  # the window of the whole record may have closed before
                        assert path in of_persons(last), (number, place, path, day)
                        seen["last day"] += 1
                    seen["ends by a word"] += verdict.until + ONE_DAY == dt.date.fromisoformat(NO)
    assert seen["last day"] > 150, seen
    assert seen["ends by a word"] > 20, seen
    assert seen["without end"] > 3
