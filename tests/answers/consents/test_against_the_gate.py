"""The list of consents beside the gate's verdicts, over generated registers: nothing more, nothing less.

What is expected is read from the raw records and from the verdicts, never from `answers/`.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from generator.answers.consents.grounds import Ground, State
from generator.publish.consenting import list_consents
from generator.publish.judging import judge
from generator.publish.reading import read_inputs
from generator.words.channels import PORTAL, Channel, ChannelKind
from tests.proof.editions import lay_out
from tests.proof.records import Register, register
from tests.proof.versions import CHANNEL_KINDS, DATA, DAYS, FORBUND

HOLDS = (State.IN_FORCE, State.ENDS_SOON)
EDITIONS = (
    PORTAL,
    *(Channel(ChannelKind.FORBUNDSWEBB, one) for one in FORBUND),
    Channel(ChannelKind.SOCIAL_MEDIA),
    Channel(ChannelKind.OPEN_DATA),
)
SOON = 90

# insats, person, datum, channel
Place = tuple[str, int, str, str]


@dataclass(frozen=True)
class Gate:
    """`public` has the last day of each public datum; `open` the insatser that are public, by channel."""

    public: dict[Place, dt.date | None]
    open: frozenset[tuple[str, str]]


def verdicts(folder: Path, day: dt.date) -> Gate:
    inputs = read_inputs(folder / "content", folder / "site_config")
    assert inputs.configuration is not None
    public: dict[Place, dt.date | None] = {}
    found: set[tuple[str, str]] = set()
    for channel in EDITIONS:
        for subject in judge(inputs.records, inputs.configuration, channel, day):
            name = f"{subject.case.record.forbund}/{subject.located.slug}"
            if subject.public:
                found.add((name, channel.kind.value))
            for verdict in subject.outcome.verdicts:
                if verdict.public and verdict.path.startswith("personer["):
                    index, _, field = verdict.path.removeprefix("personer[").partition("].")
                    public[name, int(index), field, channel.kind.value] = verdict.until
    return Gate(public, frozenset(found))


def places(row: Ground) -> Iterator[Place]:
    for field in row.fields:
        for channel in row.channels:
            yield row.insats, row.person, field, channel


def expected(one: Register, name: str) -> Iterator[tuple[object, ...]]:
    """Each consent and each clause, for each datum and channel that it names, of what can be read."""
    for raw, slug in zip(one.records, one.slugs, strict=True):
        if f"{raw['förbund']}/{slug}" != name:
            continue
        terms = one.terms.get(raw["villkor"])
        for index, person in enumerate(raw["personer"]):
            for entry, consent in enumerate(person["samtycke"]):
                for field in consent["gäller"]:
                    yield from ((name, index, field, kanal, entry) for kanal in consent["kanaler"])
            for clause in terms["personuppgifter"] if terms is not None else ():
                if person["roll"] in clause["roller"]:
                    held = [field for field in clause["fält"] if field in person]
                    yield from ((name, index, f, kanal, None) for f in held for kanal in clause["kanaler"])


@pytest.fixture(scope="module", params=[1, 2])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Register, Path]:
    one, folder = register(request.param, 25), tmp_path_factory.mktemp("register")
    lay_out(one, folder)
    return one, folder


@cache
def listed(folder: Path, day: dt.date) -> tuple[Ground, ...]:
    found = list_consents(folder / "content", folder / "site_config", None, day, SOON)
    assert found.grounds is not None
    return found.grounds


@pytest.mark.parametrize("day", DAYS[4:8:3])
def test_what_is_public_has_a_ground_that_holds_and_the_other_way_round(
    made: tuple[Register, Path], day: dt.date
) -> None:
    rows, gate = listed(made[1], day), verdicts(made[1], day)
    held = [(place, row) for row in rows if row.state in HOLDS for place in places(row)]
    longest: dict[Place, dt.date] = {}
    for place, row in held:
        longest[place] = max(longest.get(place, dt.date.min), row.until or dt.date.max)
    assert longest == {place: until or dt.date.max for place, until in gate.public.items()}
    assert len(held) > 50
    assert {(place[0], place[3]) for place, _ in held} <= gate.open


@pytest.mark.parametrize("day", DAYS[4:8:3])
def test_each_consent_and_clause_stands_once(made: tuple[Register, Path], day: dt.date) -> None:
    one, rows = made[0], listed(made[1], day)
    told = Counter((*place, row.entry) for row in rows for place in places(row))
    readable = read_inputs(made[1] / "content", made[1] / "site_config").records
    asked = Counter(key for located in readable for key in expected(one, f"{located.folder}/{located.slug}"))
    assert told.keys() == asked.keys()
    # Two clauses that open the same datum until the same day are one ground.
    assert all(told[key] == 1 for key in told if key[-1] is not None)
    assert all(told[key] <= asked[key] for key in told)
    assert len(told) > 200


@pytest.mark.parametrize("day", DAYS[1:11:3])
def test_days_and_states_agree(made: tuple[Register, Path], day: dt.date) -> None:
    rows = listed(made[1], day)
    for row in rows:
        left = None if row.until is None else (row.until - day).days
        match row.state:
            case State.ENDS_SOON:
                assert left is not None
                assert 0 <= left <= SOON
            case State.IN_FORCE:
                assert left is None or left > SOON
            case State.STARTS_LATER:
                assert row.start is not None
                assert row.start > day
            case State.ENDED:
                assert left is not None
                assert left < 0
            case _:
                assert row.days_left is None
        assert row.days_left in (left, None)
        assert set(row.fields) <= set(DATA)
        assert set(row.channels) <= set(CHANNEL_KINDS)
    order = [[*State].index(row.state) for row in rows]
    assert order == sorted(order)
    assert {row.state for row in rows} >= {State.IN_FORCE, State.VOID}


def test_the_days_reach_every_state(made: tuple[Register, Path]) -> None:
    assert {row.state for day in DAYS[1:11:3] for row in listed(made[1], day)} == {*State}
