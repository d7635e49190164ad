"""The money of one insats by year: drawn where there are years to compare, always told as a table."""

from __future__ import annotations

from collections.abc import Sequence

from generator.charts.bars import Bar, kronor_bars
from generator.charts.scale import UNIT_WORDS, kronor_unit, scale
from generator.pages import diagram
from generator.pages.diagram import Figure, figure
from generator.pages.front_matter import Facts
from generator.pages.words import EXAMPLE_SHORT
from generator.public.insats import PublicInsats
from generator.words.money import swedish_kronor
from generator.words.swedish import listed

Years = Sequence[tuple[int, int]]
"""(calendar year, kr), in order."""

GRANTED = "Beviljat per år"
PLANNED = "Budget per år i ansökan, som beviljades i sin helhet"


def years_figure(insats: PublicInsats, years: Years, title: str) -> Facts | None:
    """A bar for each year; None for a single year, for which a picture tells nothing."""
    if len(years) < 2:
        return None
    drawn = kronor_bars([Bar(str(year), (amount,)) for year, amount in years], told=swedish_kronor)
    if drawn is None:
        return None
    unit = UNIT_WORDS.get(kronor_unit(scale(max(amount for _, amount in years))))
    told = listed([f"{year}: {swedish_kronor(amount)}" for year, amount in years])
    one = Figure(
        id="pengar-per-ar",
        title=title,
        description=f"En liggande stapel för varje år. {told}. Samma belopp står i tabellen under.",
        drawn=diagram.rows(drawn),
        notes=(f"På skalan: {unit}.",) if unit else (),
    )
    return figure(one, EXAMPLE_SHORT if insats.example else None)


def difference(insats: PublicInsats, years: Years) -> str | None:
    """What to say when the years do not add up to the grant; None when they do or one of them is unknown."""
    total, summed = insats.granted_total, sum(amount for _, amount in years)
    if not years or total is None or total == summed:
        return None
    return (
        f"Åren summerar till {swedish_kronor(summed)}. Beslutet anger {swedish_kronor(total)}. "
        "Vi visar båda som de står."
    )
