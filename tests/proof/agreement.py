"""The gate's answer beside the oracle's, fact by fact."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from generator.gate.door import open_doors
from generator.gate.interface import Case, Settings
from generator.gate.outcome import Opened, Outcome, Withheld
from generator.gate.rulebook import Rulebook
from generator.records.config import ContactEnd
from generator.records.record import Record
from generator.records.terms import Terms
from generator.words.channels import Channel, ChannelKind
from tests import private_values as v
from tests.proof.gate_facts import facts_of
from tests.proof.oracle import Known, public_facts
from tests.proof.oracle_fields import relations
from tests.proof.oracle_secrecy import relations_are_secret, secret_paths
from tests.proof.records import Register


def channel_of(name: str) -> Channel:
    """`portal`, `förbundswebb:<id>` … → the generator's channel."""
    kind, _, forbund = name.partition(":")
    return Channel(ChannelKind(kind), forbund or None)


def settings_of(register: Register) -> Settings:
    config = register.config
    return Settings(
        contact_end=ContactEnd.model_validate(config["slut"]),
        forbund=frozenset(config["förbund"]),
        roles=v.vocabulary("roller", *config["roller"]),
        never_public_roles=frozenset(config["aldrig offentliga"]),
        parties=v.vocabulary("parter", *config["parter"]),
        kinds=v.vocabulary("inriktningar", *config["inriktningar"]),
        target_groups=v.vocabulary("målgrupper", *config["målgrupper"]),
        methods=v.vocabulary("metoder", *config["metoder"]),
        follow_up_systems=v.vocabulary("uppföljningssystem", *config["uppföljningssystem"]),
    )


class Gate:
    """A register's records before the gate, validated once."""

    def __init__(self, register: Register, rulebook: Rulebook | None = None) -> None:
        self._rulebook = rulebook or v.rulebook()
        self._slugs = register.slugs
        self._records = [Record.model_validate(raw) for raw in register.records]
        self._terms = {name: Terms.model_validate(raw) for name, raw in register.terms.items()}
        self._settings = settings_of(register)

    def edition(self, channel: str, day: dt.date) -> tuple[Outcome, ...]:
        """Every record's outcome, in order."""
        cases = [self._case(number, channel, day) for number in range(len(self._records))]
        return open_doors(cases, self._rulebook)

    def outcome(self, number: int, channel: str, day: dt.date) -> Outcome:
        """One record's, by its place; no relation of it is told."""
        return open_doors([self._case(number, channel, day)], self._rulebook)[0]

    def _case(self, number: int, channel: str, day: dt.date) -> Case:
        record = self._records[number]
        terms = self._terms.get(record.terms)
        return Case(record, self._slugs[number], terms, self._settings, channel_of(channel), day)


def oracle_edition(register: Register, channel: str, day: dt.date) -> list[Known]:
    """The oracle's answer for every record."""
    telling: dict[str, bool] = {}
    found = []
    for raw in register.records:
        known = public_facts(
            raw, register.terms.get(raw["villkor"]), register.config, channel, day, lambda _: True
        )
        telling[raw["id"]] = not known.why and not relations_are_secret(secret_paths(raw))
        found.append(known)
    for raw, known in zip(register.records, found, strict=True):
        for path in [path for path in known.facts if path.startswith("relationer[")]:
            del known.facts[path]
        if not known.why and telling[raw["id"]]:
            known.facts.update(relations(raw, lambda target: telling.get(target, False)))
    return found


@dataclass
class Comparison:
    """What was compared: `counts` per kind, and each difference as text (paths and rules, no values)."""

    counts: Counter[str] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)

    def edition(self, register: Register, gate: Gate, channel: str, day: dt.date) -> list[Known]:
        """Compares every record of one edition. Returns the oracle's answers."""
        answers = oracle_edition(register, channel, day)
        outcomes = gate.edition(channel, day)
        for number, (known, outcome) in enumerate(zip(answers, outcomes, strict=True)):
            where = f"{number} {channel} {day}"
            self._record(
                where, [one["roll"] for one in register.records[number].get("personer", [])], known, outcome
            )
        return answers

    def _record(self, where: str, roles: list[str], known: Known, outcome: Outcome) -> None:
        self.counts["records"] += 1
        self.counts.update(f"withheld by {rule}" for rule in known.why)
        self.counts.update(f"datum withheld by {rule}" for rule in known.withheld.values())
        self.counts["tombstones"] += known.tombstone
        if not isinstance(outcome, Opened):
            self._withheld(where, known, outcome)
        elif known.why:
            self._differ(where, f"the gate shows the record in spite of {known.why}")
        else:
            self._opened(where, roles, known, outcome)

    def _withheld(self, where: str, known: Known, outcome: Withheld) -> None:
        rules = {reason.rule for reason in outcome.reasons}
        if rules != set(known.why):
            self._differ(where, f"the oracle withholds by {known.why}, the gate by {sorted(rules)}")
        self.counts["former addresses of tombstones"] += len(known.graves)
        if known.tombstone is not bool(outcome.tombstones):
            self._differ(where, f"tombstone, oracle {known.tombstone}")
        if [one.address for one in outcome.tombstones[1:]] != [f"insatser/{one}/" for one in known.graves]:
            self._differ(where, "tombstones on former addresses")
        if any(verdict.public for verdict in outcome.verdicts):
            self._differ(where, "a public datum of a withheld record")

    def _opened(self, where: str, roles: list[str], known: Known, outcome: Opened) -> None:
        public = {verdict.path: verdict.reason.rule for verdict in outcome.verdicts if verdict.public}
        shown = shown_persons(public)
        if len(shown) != len(outcome.insats.persons):
            self._differ(where, "persons that no verdict calls public, or the other way round")
            return
        facts = facts_of(outcome.insats, roles, shown)
        self.counts["public records"] += 1
        self.counts["facts"] += len(known.facts)
        self.counts.update(f"{path.replace('[', '.').partition('.')[0]} facts" for path in known.facts)
        for path in known.facts.keys() & public.keys():
            if path.startswith("personer["):
                self.counts[f"datum public by {public[path]}"] += 1
        for path in sorted(facts.keys() | known.facts.keys()):
            if facts.get(path) != known.facts.get(path):
                sides = f"gate {path in facts}, oracle {path in known.facts}"
                self._differ(where, f"{path}: {sides} {known.withheld.get(path, '')}".rstrip())

    def _differ(self, where: str, what: str) -> None:
        self.differences.append(f"{where}: {what}")


def shown_persons(public: Iterable[str]) -> list[int]:
    """The places in the record of the persons of whom a datum is public, by the verdicts' paths."""
    return sorted({int(path[9:].partition("]")[0]) for path in public if path.startswith("personer[")})


def by_kind(differences: Iterable[str]) -> dict[str, list[str]]:
    """Differences grouped by what differs, without record, edition and indexes."""

    def kind(text: str) -> str:
        what = text.split(": ", 1)[1]
        return "".join(sign for sign in what if not sign.isdigit())

    ordered = sorted(differences, key=kind)
    return {key: list(group) for key, group in groupby(ordered, key=kind)}
