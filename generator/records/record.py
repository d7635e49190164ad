"""The record: one insats as an editor writes it. Private; only the gate reads it for the public.

The keys are those of the förbund's forms. A title and a description on each field become the
JSON Schema's help in the editor, so they are plain Swedish.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.records.description import Description
from generator.records.fields import (
    AnyLine,
    InsatsAddress,
    KommunCode,
    Line,
    PermanentId,
    Text,
    YesNo,
)
from generator.records.for_editors import Reviewed, Source
from generator.records.model import CODE, NARROWS, WordFrom, Written
from generator.records.parts import (
    Ages,
    Budget,
    Decision,
    Document,
    Goal,
    Owner,
    Participants,
    Party,
    Period,
    Publication,
    Referral,
    Relation,
    Secrecy,
)
from generator.records.persons import Person


class Record(Written):
    """One insats."""

    id: PermanentId = Field(
        alias="id", description="Insatsens id. Det ändras aldrig och används aldrig igen till något annat."
    )
    name: Line = Field(alias="namn", description="Insatsens namn.", examples=["Vägen vidare"])
    other_names: list[Line] = Field(
        default_factory=list,
        alias="andra_namn",
        description="Andra namn som ansökan använder.",
        examples=[["Vägen vidare, steg 2"]],
    )
    forbund: Annotated[PermanentId, WordFrom("forbund")] = Field(
        alias="förbund", description="Samordningsförbundets id.", examples=["exempelbygden"]
    )
    terms: Annotated[PermanentId, WordFrom("villkor")] = Field(
        alias="villkor",
        description="Blankettens version som parterna skrev under.",
        examples=["exempelbygden-2024"],
    )
    kind: Annotated[
        Literal["individinriktad", "strukturövergripande", "förstudie"], WordFrom("inriktningar")
    ] = Field(alias="inriktning", description="Vad för slags insats det är.")
    reference: Annotated[AnyLine, CODE] | None = Field(
        None, alias="diarienummer", description="Ärendets diarienummer.", examples=["2025/17"]
    )
    decisions: list[Decision] = Field(
        default_factory=list,
        alias="beslut",
        description="Alla beslut om insatsen. Bara det som styrelsen har beviljat gör insatsen offentlig.",
        examples=[
            [
                {
                    "utfall": "beviljad",
                    "datum": "2025-06-12",
                    "instans": "styrelsen",
                    "paragraf": "§ 34",
                    "belopp": 3200000,
                    "avser": {"start": "2025-09", "slut": "2027-12"},
                }
            ]
        ],
    )
    publication: Publication | None = Field(
        None,
        alias="publicering",
        description="Om och när insatsen får synas. Utan den här nyckeln syns den inte.",
        examples=[{"läge": "publicera", "från": "2025-06-20"}],
    )
    former_addresses: list[InsatsAddress] = Field(
        default_factory=list,
        alias="tidigare_adresser",
        description="Där sidan låg förut, om filen har bytt namn eller mapp: [uppsala/gammalt-namn]. "
        "De gamla adresserna leder då till den nya.",
        examples=[["uppsala/gammalt-namn"]],
    )
    secrecy: Annotated[list[Secrecy], NARROWS] = Field(
        default_factory=list, alias="sekretess", description="Det som sekretess omfattar."
    )
    period: Period | None = Field(
        None,
        alias="period",
        description="Tiden som ansökan gäller.",
        examples=[{"start": "2025-09", "slut": "2027-12", "sista_intag": "2027-06"}],
    )
    owner: Owner | None = Field(
        None,
        alias="insatsägare",
        description="Den som driver insatsen.",
        examples=[{"organisation": "Hudiksvalls kommun", "part": "kommun", "enhet": "Jobbcentrum"}],
    )
    parties: list[Party] = Field(
        default_factory=list,
        alias="samverkansparter",
        description="Organisationerna som samarbetar i insatsen.",
        examples=[
            [
                {
                    "organisation": "Arbetsförmedlingen",
                    "roll": "Är med i det lokala resursteamet en gång i månaden.",
                }
            ]
        ],
    )
    kommuner: list[KommunCode] = Field(
        default_factory=list,
        alias="kommuner",
        description='SCB-koder inom citattecken, så att nollan först finns kvar: "0305".',
        examples=[["2184", "0305"]],
    )
    target_groups: list[Annotated[Line, WordFrom("malgrupper")]] = Field(
        default_factory=list,
        alias="målgrupper",
        description="Vilka insatsen är till för. Ord ur begrepp/malgrupper.yml.",
        examples=[["unga-med-aktivitetsersättning"]],
    )
    ages: Ages | None = Field(None, alias="ålder", description="Åldrar som insatsen är till för.")
    participants: list[Participants] = Field(
        default_factory=list,
        alias="deltagare",
        description="Planerat antal deltagare.",
        examples=[[{"antal": 40, "avser": "samtidigt"}]],
    )
    methods: list[Annotated[Line, WordFrom("metoder")]] = Field(
        default_factory=list,
        alias="metoder",
        description="Hur insatsen arbetar. Ord ur begrepp/metoder.yml.",
        examples=[["ips"]],
    )
    follow_up_systems: list[Annotated[Line, WordFrom("uppfoljningssystem")]] = Field(
        default_factory=list,
        alias="uppföljningssystem",
        description="Hur insatsen följs upp. Ord ur begrepp/uppfoljningssystem.yml.",
        examples=[["sus"]],
    )
    summary: Text | None = Field(
        None,
        alias="sammanfattning",
        description="En kort text på klarspråk. Den står först på sidan och i listor.",
        examples=["En kort text på klarspråk om vad insatsen är och vem den är till för."],
    )
    description: Description | None = Field(
        None,
        alias="beskrivning",
        description="Löpande text med stycken, listor, **fet stil** och länkar. Skriv roller, inga namn.",
    )
    goals: list[Goal] = Field(
        default_factory=list,
        alias="mål",
        description="Insatsens mål.",
        examples=[
            [
                {
                    "typ": "resultatmål",
                    "text": "Deltagarna har kommit närmare arbete eller studier.",
                    "måltal": "90 %",
                    "utfall": "ej redovisat",
                }
            ]
        ],
    )
    referral: Referral | None = Field(None, alias="hänvisning", description="Hur man kommer till insatsen.")
    budget: Budget | None = Field(
        None,
        alias="budget",
        description="Det som ansökan avser.",
        examples=[{"sökt": 3200000, "egenfinansiering": 0, "per_år": {"2025": 1600000, "2026": 1600000}}],
    )
    persons: list[Person] = Field(
        default_factory=list,
        alias="personer",
        description="Personer i insatsen. De visas bara om villkoren eller deras eget samtycke tillåter det.",
        examples=[
            [
                {
                    "namn": "Tova Lindeby",
                    "roll": "kontaktperson",
                    "e-post": "tova.lindeby@kommun.example",
                    "samtycke": [
                        {
                            "gäller": ["namn", "e-post"],
                            "kanaler": ["portal"],
                            "från": "2025-06-20",
                            "källa": "mejl 2025-06-18",
                        }
                    ],
                }
            ]
        ],
    )
    documents: list[Document] = Field(
        default_factory=list,
        alias="handlingar",
        description="Dokument om insatsen, till exempel en slutrapport.",
        examples=[
            [
                {
                    "titel": "Slutrapport",
                    "typ": "slutrapport",
                    "länk": "https://exempelbygden.example/slutrapport.pdf",
                }
            ]
        ],
    )
    relations: list[Relation] = Field(
        default_factory=list, alias="relationer", description="Kopplingar till andra insatser."
    )
    search_words: list[Line] = Field(
        default_factory=list,
        alias="sökord",
        description="Ord som besökare kan söka på.",
        examples=[["arbetsträning"]],
    )
    example: Annotated[YesNo, NARROWS] = Field(
        False, alias="exempel", description="Ja (true) om beslutet är ett exempel och inget riktigt."
    )
    source: Source | None = Field(
        None,
        alias="källa",
        description="Varifrån uppgifterna kommer.",
        examples=[{"dokument": "Ansökan om samverkansmedel", "datum": "2025-03-31"}],
    )
    reviewed: list[Reviewed] = Field(
        default_factory=list,
        alias="granskade_rader",
        description="Rader som ser ut att nämna någon men inte gör det. Tystar varningar, aldrig fel.",
    )
