"""Between two days on which the gate's answer turns every day has the same one: no turning day is missed."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date

import pytest

from generator.gate.interface import Case
from generator.gate.outcome import Opened
from generator.records.record import Record
from generator.records.terms import Terms
from tests.gate.test_turning import DAY, ONE_DAY, judged
from tests.proof.agreement import channel_of, settings_of
from tests.proof.records import register
from tests.proof.versions import CHANNELS

LAST = date(2031, 1, 1)
STARTS = (date(2024, 1, 1), date(2025, 6, 13), date(2026, 6, 15))


@pytest.mark.parametrize("channel", CHANNELS)
def test_between_two_turning_days_every_day_has_the_same_answer(channel: str) -> None:
    chance, seen = random.Random(channel), Counter[str]()  # noqa: S311 - no secret
    made = register(11, 25)
    records = [Record.model_validate(raw) for raw in made.records]
    terms = {name: Terms.model_validate(raw) for name, raw in made.terms.items()}
    settings, where = settings_of(made), channel_of(channel)
    cases = [
        Case(one, slug, terms.get(one.terms), settings, where, DAY)
        for one, slug in zip(records, made.slugs, strict=True)
    ]
    by_id = {one.record.id: one for one in cases}
    for one in [one for one in cases if where.forbund in (None, one.record.forbund)]:
        beside = [by_id[link.target] for link in one.record.relations if link.target in by_id]
        day: date | None = chance.choice(STARTS)
        while day is not None and day < LAST:
            outcomes, turn = judged([one, *beside], day)
            seen["public"] += isinstance(outcomes[0], Opened)
            end = min(turn or LAST, LAST)
            between = [day + number * ONE_DAY for number in range(1, (end - day).days)]
            # The last one always: there a boundary that is off by one shows.
            for other in {*chance.sample(between, min(5, len(between))), *between[-1:]}:
                assert judged([one, *beside], other)[0] == outcomes, (one.slug, day, other)
                seen["days"] += 1
            if turn is not None:
                seen["turned"] += judged([one, *beside], turn)[0] != outcomes
            day = turn
    assert seen["public"] > 8, seen
    assert seen["turned"] > 25, seen
    assert seen["days"] > 120, seen
