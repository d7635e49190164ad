"""Insatser over time: each with its bar while they are few, else how many go on in each year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.charts.bars import Bar, count_bars
from generator.charts.gantt import Span, gantt
from generator.charts.interface import Row, Table
from generator.pages import counts, diagram
from generator.pages.counts import Insatser
from generator.pages.diagram import Figure
from generator.pages.words import EXAMPLE_SHORT
from generator.public.catalogue import Catalogue
from generator.public.insats import PublicInsats
from generator.words.dates import swedish_date, swedish_period
from generator.words.money import swedish_number
from generator.words.swedish import listed, sort_key

MOST_SPANS = 30
_MOST_YEARS = 16


def times(catalogue: Catalogue, timed: Insatser) -> Figure | None:
    """`timed` are the insatser whose decided time is known, at least on one side."""
    if not timed:
        return None
    missing = len(catalogue.insatser) - len(timed)
    notes = ["Den beslutade tiden. Det styrelsen inte har beslutat om visas inte."]
    if missing:
        what = "en insats" if missing == 1 else f"{swedish_number(missing)} insatser"
        notes.append(f"För {what} är ingen beslutad tid känd.")
    return _spans(catalogue, timed, notes) if len(timed) <= MOST_SPANS else _years(timed, notes)


def _started(insats: PublicInsats) -> tuple[date, tuple[str, str]]:
    span = insats.period
    start = span.start.first_day if span and span.start else date.min
    return start, sort_key(insats.name)


def _told(insats: PublicInsats) -> str:
    return swedish_period(insats.period.start, insats.period.end) if insats.period else ""


def _span(insats: PublicInsats) -> Span:
    """The bar carries the name, and that it is an example: that is never left out."""
    period = insats.period
    return Span(
        label=insats.name,
        first=period.start.first_day if period and period.start else None,
        last=period.end.last_day if period and period.end else None,
        mark="exempel" if insats.example else None,
    )


def attributions(insatser: Insatser) -> list[str]:
    """The sentences that must stand wherever these insatser do, each with the names that it is about."""
    names: dict[str, list[str]] = {}
    for insats in insatser:
        if insats.attribution:
            names.setdefault(insats.attribution, []).append(insats.name)
    return [f"{listed(sorted(about, key=sort_key))}: {sentence}" for sentence, about in names.items()]


def _spans(catalogue: Catalogue, timed: Insatser, notes: list[str]) -> Figure | None:
    ordered = tuple(sorted(timed, key=_started))
    drawn = gantt([_span(insats) for insats in ordered], catalogue.day)
    if drawn is None:
        return None
    rows = tuple(
        Row(
            name=insats.name,
            cells=(_told(insats),),
            address=insats.address,
            note=" ".join(
                part for part in (EXAMPLE_SHORT if insats.example else None, insats.attribution) if part
            ),
        )
        for insats in ordered
    )
    return Figure(
        id="over-tid",
        title="Insatserna över tid",
        description=f"En stapel för varje insats, från start till slut. Strecket är i dag, den "
        f"{swedish_date(catalogue.day)}. Samma tider står i tabellen under diagrammet.",
        drawn=diagram.rows(drawn),
        table=Table("Beslutad tid för varje insats", ("Insats", "Beslutad tid"), rows),
        notes=(*notes, *attributions(ordered)),
    )


def _years(timed: Insatser, notes: list[str]) -> Figure | None:
    per_year = counts.per_year(timed)
    found = _latest(per_year)
    if len(found) < len(per_year):
        notes = [*notes, f"Åren före {min(found)} är inte med."]
    drawn = count_bars([Bar(label, (count,)) for label, count in found.items()])
    if drawn is None:
        return None
    most = max((count, label) for label, count in found.items())
    return Figure(
        id="over-tid",
        title="Insatser per år",
        description=f"Liggande staplar: så många insatser pågår under någon del av varje år. Flest är det "
        f"{most[1]} med {swedish_number(most[0])}. Samma siffror står i tabellen under diagrammet.",
        drawn=diagram.rows(drawn),
        table=Table(
            "Insatser som pågår under någon del av året",
            ("År", "Insatser"),
            tuple(Row(label, (swedish_number(count),)) for label, count in found.items()),
        ),
        notes=(*notes, "En insats räknas varje år som den pågår, så åren går inte att lägga ihop."),
    )


def _latest(per_year: Mapping[int, int]) -> Mapping[str, int]:
    """The last years; those before are not summed, for an insats would be counted once for each."""
    last = sorted(per_year)[-_MOST_YEARS:]
    return {str(year): per_year[year] for year in last}
