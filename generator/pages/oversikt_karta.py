"""The map of kommuner with insatser, and the same kommuner as a table."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from generator.charts.karta import SOURCE, sweden
from generator.charts.scale import levels
from generator.pages import counts, diagram
from generator.pages.counts import Insatser
from generator.pages.diagram import Figure
from generator.pages.front_matter import Meta
from generator.pages.words import counted
from generator.public.catalogue import Catalogue
from generator.words.channels import ChannelKind
from generator.words.kommuner import kommuner, lan
from generator.words.money import swedish_number
from generator.words.swedish import sort_key

_MOST_LINKS = 40


def _class_text(first: int, last: int) -> str:
    return counted(first) if first == last else f"{swedish_number(first)}–{swedish_number(last)} insatser"


def kommuner_map(catalogue: Catalogue, placed: Insatser) -> Figure | None:
    """The whole country; on a förbundswebb the län of its insatser and its kommuner."""
    found = counts.per_kommun(placed)
    if not found:
        return None
    own = catalogue.forbund.get(catalogue.channel.forbund or "")
    near: set[str] = set()
    if catalogue.channel.kind is ChannelKind.FORBUNDSWEBB:
        near = {code[:2] for code in (*found, *(own.kommuner if own else ()))}
    drawn = sweden(found, near)
    if drawn is None:
        return None
    names = {code: f"{kommuner()[code]}: {counted(count)}" for code, count in found.items()}
    classes: list[Meta] = [
        {"niva": step, "text": _class_text(first, last)} for step, first, last in levels(max(found.values()))
    ]
    most = max(found.values())
    leaders = sum(count == most for count in found.values())
    leading = min(
        (code for code in found if found[code] == most), key=lambda code: sort_key(kommuner()[code])
    )
    what = (
        f"{kommuner()[leading]} har flest: {counted(most)}."
        if leaders == 1
        else (f"{swedish_number(leaders)} kommuner har flest: {counted(most)} var.")
    )
    several = sum(len(set(insats.kommuner)) > 1 for insats in placed)
    notes = ["En insats i flera kommuner räknas i varje kommun."] if several else []
    return Figure(
        id="kommunkarta",
        title="Kommuner med insatser",
        description=f"Karta. Mörkare kommuner har fler insatser. {what} Samma siffror står i listan intill.",
        drawn=diagram.areas(drawn, names, _MOST_LINKS) | {"klasser": classes, "lan": _by_lan(found)},
        notes=(*notes, SOURCE),
    )


def _by_lan(found: Mapping[str, int]) -> list[Meta]:
    """`[{text, kommuner: [{text, adress, antal}]}]`: every kommun with an insats, each under its län."""
    names = kommuner()
    ordered = sorted(found, key=lambda code: (sort_key(lan()[code[:2]]), sort_key(names[code])))
    return [
        {
            "text": lan()[part],
            "kommuner": [
                {"text": names[code], "adress": f"kommuner/{code}/", "antal": swedish_number(found[code])}
                for code in codes
            ],
        }
        for part, codes in groupby(ordered, lambda code: code[:2])
    ]
