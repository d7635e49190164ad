"""The record: one insats as an editor writes it. Private; only the gate reads it for the public.

The keys are those of the förbund's forms. A title and a description on each field become the
JSON Schema's help in the editor, so they are plain Swedish.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.records.fields import (
    AnyLine,
    InsatsAddress,
    KommunCode,
    Line,
    PermanentId,
    Text,
    YesNo,
)
from generator.records.model import NARROWS, Written
from generator.records.parts import (
    Ages,
    Budget,
    Decision,
    Description,
    Document,
    Goal,
    Owner,
    Participants,
    Party,
    Period,
    Publication,
    Referral,
    Relation,
    Reviewed,
    Secrecy,
    Source,
)
from generator.records.persons import Person


class Record(Written):
    """One insats."""

    id: PermanentId = Field(alias="id", description="Permanent, ändras aldrig och återanvänds aldrig.")
    name: Line = Field(alias="namn", description="Insatsens namn.")
    other_names: list[Line] = Field(
        default_factory=list, alias="andra_namn", description="Andra namn som ansökan använder."
    )
    forbund: PermanentId = Field(alias="förbund", description="Samordningsförbundets id.")
    terms: PermanentId = Field(alias="villkor", description="Blankettens version som parterna skrev under.")
    kind: Literal["individinriktad", "strukturövergripande", "förstudie"] = Field(
        alias="inriktning", description="Vad för slags insats det är."
    )
    reference: AnyLine | None = Field(None, alias="diarienummer", description="Ärendets diarienummer.")
    decisions: list[Decision] = Field(default_factory=list, alias="beslut", description="Alla beslut.")
    publication: Publication | None = Field(
        None, alias="publicering", description="Utan den här nyckeln syns insatsen inte."
    )
    former_addresses: list[InsatsAddress] = Field(
        default_factory=list,
        alias="tidigare_adresser",
        description="Där sidan låg förut, om filen har bytt namn eller mapp: [uppsala/gammalt-namn]. "
        "De gamla adresserna leder då till den nya.",
    )
    secrecy: Annotated[list[Secrecy], NARROWS] = Field(
        default_factory=list, alias="sekretess", description="Det som sekretess omfattar."
    )
    period: Period | None = Field(None, alias="period", description="Planerad tid.")
    owner: Owner | None = Field(None, alias="insatsägare", description="Den som driver insatsen.")
    parties: list[Party] = Field(default_factory=list, alias="samverkansparter", description="Parterna.")
    kommuner: list[KommunCode] = Field(
        default_factory=list, alias="kommuner", description='SCB-koder som text: ["2184", "0305"].'
    )
    target_groups: list[Line] = Field(
        default_factory=list, alias="målgrupper", description="Ord ur begrepp/malgrupper.yml."
    )
    ages: Ages | None = Field(None, alias="ålder", description="Åldrar som insatsen är till för.")
    participants: list[Participants] = Field(
        default_factory=list, alias="deltagare", description="Planerat antal deltagare."
    )
    methods: list[Line] = Field(
        default_factory=list, alias="metoder", description="Ord ur begrepp/metoder.yml."
    )
    follow_up_systems: list[Line] = Field(
        default_factory=list,
        alias="uppföljningssystem",
        description="Ord ur begrepp/uppfoljningssystem.yml.",
    )
    summary: Text | None = Field(None, alias="sammanfattning", description="En kort text på klarspråk.")
    description: Description | None = Field(None, alias="beskrivning", description="Löpande text.")
    goals: list[Goal] = Field(default_factory=list, alias="mål", description="Insatsens mål.")
    referral: Referral | None = Field(None, alias="hänvisning", description="Hur man kommer till insatsen.")
    budget: Budget | None = Field(None, alias="budget", description="Det som ansökan avser.")
    persons: list[Person] = Field(default_factory=list, alias="personer", description="Personer i insatsen.")
    documents: list[Document] = Field(default_factory=list, alias="handlingar", description="Dokument.")
    relations: list[Relation] = Field(
        default_factory=list, alias="relationer", description="Kopplingar till andra insatser."
    )
    search_words: list[Line] = Field(
        default_factory=list, alias="sökord", description="Ord som besökare kan söka på."
    )
    example: Annotated[YesNo, NARROWS] = Field(
        False, alias="exempel", description="true om beslutet är ett exempel."
    )
    source: Source | None = Field(None, alias="källa", description="Varifrån uppgifterna kommer.")
    reviewed: list[Reviewed] = Field(
        default_factory=list,
        alias="granskade_rader",
        description="Rader som ser ut att nämna någon men inte gör det. Tystar varningar, aldrig fel.",
    )
