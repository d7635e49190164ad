"""The scalars that only settings have: a look, a server, a share."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from generator.records.fields import Line, WholeNumber, refuse

# The name stands in an address: what else a file may be called is for other files.
_PICTURE = re.compile(r"medier/[\w./-]+\.(?:png|webp|jpe?g|avif)", re.ASCII | re.IGNORECASE)


def _repository(text: str) -> str:
    if re.fullmatch(r"[\w.-]+(?:/[\w.-]+)+", text, re.ASCII) is None:
        refuse("Det här är inget kodförråd.", "Skriv ägare och namn, till exempel forbundet/insatser.")
    return text


def _colour(text: str) -> str:
    if re.fullmatch(r"#[0-9a-fA-F]{6}", text) is None:
        refuse(
            "Färgen går inte att läsa.",
            'Skriv # och sex tecken 0–9, a–f inom citattecken, till exempel "#0b5563".',
        )
    return text.lower()


def _picture(text: str) -> str:
    if _PICTURE.fullmatch(text) is None or ".." in text:
        refuse(
            "Det här är ingen bild i mappen medier.",
            "Skriv till exempel medier/logotyp.png. Bilden ska vara png, webp, jpg eller avif, och namnet "
            "får innehålla a–z, 0–9, bindestreck och punkt.",
        )
    return text


def _icon(text: str) -> str:
    # Of the kinds that a picture may be, this is the one that every browser shows on its tab.
    if not text.lower().endswith(".png"):
        refuse("Ikonen är ingen png-bild.", "Spara den som png, och skriv till exempel medier/ikon.png.")
    return text


def _percent(share: int) -> int:
    if share > 100:
        refuse("Andelen är större än 100 procent.", "Skriv ett tal från 0 till 100.")
    return share


Percent = Annotated[
    WholeNumber,
    AfterValidator(_percent),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 100, "examples": [80]}),
]
Repository = Annotated[
    Line,
    AfterValidator(_repository),
    WithJsonSchema({"type": "string", "pattern": r"^[\w.-]+(/[\w.-]+)+$", "examples": ["register/insatser"]}),
]
Colour = Annotated[
    Line,
    AfterValidator(_colour),
    WithJsonSchema({"type": "string", "pattern": "^#[0-9a-fA-F]{6}$", "examples": ["#0b5563"]}),
]
Picture = Annotated[
    Line,
    AfterValidator(_picture),
    WithJsonSchema({"type": "string", "pattern": "^medier/.+", "examples": ["medier/logotyp.png"]}),
]
Icon = Annotated[
    Line,
    AfterValidator(_picture),
    AfterValidator(_icon),
    WithJsonSchema({"type": "string", "pattern": r"^medier/.+\.png$", "examples": ["medier/ikon.png"]}),
]
