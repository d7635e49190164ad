"""Granted money by year and förbund, as the overview shows it."""

from __future__ import annotations

from generator.charts.bars import Bar, kronor_bars
from generator.charts.interface import MOST_SERIES, Row, Table
from generator.charts.scale import UNIT_WORDS, kronor_unit, number, scale, short_kronor
from generator.pages import diagram
from generator.pages.counts import Money, Year
from generator.pages.diagram import Figure, table
from generator.pages.front_matter import Facts
from generator.public.catalogue import Catalogue
from generator.words.money import swedish_kronor
from generator.words.swedish import sort_key

_MOST_YEARS = 16
_NO_YEAR, _REST = "Utan angivet år", "Övriga förbund"
_HOW = (
    "Pengarna står på det år de är beviljade för. Året kommer av beslutet, eller av den budget som styrelsen "
    "beviljade i sin helhet. Inga belopp är utspridda över år."
)
_WITHOUT_YEAR = "är beviljade för flera år utan att beslutet säger hur mycket som gäller varje år."


def _name(catalogue: Catalogue, forbund: str) -> str:
    known = catalogue.forbund.get(forbund)
    return known.name if known else "Okänt förbund"


def _by_size(catalogue: Catalogue, money: Money) -> list[str]:
    """The förbund with granted money, the largest sum first."""
    found = {forbund for row in money.by_year.values() for forbund in row}
    return sorted(found, key=lambda one: (-money.of(one), sort_key(_name(catalogue, one)), one))


def _rows(money: Money) -> dict[str, dict[str, int]]:
    """Label → förbund → kr: what is too old, each year from the first to the last, what has no year."""
    years = sorted(year for year in money.by_year if year is not None)
    first = max(years[0], years[-1] - _MOST_YEARS + 1) if years else 0
    labels = {year: str(year) for year in range(first, years[-1] + 1)} if years else {}
    early: dict[str, dict[str, int]] = {f"Före {first}": {}} if years and years[0] < first else {}
    found: dict[str, dict[str, int]] = early | {label: {} for label in labels.values()}

    def label(year: Year) -> str:
        if year is None:
            return _NO_YEAR
        return labels.get(year, f"Före {first}")

    for year, row in money.by_year.items():
        for forbund, amount in row.items():
            place = found.setdefault(label(year), {})
            place[forbund] = place.get(forbund, 0) + amount
    if _NO_YEAR in found:
        found[_NO_YEAR] = found.pop(_NO_YEAR)
    return found


def money_by_year(catalogue: Catalogue, money: Money) -> Figure | None:
    """Stacked bars, one for each year; the largest förbund by name and the others together."""
    largest = _by_size(catalogue, money)
    named = largest if len(largest) <= MOST_SERIES else largest[: MOST_SERIES - 1]
    series = tuple(_name(catalogue, forbund) for forbund in named)
    if len(named) < len(largest):
        series += (_REST,)
    values: dict[str, tuple[int, ...]] = {}
    for label, row in _rows(money).items():
        own = tuple(row.get(forbund, 0) for forbund in named)
        rest = (sum(row.values()) - sum(own),) if len(named) < len(largest) else ()
        values[label] = own + rest
    drawn = (
        kronor_bars([Bar(label, row) for label, row in values.items()], series if len(series) > 1 else ())
        if series
        else None
    )
    if drawn is None:
        return None
    most = max((sum(row), label) for label, row in values.items())
    unit = UNIT_WORDS.get(kronor_unit(scale(most[0])))
    notes = [_HOW + (f" I diagrammet {unit_text(unit)}" if unit else "")]
    without = sum(values.get(_NO_YEAR, ()))
    if without:
        notes.append(f"{swedish_kronor(without)} {_WITHOUT_YEAR}")
    return Figure(
        id="pengar-per-ar",
        title="Beviljade pengar per år" + (" och samordningsförbund" if len(series) > 1 else ""),
        description=f"Liggande staplar, en för varje år. Den längsta är {_lower(most[1])} med "
        f"{short_kronor(most[0])}. Samma siffror står i tabellen under diagrammet.",
        drawn=diagram.rows(drawn),
        table=_table(series, values),
        notes=tuple(notes),
    )


def unit_text(words: str) -> str:
    """`mnkr betyder miljoner kronor` → the end of a sentence about a diagram."""
    return f"{words}, avrundat. Tabellen har hela beloppen."


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]


def _table(series: tuple[str, ...], values: dict[str, tuple[int, ...]]) -> Table:
    several = len(series) > 1

    def cells(row: tuple[int, ...]) -> tuple[str, ...]:
        told = tuple(swedish_kronor(amount) if amount else "–" for amount in row)
        return (*told, swedish_kronor(sum(row))) if several else (swedish_kronor(sum(row)),)

    sums = tuple(sum(row[place] for row in values.values()) for place in range(len(series)))
    return Table(
        caption="Beviljade pengar per år",
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
                number(found[forbund][0]),
                number(found[forbund][1]),
                swedish_kronor(money.of(forbund)) if found[forbund][1] else "okänt",
            ),
            address=f"forbund/{forbund}/" if forbund in catalogue.forbund else None,
        )
        for forbund in order
    )
    total = Row(
        "Alla",
        (number(len(catalogue.insatser)), number(len(counted)), swedish_kronor(money.total)),
    )
    caption = "Insatser och beviljade pengar för varje samordningsförbund"
    columns = ("Samordningsförbund", "Insatser", "Med känt belopp", "Beviljat")
    return table(Table(caption, columns, rows, total))
