"""Terms of publication: what the form version that the parties signed says."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.records.ends import EndText
from generator.records.fields import Line, PermanentId, Text
from generator.records.model import NARROWS, Written
from generator.records.persons import ChannelName, PersonField


class TermsSource(Written):
    """The clause itself, quoted."""

    heading: Line | None = Field(None, alias="rubrik", description="Blankettens namn och rubriken.")
    quote: Text | None = Field(None, alias="citat", description="Klausulen ord för ord.")


class PersonalDataClause(Written):
    """What the clause opens: these data of persons in these roles, in these channels."""

    roles: list[Line] = Field(alias="roller", min_length=1, description="Vilka roller det gäller.")
    fields: list[PersonField] = Field(alias="fält", min_length=1, description="Vilka uppgifter.")
    channels: list[ChannelName] = Field(alias="kanaler", min_length=1, description="I vilka kanaler.")
    ground: Line = Field(alias="grund", description="Den rättsliga grunden, i ord.")
    longest: Annotated[EndText | None, NARROWS] = Field(
        None, alias="längst", description="Hur länge, till exempel: 2 år efter budgetårets slut."
    )


class Terms(Written):
    """One form version's terms."""

    id: PermanentId = Field(alias="id", description="Permanent id, samma som filens namn.")
    forbund: PermanentId = Field(alias="förbund", description="Förbundet vars blankett det är.")
    name: Line = Field(alias="namn", description="Vad versionen heter.")
    source: TermsSource | None = Field(None, alias="källa", description="Varifrån villkoren kommer.")
    decided_per: Literal["insats", "kalenderår"] = Field(
        alias="beslut_per", description="Om styrelsen beslutar för hela insatsen eller år för år."
    )
    personal_data: list[PersonalDataClause] = Field(
        default_factory=list, alias="personuppgifter", description="Vad klausulen öppnar."
    )
    attribution: Text | None = Field(
        None, alias="erkännande", description="Meningen som alltid ska följa med, eller inget."
    )
