"""Which methods are used for which target groups, as a matrix."""

from __future__ import annotations

from generator.charts.interface import Row, Table
from generator.charts.matrix import matrix
from generator.pages import counts, diagram
from generator.pages.counts import Insatser
from generator.pages.diagram import Figure
from generator.public.catalogue import Catalogue
from generator.words.money import swedish_number

MOST_GROUPS, MOST_METHODS = 8, 8


def pairs_matrix(catalogue: Catalogue, paired: Insatser) -> Figure | None:
    """`paired` are the insatser that tell both their target groups and their methods."""
    found = counts.pairs(paired)
    groups, methods = found.groups[:MOST_GROUPS], found.methods[:MOST_METHODS]
    terms = {term.id: term for insats in paired for term in (*insats.target_groups, *insats.methods)}
    cells = {
        (row, column): found.counts[group, method]
        for row, group in enumerate(groups)
        for column, method in enumerate(methods)
        if (group, method) in found.counts
    }
    drawn = matrix([terms[key].label for key in groups], [terms[key].label for key in methods], cells)
    if drawn is None:
        return None
    table = Table(
        caption="Antal insatser för varje målgrupp och metod",
        columns=("Målgrupp", *(terms[key].label for key in methods)),
        rows=tuple(
            Row(
                name=terms[group].label,
                cells=tuple(
                    swedish_number(cells[row, column]) if (row, column) in cells else "–"
                    for column in range(len(methods))
                ),
                address=f"malgrupper/{terms[group].slug}/" if group in catalogue.target_groups else None,
            )
            for row, group in enumerate(groups)
        ),
    )
    return Figure(
        id="malgrupper-metoder",
        title="Målgrupper och metoder",
        description="En ruta för varje par av målgrupp och metod. Talet är antalet insatser som har båda. "
        "Rutan är mörkare ju fler de är. Samma siffror står i tabellen under diagrammet.",
        drawn=diagram.matrix(drawn),
        table=table,
        notes=(_shown(found),),
    )


def _shown(found: counts.Pairs) -> str:
    told = "En insats räknas en gång för varje målgrupp och metod som den har."
    groups, methods = len(found.groups), len(found.methods)
    if groups <= MOST_GROUPS and methods <= MOST_METHODS:
        return told
    return (
        f"{told} Här är de vanligaste: {min(groups, MOST_GROUPS)} av {groups} målgrupper och "
        f"{min(methods, MOST_METHODS)} av {methods} metoder. Alla står under Målgrupper och Metoder."
    )
