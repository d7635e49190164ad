"""What DOMAIN.md promises of channels and of time, over generated registers.

`tests/gate/test_properties.py` has withdrawal, secrecy, order and totality. No channel is narrower than
another by rule: terms and consents name them one by one. What holds is that they differ in persons alone,
that another förbund's own web shows nothing, and that a channel taken out of a ground closes it and no other.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from generator.gate.outcome import Opened, Outcome
from tests.proof.agreement import Gate, shown_persons
from tests.proof.gate_facts import facts_of
from tests.proof.oracle_dates import first_day
from tests.proof.records import Register, register
from tests.proof.versions import CHANNEL_KINDS, DAYS, FORBUND

PERSON = "personer["
DAYS_TRIED = DAYS[1::3]


@pytest.fixture(scope="module")
def made() -> Register:
    return register(7, 160)


def told(outcome: Outcome, raw: dict[str, Any]) -> set[tuple[str, str]]:
    if not isinstance(outcome, Opened):
        return set()
    shown = shown_persons(verdict.path for verdict in outcome.verdicts if verdict.public)
    return set(facts_of(outcome.insats, [person["roll"] for person in raw["personer"]], shown).items())


def edition(register: Register, gate: Gate, channel: str, day: dt.date) -> list[set[tuple[str, str]]]:
    return [told(one, raw) for one, raw in zip(gate.edition(channel, day), register.records, strict=True)]


def test_channels_differ_in_persons_alone(made: Register) -> None:
    gate, seen = Gate(made), Counter[str]()
    for day in DAYS_TRIED:
        portal, social, data = (
            edition(made, gate, name, day) for name in ("portal", "sociala-medier", "öppna-data")
        )
        for one, *others in zip(portal, social, data, strict=True):
            without = [{fact for fact in facts if not fact[0].startswith(PERSON)} for facts in (one, *others)]
            assert without[0] == without[1] == without[2]
            seen["public"] += bool(one)
            seen["persons differ"] += any(facts != one for facts in others)
    assert seen["public"] > 50
    assert seen["persons differ"] > 20


def test_another_forbund_s_own_web_shows_nothing(made: Register) -> None:
    gate, seen = Gate(made), Counter[str]()
    for forbund in FORBUND:
        for day in DAYS_TRIED:
            for raw, facts in zip(
                made.records, edition(made, gate, f"förbundswebb:{forbund}", day), strict=True
            ):
                assert not facts or raw["förbund"] == forbund
                seen["public"] += bool(facts)
    assert seen["public"] > 50


def changed(made: Register, change: Callable[[dict[str, Any]], None]) -> Register:
    """The register with something done to each consent and clause."""
    narrower = deepcopy(made)
    for raw in narrower.records:
        for person in raw["personer"]:
            for consent in person["samtycke"]:
                change(consent)
    for version in narrower.terms.values():
        for clause in version["personuppgifter"]:
            change(clause)
    return narrower


@pytest.mark.parametrize("taken", CHANNEL_KINDS)
def test_a_channel_taken_away_closes_that_channel_alone(made: Register, taken: str) -> None:
    """A ground that names no other channel keeps it: one without a channel does not validate."""
    other = next(kind for kind in CHANNEL_KINDS if kind != taken)

    def narrow(ground: dict[str, Any]) -> None:
        if ground["kanaler"] != [taken]:
            ground["kanaler"] = [kind for kind in ground["kanaler"] if kind != taken]

    narrower, seen = changed(made, narrow), Counter[str]()
    gate, narrow_gate = Gate(made), Gate(narrower)
    for name in (taken, other):
        channel = f"{name}:{FORBUND[0]}" if name == "förbundswebb" else name
        for day in DAYS_TRIED:
            before, after = edition(made, gate, channel, day), edition(narrower, narrow_gate, channel, day)
            for wide, less in zip(before, after, strict=True):
                assert less == wide if name == other else less <= wide
                seen["narrowed"] += less < wide
    assert seen["narrowed"] > 5


def earlier(ground: dict[str, Any]) -> None:
    """Ends at the latest in the middle of 2026, also what named another end."""
    for key in ("till", "längst"):
        if key in ground and ground[key][0].isdigit() and " " not in ground[key]:
            ground[key] = min(ground[key], "2026-01-15", key=first_day)
    if "gäller" in ground:
        ground.setdefault("till", "2026-01-15")


def later(ground: dict[str, Any]) -> None:
    if "gäller" in ground:
        ground["från"] = max(ground.get("från", "2026"), "2026-01-15", key=first_day)


def fewer(ground: dict[str, Any]) -> None:
    for key in ("gäller", "fält"):
        if len(ground.get(key, [])) > 1:
            ground[key] = ground[key][1:]


@pytest.mark.parametrize("change", [earlier, fewer])
def test_a_narrower_ground_never_tells_more(made: Register, change: Callable[[dict[str, Any]], None]) -> None:
    narrower, seen = changed(made, change), Counter[str]()
    gate, narrow_gate = Gate(made), Gate(narrower)
    for day in DAYS:
        pairs = zip(
            edition(made, gate, "portal", day), edition(narrower, narrow_gate, "portal", day), strict=True
        )
        for wide, less in pairs:
            assert less <= wide
            seen["narrowed"] += less < wide
    assert seen["narrowed"] > 20


def test_a_consent_that_starts_later_tells_less_of_whoever_withdrew_nothing(made: Register) -> None:
    """A later start may lie after a withdrawal: then it is a new consent, and opens."""
    calm = deepcopy(made)
    for raw in calm.records:
        for person in raw["personer"]:
            for word in ("återkallat", "invändning"):
                person.pop(word, None)
    narrower, seen = changed(calm, later), Counter[str]()
    gate, narrow_gate = Gate(calm), Gate(narrower)
    for day in DAYS:
        pairs = zip(
            edition(calm, gate, "portal", day), edition(narrower, narrow_gate, "portal", day), strict=True
        )
        for wide, less in pairs:
            assert less <= wide
            seen["narrowed"] += less < wide
    assert seen["narrowed"] > 10
