"""What in a record is for editors alone: where it comes from, and lines that somebody has looked at.

A title and a description on each field become the JSON Schema's help in the editor: plain Swedish.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema

from generator.records.fields import Date, Line, Text, refuse
from generator.records.model import WordFrom, Written


def _long_enough(text: str) -> str:
    if len(text) < 8:
        refuse("Radens början är för kort.", "Skriv minst åtta tecken, så att bara den raden kan menas.")
    return text


class Reviewed(Written):
    """A line that an editor has read and found to name nobody. Never published."""

    field: Annotated[Line, WordFrom("fält")] = Field(
        alias="fält", description="Fältet där raden står: beskrivning.metod.", examples=["beskrivning.metod"]
    )
    begins: Annotated[
        Line, AfterValidator(_long_enough), WithJsonSchema({"type": "string", "minLength": 8})
    ] = Field(
        alias="börjar",
        description="Radens första ord, minst åtta tecken, som de står.",
        examples=["Metoden bygger på Karlssons"],
    )
    reason: Line = Field(
        alias="skäl",
        description="Varför raden kan stå kvar.",
        examples=["Namnet är en forskares, ur en bok."],
    )


class Source(Written):
    """Where the record comes from. For editors, but for the document's name."""

    document: Line | None = Field(
        None,
        alias="dokument",
        description="Blankettens eller dokumentets namn.",
        examples=["Ansökan om samverkansmedel"],
    )
    date: Date | None = Field(None, alias="datum", description="Dokumentets datum.")
    remarks: list[Text] = Field(
        default_factory=list,
        alias="anmärkningar",
        description="Det i dokumentet som inte går ihop.",
        examples=[["Årsbeloppen ger inte den summa som står i ansökan."]],
    )
    doubts: list[Text] = Field(
        default_factory=list,
        alias="tveksamt",
        description="Det som inläsningen av ansökan var osäker på. Se efter, och ta bort raden.",
        examples=[["period.slut (stycke 24): Bara månaden står, inte dagen."]],
    )
    attachments: list[Line] = Field(
        default_factory=list,
        alias="bilagor",
        description="Bilagor som dokumentet nämner.",
        examples=[["Bilaga 1, budget"]],
    )
    unplaced: Text | None = Field(
        None,
        alias="oplacerat",
        description="Text som inte fick plats under någon nyckel.",
        examples=["En mening som inte passade under någon nyckel."],
    )
