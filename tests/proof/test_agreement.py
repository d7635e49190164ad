"""The gate and the oracle agree on every fact of generated registers and of the register's own records.

`python -m bench.prove_gate` does the same with 2,000 records.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.records.paths import known_paths
from tests import private_values as v
from tests.proof.agreement import Comparison, Gate, by_kind
from tests.proof.gate_facts import covers_every_field
from tests.proof.oracle_secrecy import KNOWN
from tests.proof.records import Register, register
from tests.proof.versions import CHANNELS, DAYS

EDITIONS = [(channel, day) for channel in CHANNELS for day in DAYS]


@cache
def made(seed: int, count: int) -> Register:
    return register(seed, count)


def counted(seeds: tuple[int, ...], count: int) -> Counter[str]:
    found: Counter[str] = Counter()
    for seed in seeds:
        one, gate, comparison = made(seed, count), Gate(made(seed, count)), Comparison()
        for channel, day in EDITIONS:
            comparison.edition(one, gate, channel, day)
        assert by_kind(comparison.differences) == {}
        found += comparison.counts
    return found


def test_every_fact_of_every_record() -> None:
    counts = counted((1, 2), 75)
    assert counts["records"] == 150 * 48
    least = {
        "public records": 1000,
        "tombstones": 20,
        "withheld by beslut": 1000,
        "withheld by publicering": 1000,
        "withheld by sekretess-allt": 100,
        "withheld by villkor-kanda": 40,
        "withheld by egen-webb": 1000,
        "datum public by villkor": 1000,
        "datum public by samtycke": 1000,
        "datum withheld by aldrig": 100,
        "datum withheld by kand-roll": 40,
        "datum withheld by sekretess-person": 100,
        "datum withheld by aterkallat": 100,
        "datum withheld by i-tid": 1000,
        "datum withheld by ingen öppnar": 1000,
        "beviljat facts": 1000,
        "budget facts": 200,
        "tid facts": 1000,
        "sista_intag facts": 100,
        "relationer facts": 200,
        "erkännande facts": 100,
    }
    assert {kind: counts[kind] for kind, share in least.items() if counts[kind] < share} == {}


def first_difference(gate: Gate, one: Register) -> str | None:
    for channel, day in EDITIONS:
        comparison = Comparison()
        comparison.edition(one, gate, channel, day)
        if comparison.differences:
            return comparison.differences[0]
    return None


@pytest.mark.parametrize("name", v.RULES)
def test_a_gate_without_the_rule_does_not_agree(name: str) -> None:
    rules = v.rulebook()
    without: Any = {
        kind: tuple(rule for rule in getattr(rules, kind) if rule.name != name)
        for kind in ("whole", "fields", "grounds", "bars")
    }
    assert first_difference(Gate(made(1, 75), replace(rules, **without)), made(1, 75))


def raw(path: Path) -> Any:
    """A file as YAML gives it, its texts without the spaces at their ends."""

    def stripped(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: stripped(item) for key, item in value.items()}
        return [stripped(item) for item in value] if isinstance(value, list) else value.strip()

    return stripped(yaml.load(path.read_text("utf-8"), yaml.BaseLoader))  # noqa: S506 - text only


def words(name: str) -> Iterator[dict[str, Any]]:
    yield from raw(v.CONFIG / "begrepp" / f"{name}.yml")["ord"]


def own_register() -> Register:
    files = sorted((v.CONTENT / "insatser").glob("*/*.yml"))
    config: dict[str, Any] = {
        "förbund": [path.stem for path in (v.CONFIG / "forbund").glob("*.yml")],
        "roller": [word["id"] for word in words("roller")],
        "aldrig offentliga": [word["id"] for word in words("roller") if "aldrig_offentlig" in word],
        "parter": [word["id"] for word in words("parter")],
        "inriktningar": [word["id"] for word in words("inriktningar")],
        "målgrupper": [word["id"] for word in words("malgrupper")],
        "metoder": [word["id"] for word in words("metoder")],
        "uppföljningssystem": [word["id"] for word in words("uppfoljningssystem")],
        "slut": raw(v.CONFIG / "site.yml")["personuppgifter_upphör"],
    }
    terms = {path.stem: raw(path) for path in (v.CONFIG / "villkor").glob("*.yml")}
    records = tuple(raw(path) for path in files)
    return Register(records, tuple(path.stem for path in files), terms, config, ({},) * len(files))


def test_the_registers_own_records() -> None:
    one, comparison = own_register(), Comparison()
    gate = Gate(one)
    for channel in (
        "portal",
        "förbundswebb:gavleborg",
        "förbundswebb:uppsala",
        "sociala-medier",
        "öppna-data",
    ):
        for day in DAYS:
            comparison.edition(one, gate, channel, day)
    assert by_kind(comparison.differences) == {}
    assert comparison.counts["public records"] > 50
    assert comparison.counts["datum public by villkor"] > 10


def test_the_oracle_knows_nothing_of_the_generator() -> None:
    sources = [path.read_text("utf-8") for path in Path(__file__).parent.glob("oracle*.py")]
    assert len(sources) == 7
    assert not [source for source in sources if "from generator" in source or "private_values" in source]


def test_the_same_seed_gives_the_same_register() -> None:
    assert register(5, 20) == register(5, 20)
    assert register(5, 20) != register(6, 20)


def test_the_oracle_knows_every_key_of_a_record() -> None:
    """A key that joins the record is told or withheld by the gate: the oracle must say which."""
    assert known_paths() == KNOWN
    assert covers_every_field()


def test_days_lie_in_order() -> None:
    assert len(DAYS) == 12
    assert sorted(set(DAYS)) == list(DAYS)
