"""What a comparison says against what the gate lets out: generated registers, one small edit at a time.

It is silent if and only if nothing public changed, and it tells each personal datum that comes or goes.
"""

from __future__ import annotations

import copy
import random
from collections import Counter
from datetime import date

import pytest
import yaml

from generator.answers.difference.differences import differences
from generator.answers.difference.rows import CHANGED, GONE, PUBLIC, Change
from generator.checks.interface import Subject
from generator.gate.door import open_doors
from generator.gate.interface import Case
from generator.gate.outcome import Opened
from generator.public.insats import PublicInsats, Tombstone
from generator.records.terms import Terms
from generator.storage.folders import YamlFile
from generator.storage.load import read_record
from generator.storage.located import LocatedRecord
from generator.words.channels import Channel
from tests import private_values as v
from tests.proof.agreement import channel_of, settings_of
from tests.proof.records import register
from tests.proof.versions import CHANNELS, DAYS, Values

EDITS = 100
MADE = register(5, 24, sound=True)
DONORS = register(6, 30, sound=True).records
TERMS = {name: Terms.model_validate(raw) for name, raw in MADE.terms.items()}
SETTINGS = settings_of(MADE)
LENT = (
    "beslut", "period", "budget", "publicering", "sekretess", "personer", "mål", "samverkansparter",
    "deltagare", "handlingar", "beskrivning", "hänvisning", "kommuner", "metoder", "sökord", "exempel",
    "ålder", "sammanfattning", "insatsägare", "diarienummer", "källa",
)  # fmt: skip


def read(raw: Values, slug: str) -> LocatedRecord | None:
    text = yaml.safe_dump(copy.deepcopy(raw), allow_unicode=True, sort_keys=False)
    return read_record(YamlFile(f"content/{slug}.yml", slug, raw["förbund"], text.encode()))[0]


UNTOUCHED = [read(raw, slug) for raw, slug in zip(MADE.records, MADE.slugs, strict=True)]


def judged(records: list[LocatedRecord | None], channel: Channel, day: date) -> dict[str, Subject]:
    """The register before the gate; {} when an edit made a record unreadable."""
    found = [one for one in records if one is not None]
    if len(found) < len(records):
        return {}
    cases = [Case(one.value, one.slug, TERMS.get(one.value.terms), SETTINGS, channel, day) for one in found]
    outcomes = open_doors(cases, v.rulebook())
    return {
        one.value.id: Subject(one, *its)
        for one, its in zip(found, zip(cases, outcomes, strict=True), strict=True)
    }


def public(subject: Subject) -> PublicInsats | tuple[Tombstone, ...] | None:
    outcome = subject.outcome
    return outcome.insats if isinstance(outcome, Opened) else outcome.tombstones or None


def shown(subject: Subject) -> Counter[str]:
    """How many data of each kind the insats shows."""
    outcome = subject.outcome
    persons = outcome.insats.persons if isinstance(outcome, Opened) else ()
    return Counter(f for one in persons for f in v.FIELDS if v.datum_of(one, f) is not None)


def told(rows: list[Change]) -> Counter[str]:
    """The same as the rows say it: one more for what comes, one less for what goes."""
    found: Counter[str] = Counter()
    for row in rows:
        if row.person is not None and row.kind in (PUBLIC, GONE):
            several = row.text.replace(",", "").split() if row.field == "personer" else []
            fields = [f for f in v.FIELDS if row.field == f"personer.{f}" or f in several]
            for field in fields:
                found[field] += 1 if row.kind == PUBLIC else -1
    return found


def edited(chance: random.Random, raw: Values) -> Values:
    new, key, donor = copy.deepcopy(raw), chance.choice(LENT), chance.choice(DONORS)
    match chance.randrange(8):
        case 0 | 5 | 6 | 7 if new["personer"]:
            person = chance.choice(new["personer"])
            match chance.randrange(5):
                case 0:
                    new["personer"].remove(person)
                case 1:
                    new["personer"].reverse()
                case 2:
                    person["återkallat"] = "2025-03-01"
                case 3:
                    person.pop("samtycke", None)
                case _:
                    gives = {"gäller": chance.sample(v.FIELDS, 3), "kanaler": ["portal", "öppna-data"]}
                    person["samtycke"] = [gives]
        case 1 if isinstance(new.get(key), list) and new[key]:
            new[key].pop()
        case 2 if isinstance(new.get(key), list):
            new[key].reverse()
        case 3 if isinstance(new.get(key), dict) and new[key]:
            new[key].pop(chance.choice(list(new[key])))
        case _:
            new.pop(key, None)
            new |= {key: copy.deepcopy(donor[key])} if key in donor else {}
    return {"sekretess": [], "personer": [], "beslut": []} | new


def only_how_long(row: Change) -> bool:
    """Rows about another last day or ground: no page shows those."""
    if row.field == "publicering.till":
        return True
    _, _, said = row.text.partition(": ")
    parts = said.split(", ") if row.person is not None and row.kind == CHANGED else [""]
    return all(part.startswith(("visas", "annan grund")) for part in parts)


def agree(old: dict[str, Subject], new: dict[str, Subject], seen: Counter[str]) -> None:
    rows = [row for row in differences(old, new) if not only_how_long(row)]
    changed = any(public(old[key]) != public(new[key]) for key in old)
    assert bool(rows) is changed, [(row.kind, row.field, row.text) for row in rows]
    for key, one in new.items():
        comes = shown(one)
        comes.subtract(shown(old[key]))
        said = told([row for row in rows if row.file == one.located.file])
        assert {f: n for f, n in comes.items() if n} == {f: n for f, n in said.items() if n}
        seen["a datum came"] += any(number > 0 for number in comes.values())
    seen["changed" if changed else "the same"] += 1


@pytest.mark.parametrize("channel", CHANNELS)
def test_it_is_silent_when_nothing_public_changed_and_only_then(channel: str) -> None:
    chance, where, seen = random.Random(channel), channel_of(channel), Counter[str]()  # noqa: S311 - no secret
    before = {day: judged(UNTOUCHED, where, day) for day in DAYS[3:9]}
    every = [(n, day) for n, raw in enumerate(MADE.records) for day in before if raw["id"] in before[day]]
    shows = [(n, day) for n, day in every if public(before[day][MADE.records[n]["id"]]) is not None]
    for number in range(EDITS):
        place, day = chance.choice(shows if number % 4 else every)
        records = [*UNTOUCHED]
        records[place] = read(edited(chance, MADE.records[place]), MADE.slugs[place])
        old, new = before[day], judged(records, where, day)
        if new:
            agree(old, new, seen)
            agree(new, old, seen)
    assert min(seen["changed"], seen["the same"]) > EDITS / 4, seen
    assert seen["a datum came"] > 2, seen
