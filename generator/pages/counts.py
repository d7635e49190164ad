"""What the overview counts: insatser by year, place, förbund, target group and method; never people."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from generator.public.insats import PublicDecision, PublicInsats
from generator.words.kommuner import kommuner

Insatser = tuple[PublicInsats, ...]
Year = int | None
"""A calendar year, or None for money that no decision gives a year."""


def granted(insats: PublicInsats) -> Mapping[Year, int]:
    """The granted kr that are known, by the calendar year that they are for.

    A year is taken from what was decided: from yearly decisions, from decisions about a time within one
    year, or from the budget that was granted as it stood and adds up to the grant. Nothing is spread out.
    """
    yearly: dict[Year, int] = {year: amount for year, amount in insats.granted_per_year if amount is not None}
    total = insats.granted_total
    if total is None or sum(yearly.values()) == total:
        return yearly
    decided = _decided(insats.decisions)
    if sum(decided.values()) == total and set(decided) != {None}:
        return decided
    budget: dict[Year, int] = {}
    if insats.budget is not None:
        budget.update(insats.budget.per_year)
    return budget if sum(budget.values()) == total else {None: total}


def _decided(decisions: Iterable[PublicDecision]) -> Mapping[Year, int]:
    found: Counter[Year] = Counter()
    for decision in decisions:
        found[_only_year(decision)] += decision.amount or 0
    return {year: amount for year, amount in found.items() if amount}


def _only_year(decision: PublicDecision) -> Year:
    span = decision.period
    if span is None or span.start is None or span.end is None or span.start.year != span.end.year:
        return None
    return span.start.year


@dataclass(frozen=True)
class Money:
    """Granted kr by year and förbund. `known` insatser have all of their sum told, `partly` a part of it."""

    by_year: Mapping[Year, Mapping[str, int]]
    known: int
    partly: int
    counted: Insatser

    @property
    def total(self) -> int:
        """All of it."""
        return sum(sum(row.values()) for row in self.by_year.values())

    def of(self, forbund: str) -> int:
        """All of one förbund's."""
        return sum(row.get(forbund, 0) for row in self.by_year.values())


def money(insatser: Insatser) -> Money:
    """The granted money of the insatser; of those without a known amount nothing."""
    found: defaultdict[Year, Counter[str]] = defaultdict(Counter)
    counted: list[PublicInsats] = []
    for insats in insatser:
        parts = granted(insats)
        if parts or insats.granted_total is not None:
            counted.append(insats)
        for year, amount in parts.items():
            found[year][insats.forbund] += amount
    known = sum(insats.granted_total is not None for insats in counted)
    return Money(dict(found), known, len(counted) - known, tuple(counted))


def years_of(insats: PublicInsats) -> range:
    """The calendar years that the insats goes on in; of a time with one open side its known year."""
    span = insats.period
    ends = [when.year for when in (span.start, span.end) if when is not None] if span is not None else []
    return range(min(ends, default=0), max(ends, default=-1) + 1)


def per_year(insatser: Insatser) -> Mapping[int, int]:
    """Calendar year → how many insatser go on in some part of it; years between two counts stand with 0."""
    found = Counter(year for insats in insatser for year in years_of(insats))
    return {year: found[year] for year in range(min(found, default=0), max(found, default=-1) + 1)}


def per_kommun(insatser: Insatser) -> Mapping[str, int]:
    """Kommun code → how many insatser there are; one in several kommuner is counted in each."""
    names = kommuner()
    return Counter(code for insats in insatser for code in set(insats.kommuner) if code in names)


@dataclass(frozen=True)
class Pairs:
    """Target groups and methods by id, those of most insatser first, and how many insatser have both."""

    groups: tuple[str, ...]
    methods: tuple[str, ...]
    counts: Mapping[tuple[str, str], int]


def pairs(insatser: Insatser) -> Pairs:
    """Which methods are used for whom; an insats counts once for each of its groups and methods."""
    groups: Counter[str] = Counter()
    methods: Counter[str] = Counter()
    counts: Counter[tuple[str, str]] = Counter()
    for insats in insatser:
        own_groups = {term.id for term in insats.target_groups}
        own_methods = {term.id for term in insats.methods}
        if own_groups and own_methods:
            groups.update(own_groups)
            methods.update(own_methods)
            counts.update(product(own_groups, own_methods))
    return Pairs(_most_first(groups), _most_first(methods), counts)


def _most_first(counted: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(counted, key=lambda key: (-counted[key], key)))
