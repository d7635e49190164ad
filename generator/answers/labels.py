"""What the record's fields are called where people read about them."""

from __future__ import annotations

from functools import cache

from generator.records.record import Description


@cache
def _titles() -> dict[str, str]:
    fields = Description.model_fields.items()
    return {f"beskrivning.{info.alias or name}": info.title or name for name, info in fields}


def label(field: str) -> str:
    """`budget.per_år` → `Budget: per år`; a section of the description by its title on the page."""
    if field in _titles():
        return f"Avsnitt: {_titles()[field]}"
    words = ": ".join(field.replace("_", " ").split("."))
    return words[:1].upper() + words[1:]
