"""The catalogue as pages look at it: found by id, with relations in both directions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.pages.front_matter import Facts
from generator.pages.glossary import Glossary, glossary
from generator.pages.intake import Intake, intake
from generator.pages.kort import kort
from generator.pages.words import relation
from generator.public.catalogue import Catalogue
from generator.public.insats import PublicInsats

Related = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class View:
    """`insatser`, `cards` and `intakes` (on the build's date) by id.

    `related` maps an id to (what the relation is called there, the other's id).
    """

    catalogue: Catalogue
    insatser: Mapping[str, PublicInsats]
    cards: Mapping[str, Facts]
    intakes: Mapping[str, Intake]
    related: Mapping[str, Related]
    glossary: Glossary


def view(catalogue: Catalogue) -> View:
    """Looks at each insats once. A relation to an insats that is not public is dropped."""
    intakes = {insats.id: intake(insats, catalogue.day) for insats in catalogue.insatser}
    cards = {insats.id: kort(insats, catalogue, intakes[insats.id]) for insats in catalogue.insatser}
    related: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for insats in catalogue.insatser:
        for link in insats.relations:
            if link.target in cards and link.target != insats.id:
                related[insats.id].append((relation(link.kind), link.target))
                related[link.target].append((relation(link.kind, reverse=True), insats.id))
    return View(
        catalogue=catalogue,
        insatser={insats.id: insats for insats in catalogue.insatser},
        cards=cards,
        intakes=intakes,
        related={key: tuple(dict.fromkeys(links)) for key, links in related.items()},
        glossary=glossary(catalogue),
    )
