"""Rows of later days against what the gate lets out on each of them: generated registers, one edit at a time.

"Inget ändras" holds on every later day, and whatever the change makes public some day has been told by then.
"""

from __future__ import annotations

import copy
import random
from collections import Counter
from collections.abc import Iterable

from generator.answers.difference.differences import differences
from generator.answers.difference.rows import GONE, PUBLIC, Change
from generator.checks.interface import Subject
from generator.storage.located import LocatedRecord
from generator.words.channels import Channel
from tests import private_values as v
from tests.answers.difference.test_later import Turn, Version, turns
from tests.answers.difference.test_truth import MADE, UNTOUCHED, edited, judged, public, read, shown
from tests.proof.agreement import channel_of
from tests.proof.versions import CHANNELS, DAYS, Values

EDITS = 120
LATER = ("2026-07", "2026-12-31", "2027-01-01", "2027", "2028-03-15")


def dated(chance: random.Random, raw: Values) -> Values:
    """The record with another date: of its publication, a decision, a consent or a withdrawal."""
    new, day = copy.deepcopy(raw), chance.choice(LATER)
    match chance.randrange(6):
        case 0:
            new["publicering"] = {"läge": "publicera", chance.choice(("från", "till")): day}
        case 1 if new["beslut"]:
            new["beslut"].append({**chance.choice(new["beslut"]), "datum": day})
        case 2:
            new["beslut"].append({"utfall": "avslag", "datum": day, "instans": "styrelsen"})
        case _ if new["personer"]:
            person = chance.choice(new["personer"])
            consent = {
                "gäller": [*v.FIELDS],
                "kanaler": [*v.CHANNEL_NAMES],
                chance.choice(("från", "till")): day,
            }
            word = {chance.choice(("återkallat", "invändning")): day}
            person |= {"samtycke": [consent, *person["samtycke"][1:]]} if chance.random() < 0.7 else word
        case _:
            return edited(chance, raw)
    return new


def version(record: LocatedRecord, channel: Channel) -> Version:
    """The record beside those that it names."""
    return lambda day: judged([record, *named(record)], channel, day)[record.value.id]


def named(record: LocatedRecord) -> list[LocatedRecord | None]:
    targets = {link.target for link in record.value.relations} - {record.value.id}
    return [one for one in UNTOUCHED if one is not None and one.value.id in targets]


def opens(subject: Subject, person: int, datum: str) -> bool:
    verdict = subject.verdicts.get(f"personer[{person}].{datum}")
    return verdict is not None and verdict.public


def assert_true(row: Change, now: Subject) -> None:
    """What a later row says of the new version holds on its day."""
    if row.person is not None and row.field.startswith("personer.") and row.rule != "saknas":
        shows = opens(now, row.person, row.field.removeprefix("personer."))
        assert shows is (row.kind != GONE) or row.field == "personer.roll", row
    if row.field == "" and row.text.startswith("Insatsen "):
        assert now.public is (row.kind != GONE), row


def assert_told(rows: Iterable[Change], turn: Turn, seen: Counter[str]) -> None:
    """What the new version shows and the old one does not has its row, of that day or an earlier one."""
    assert turn.old is not None
    assert turn.new is not None
    told = [(row.kind, row.field) for row in rows]
    if turn.new.public is not turn.old.public:
        assert (PUBLIC if turn.new.public else GONE, "") in told
        seen["an insats"] += 1
    more = shown(turn.new)
    more.subtract(shown(turn.old))
    for field, number in more.items():
        persons = {row.person for row in rows if (row.kind, row.field) == (PUBLIC, f"personer.{field}")}
        assert len(persons) >= number, field
        seen["a datum"] += number > 0


def test_nothing_becomes_public_that_was_not_told() -> None:
    chance, seen = random.Random(1), Counter[str]()  # noqa: S311 - no secret
    for number in range(EDITS):
        where = channel_of(CHANNELS[number % len(CHANNELS)])
        own = [n for n, raw in enumerate(MADE.records) if where.forbund in (None, raw["förbund"])]
        place, change = chance.choice(own), chance.choice((dated, dated, edited))
        was, now = UNTOUCHED[place], read(change(chance, MADE.records[place]), MADE.slugs[place])
        if was is None or now is None:
            continue
        old, new = (was, now) if chance.random() < 0.6 else (now, was)
        days = turns(version(old, where), version(new, where), chance.choice(DAYS[2:7]))
        first, *others = days
        assert first.old is not None
        assert first.new is not None
        told = [*(today := differences({"": first.old}, {"": first.new}))]
        for turn in others:
            assert turn.new is not None
            told += turn.rows
            for row in turn.rows:
                assert row.day == turn.day
                assert_true(row, turn.new)
            assert_told(told, turn, seen)
        if not told:
            assert all(one.old and one.new and public(one.old) == public(one.new) for one in days)
            seen["nothing"] += 1
        seen["only later"] += bool(told) and not today
    assert min(seen["an insats"], seen["nothing"], seen["only later"], seen["a datum"]) > 9, seen
