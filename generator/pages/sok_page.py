"""The page at `/sok/`: a form that `theme/assets/sok.js` makes work, and the ways that need no script."""

from __future__ import annotations

from collections.abc import Iterable

from generator.indexes.interface import Index
from generator.pages.front_matter import Facts, Meta, page, present
from generator.pages.intake import INTAKE_LABELS
from generator.pages.lists import ways
from generator.pages.sok import FACETS, Facet, offered
from generator.pages.view import View
from generator.public.catalogue import Catalogue
from generator.words.kommuner import kommuner
from generator.words.small_words import SMALL_WORDS

TITLE = "Sök insatser"
_LONG_LIST = 8  # values: more are found by a field of their own


def _asked_for(facet: Facet, catalogue: Catalogue) -> dict[str, str]:
    """Values that a link or a form may ask for though no insats has them: the answer is then a named none."""
    if facet.name == "kommun":
        names = kommuner()
        codes = {code for forbund in catalogue.forbund.values() for code in forbund.kommuner}
        return {code: names[code] for code in codes if code in names}
    if facet.name == "malgrupp":
        return {term.slug: term.label for term in catalogue.target_groups}
    return {state.value: label for state, label in INTAKE_LABELS.items()} if facet.name == "intag" else {}


def _facet(facet: Facet, catalogue: Catalogue) -> Facts | None:
    """`{namn, rubrik, oppen?, soktext?, val: [{varde, text, antal}]}`, None without a choice."""
    values = offered(facet, catalogue.insatser, catalogue, _asked_for(facet, catalogue))
    if len(values) < 2:
        return None
    return present(
        namn=facet.name,
        rubrik=facet.title,
        oppen="ja" if facet.open else None,
        soktext=f"Hitta i listan: {facet.title.lower()}" if len(values) > _LONG_LIST and facet.long else None,
        val=values,
    )


def search_page(view: View, indexes: Iterable[Index]) -> str:
    """The page, drawn by `theme/sok.html`. Without any insats it has no form."""
    catalogue = view.catalogue
    facets: list[Meta] = []
    if catalogue.insatser:
        facets = [drawn for facet in FACETS if (drawn := _facet(facet, catalogue)) is not None]
    front = present(
        title=TITLE,
        description="Sök bland insatserna och välj plats, målgrupp, ålder och om det går att hänvisa nu.",
        template="sok.html",
        utan_huvudsok="ja",
        facetter=facets,
        smaord=" ".join(sorted(SMALL_WORDS)) if facets else None,
        vagar=ways(indexes, catalogue),
    )
    return page(front)
