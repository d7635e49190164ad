"""Many public insatser, drawn by a seed: what the pages of a large register are tested with."""

from __future__ import annotations

import random
from datetime import date
from types import MappingProxyType

from generator.public.catalogue import Catalogue
from generator.public.insats import PublicBudget, PublicDecision, PublicInsats, PublicParty, PublicPeriod
from generator.words.dates import PartialDate
from generator.words.kommuner import kommuner
from generator.words.vocabularies import Vocabulary
from tests import public_values as v

DAY = date(2026, 11, 23)
GROUPS = tuple(v.term(f"grupp-{n}") for n in range(21))
METHODS = tuple(v.term(f"metod-{n}") for n in range(39))


def _insats(number: int, forbund: int) -> PublicInsats:
    chance = random.Random(number)  # noqa: S311 - no secret
    first = chance.randint(2012, 2026)
    last = min(first + chance.randint(0, 3), 2029)
    years = range(first, last + 1)
    period = chance.choice(
        [
            PublicPeriod(PartialDate(first, chance.randint(1, 12)), PartialDate(last, 12, 31)),
            PublicPeriod(PartialDate(first), PartialDate(last)),
            PublicPeriod(PartialDate(first), None),
            PublicPeriod(None, PartialDate(last)),
            None,
        ]
    )
    amounts = {year: chance.randrange(50_000, 3_000_000) for year in years}
    total: int | None = sum(amounts.values())
    per_year: tuple[tuple[int, int | None], ...] = ()
    budget: PublicBudget | None = None
    decisions: tuple[PublicDecision, ...] = ()
    kind = chance.randrange(5)
    if kind == 0:
        per_year = tuple(amounts.items())
    elif kind == 1:
        per_year, total = ((first, amounts[first]), (first + 1, None)), None
    elif kind == 2:
        off = chance.choice([0, 0, 2])
        budget = PublicBudget(total, 0, tuple((y, a + off) for y, a in amounts.items()), (), None)
    elif kind == 3:
        decisions = tuple(
            PublicDecision(
                "beviljad",
                PartialDate(year, 1, 2),
                "styrelsen",
                None,
                amount,
                PublicPeriod(PartialDate(year, 1), PartialDate(year, 12)),
            )
            for year, amount in amounts.items()
        )
    else:
        total = None
    status = "kommande" if first > DAY.year else "avslutad" if last < DAY.year else "pågående"
    return v.minimal(
        slug=f"insats-{number}",
        forbund=f"forbund-{forbund}",
        name=f"Insats nummer {number}",
        id=f"insats-{number}",
        example=chance.random() < 0.1,
        status=status,
        period=period,
        intake_until=PartialDate(last, 6) if chance.random() < 0.5 else None,
        granted_total=total,
        granted_per_year=per_year,
        budget=budget,
        decisions=decisions,
        kommuner=tuple(chance.sample(sorted(kommuner()), chance.choice([0, 1, 1, 1, 2, 4]))),
        target_groups=tuple(chance.sample(GROUPS, chance.randint(0, 5))),
        owner=PublicParty(f"Kommun nummer {number % 200}", None, None) if number % 5 else None,
        methods=tuple(chance.sample(METHODS, chance.randint(0, 6))),
    )


def many(count: int, forbund: int = 75) -> Catalogue:
    """A portal of `count` insatser in `forbund` förbund, all kinds of money and time among them."""
    members = {
        f"forbund-{n}": v.forbund(
            id=f"forbund-{n}", name=f"Samordningsförbundet nummer {n} i ett län", kommuner=()
        )
        for n in range(forbund)
    }
    return v.catalogue(
        *(_insats(number, number % forbund) for number in range(count)),
        forbund=MappingProxyType(members),
        target_groups=Vocabulary("målgrupper", MappingProxyType({term.id: term for term in GROUPS})),
        methods=Vocabulary("metoder", MappingProxyType({term.id: term for term in METHODS})),
    )
