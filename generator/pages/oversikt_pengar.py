"""Granted money by year and förbund, as the overview shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.charts.bars import Bar, kronor_bars
from generator.charts.interface import MOST_SERIES, Row, Table
from generator.charts.scale import UNIT_WORDS, kronor_unit, scale, short_kronor
from generator.pages import diagram
from generator.pages.counts import Money
from generator.pages.diagram import Figure, table
from generator.pages.front_matter import Facts
from generator.public.catalogue import Catalogue
from generator.words.money import swedish_kronor, swedish_number
from generator.words.swedish import sort_key

_MOST_YEARS = 12
_NO_YEAR, _REST = "Utan angivet år", "Övriga förbund"
_HOW = (
    "Pengarna står på det år de är beviljade för. Året kommer av beslutet, eller av en budget som styrelsen "
    "har beviljat i sin helhet och som går jämnt ut. Inga belopp är utspridda över år."
)


def _name(catalogue: Catalogue, forbund: str) -> str:
    known = catalogue.forbund.get(forbund)
    return known.name if known else "Okänt förbund"


def _by_size(catalogue: Catalogue, money: Money) -> list[str]:
    """The förbund with granted money, the largest sum first."""
    found = {forbund for row in money.by_year.values() for forbund in row}
    return sorted(found, key=lambda one: (-money.of(one), sort_key(_name(catalogue, one)), one))


@dataclass(frozen=True)
class _Rows:
    """Label → förbund → kr. `drawn` are years and what has no year, `early` what is too old for it."""

    drawn: Mapping[str, Mapping[str, int]]
    early: Mapping[str, Mapping[str, int]]


def _rows(money: Money) -> _Rows:
    """The last years, each of them also when nothing was granted for it; the earlier ones are one row."""
    years = sorted(year for year in money.by_year if year is not None)
    first = max(years[0], years[-1] - _MOST_YEARS + 1) if years else 0
    drawn = {str(year): money.by_year.get(year, {}) for year in range(first, years[-1] + 1)} if years else {}
    if None in money.by_year:
        drawn[_NO_YEAR] = money.by_year[None]
    early: Counter[str] = Counter()
    for year in years:
        if year < first:
            early.update(money.by_year[year])
    return _Rows(drawn, {f"Före {first}": early} if early else {})


def money_by_year(catalogue: Catalogue, money: Money) -> Figure | None:
    """Stacked bars, one for each year; the largest förbund by name and the others together."""
    largest = _by_size(catalogue, money)
    named = largest if len(largest) <= MOST_SERIES else largest[: MOST_SERIES - 1]
    rest = len(named) < len(largest)
    series = (*(_name(catalogue, forbund) for forbund in named), *((_REST,) if rest else ()))

    def parted(rows: Mapping[str, Mapping[str, int]]) -> dict[str, tuple[int, ...]]:
        found = {}
        for label, row in rows.items():
            own = tuple(row.get(forbund, 0) for forbund in named)
            found[label] = (*own, sum(row.values()) - sum(own)) if rest else own
        return found

    rows = _rows(money)
    values, early = parted(rows.drawn), parted(rows.early)
    bars = [Bar(label, row) for label, row in values.items()]
    drawn = kronor_bars(bars, series if len(series) > 1 else ()) if series else None
    if drawn is None:
        return None
    most, longest = max((sum(row), label) for label, row in values.items())
    notes = [_HOW]
    unit = UNIT_WORDS.get(kronor_unit(scale(most)))
    if unit:
        notes[0] += f" I diagrammet är beloppen avrundade: {unit}. Tabellen har hela beloppen."
    if _NO_YEAR in values:
        without = swedish_kronor(sum(values[_NO_YEAR]))
        notes.append(f"För {without} säger beslutet inte hur mycket som gäller varje år.")
    notes += (f"{label} står bara i tabellen." for label in early)
    return Figure(
        id="pengar-per-ar",
        title="Beviljade pengar per år" + (" och samordningsförbund" if len(series) > 1 else ""),
        description=f"Liggande staplar, en för varje år. Den längsta är {_lower(longest)} med "
        f"{short_kronor(most)}. Samma siffror står i tabellen under diagrammet.",
        drawn=diagram.rows(drawn),
        table=_table(series, early | values),
        notes=tuple(notes),
    )


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]


def _table(series: tuple[str, ...], values: dict[str, tuple[int, ...]]) -> Table:
    several = len(series) > 1

    def cells(row: tuple[int, ...]) -> tuple[str, ...]:
        told = tuple(swedish_kronor(amount) if amount else "–" for amount in row)
        return (*told, swedish_kronor(sum(row))) if several else (swedish_kronor(sum(row)),)

    sums = tuple(sum(row[place] for row in values.values()) for place in range(len(series)))
    return Table(
        # Never the diagram's own title: two regions of one name cannot be told apart (axe: landmark-unique).
        caption="Beviljade pengar per år" if several else "Beviljade kronor per år",
        columns=("År", *series, "Summa") if several else ("År", "Beviljat"),
        rows=tuple(Row(label, cells(row)) for label, row in values.items()),
        total=Row("Summa", cells(sums)),
    )


def forbund_table(catalogue: Catalogue, money: Money) -> Facts:
    """Every förbund with insatser: how many, of how many the amount is known, and the sum."""
    found: dict[str, list[int]] = {}
    counted = {insats.id for insats in money.counted}
    for insats in catalogue.insatser:
        row = found.setdefault(insats.forbund, [0, 0])
        row[0] += 1
        row[1] += insats.id in counted
    order = sorted(found, key=lambda forbund: sort_key(_name(catalogue, forbund)))
    rows = tuple(
        Row(
            name=_name(catalogue, forbund),
            cells=(
                swedish_number(found[forbund][0]),
                swedish_number(found[forbund][1]),
                swedish_kronor(money.of(forbund)) if found[forbund][1] else "okänt",
            ),
            address=f"forbund/{forbund}/" if forbund in catalogue.forbund else None,
        )
        for forbund in order
    )
    total = Row(
        "Alla",
        (swedish_number(len(catalogue.insatser)), swedish_number(len(counted)), swedish_kronor(money.total)),
    )
    caption = "Insatser och beviljade pengar för varje samordningsförbund"
    columns = ("Samordningsförbund", "Insatser", "Med känt belopp", "Beviljat")
    return table(Table(caption, columns, rows, total))
