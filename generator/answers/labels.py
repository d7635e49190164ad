"""What the record's fields are called where people read about them."""

from __future__ import annotations

from functools import cache

from generator.records.description import Description

# Where the path's own words, one after another, do not say what the value is.
_PLAIN = {
    "beslut.instans": "Beslut: vem som beslutade",
    "beslut.avser.start": "Beslutad tid: start",
    "beslut.avser.slut": "Beslutad tid: slut",
    "period.start": "Planerad tid: start",
    "period.slut": "Planerad tid: slut",
    "period.sista_intag": "Sista intagsdag",
    "insatsägare.part": "Insatsägare: slag av part",
    "samverkansparter.part": "Samverkansparter: slag av part",
    "deltagare.avser": "Deltagare: hur antalet räknas",
    "budget.sökt": "Budget: sökt belopp",
    "budget.per_år": "Budget: belopp per år",
    "budget.kostnader.post": "Budgetens poster: namn",
    "budget.kostnader.belopp": "Budgetens poster: belopp",
    "budget.kostnader.år": "Budgetens poster: år",
    "relationer.typ": "Kopplingar till andra insatser: slag",
    "relationer.insats": "Kopplingar till andra insatser",
    "exempel": "Märkning som exempel",
}


@cache
def _titles() -> dict[str, str]:
    fields = Description.model_fields.items()
    return {f"beskrivning.{info.alias or name}": info.title or name for name, info in fields}


def label(field: str) -> str:
    """`hänvisning.krav` → `Hänvisning: krav`; a section of the description by its title on the page."""
    if field in _PLAIN:
        return _PLAIN[field]
    if field in _titles():
        return f"Avsnitt: {_titles()[field]}"
    words = ": ".join(field.replace("_", " ").split("."))
    return words[:1].upper() + words[1:]
