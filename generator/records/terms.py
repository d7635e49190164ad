"""Terms of publication: what the form version that the parties signed says."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.records.ends import EndText
from generator.records.fields import Line, PermanentId, Text
from generator.records.model import NARROWS, WordFrom, Written
from generator.records.persons import ChannelName, PersonField


class TermsSource(Written):
    """The clause itself, quoted."""

    heading: Line | None = Field(
        None,
        alias="rubrik",
        description="Blankettens namn och rubriken.",
        examples=["Ansökan om samverkansmedel: Kommunikation"],
    )
    quote: Text | None = Field(
        None,
        alias="citat",
        description="Klausulen ord för ord.",
        examples=["Om stöd beviljas kan kontaktpersonens namn publiceras på förbundets webbsida."],
    )


class PersonalDataClause(Written):
    """What the clause opens: these data of persons in these roles, in these channels."""

    roles: list[Annotated[Line, WordFrom("roller")]] = Field(
        alias="roller", min_length=1, description="Vilka roller det gäller.", examples=[["kontaktperson"]]
    )
    fields: list[PersonField] = Field(
        alias="fält", min_length=1, description="Vilka uppgifter.", examples=[["namn", "e-post"]]
    )
    channels: list[ChannelName] = Field(
        alias="kanaler", min_length=1, description="I vilka kanaler.", examples=[["förbundswebb"]]
    )
    ground: Line = Field(
        alias="grund",
        description="Den rättsliga grunden, i ord.",
        examples=["Blankettens villkor om publicering."],
    )
    longest: Annotated[EndText | None, NARROWS] = Field(
        None, alias="längst", description="Hur länge, till exempel: 2 år efter budgetårets slut."
    )


class Terms(Written):
    """One form version's terms."""

    id: PermanentId = Field(
        alias="id", description="Permanent id, samma som filens namn.", examples=["exempelbygden-2024"]
    )
    forbund: Annotated[PermanentId, WordFrom("forbund")] = Field(
        alias="förbund", description="Förbundet vars blankett det är.", examples=["exempelbygden"]
    )
    name: Line = Field(
        alias="namn",
        description="Vad versionen heter.",
        examples=["Exempelbygden, ansökan om samverkansmedel 2024"],
    )
    source: TermsSource | None = Field(None, alias="källa", description="Varifrån villkoren kommer.")
    decided_per: Literal["insats", "kalenderår"] = Field(
        alias="beslut_per", description="Om styrelsen beslutar för hela insatsen eller år för år."
    )
    personal_data: list[PersonalDataClause] = Field(
        default_factory=list, alias="personuppgifter", description="Vad klausulen öppnar."
    )
    attribution: Text | None = Field(
        None,
        alias="erkännande",
        description="Meningen som alltid ska följa med, eller inget.",
        examples=["Insatsen finansieras av Samordningsförbundet Exempelbygden."],
    )
