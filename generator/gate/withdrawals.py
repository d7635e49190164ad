"""Withdrawn consent and objection: which words of a person take back a permit, and from which day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.gate.interface import Case, Permit, place_of
from generator.gate.same_person import entries_of
from generator.records.paths import Path
from generator.records.persons import Person


@dataclass(frozen=True)
class Withdrawal:
    """A word against publication, in force from `first_day`; `entry` is its path in the record."""

    first_day: date
    objection: bool
    entry: Path


def withdrawals(case: Case, person: Person, permit: Permit) -> Iterator[Withdrawal]:
    """Those that take the permit back, of every entry of the same person, also those that begin later.

    A consent given after that day is a new one and stands.
    """
    if all(entry.withdrawn is None and entry.objection is None for entry in case.record.persons):
        return
    for entry in entries_of(person, case.record.persons):
        for when, key in ((entry.withdrawn, "återkallat"), (entry.objection, "invändning")):
            if when is not None and (permit.given is None or permit.given <= when.last_day):
                yield Withdrawal(when.first_day, key == "invändning", place_of(case, entry, key))
