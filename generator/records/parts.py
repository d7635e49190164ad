"""The parts of a record, as an editor writes them. Private, like the record.

A title and a description on each field become the JSON Schema's help in the editor: plain Swedish.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.records.fields import (
    AnyLine,
    Date,
    Kronor,
    Line,
    Link,
    PermanentId,
    Text,
    WholeNumber,
    Year,
)
from generator.records.model import NARROWS, WordFrom, Written

Outcome = Literal["beviljad", "delvis beviljad", "avslag", "bordlagd", "återkallad"]
Body = Literal["styrelsen", "beredningsgruppen", "arbetsutskottet", "förbundschefen"]


class Span(Written):
    """A time with a start, an end, or both."""

    start: Date | None = Field(None, alias="start", description="Första år, månad eller dag.")
    end: Date | None = Field(
        None, alias="slut", description="Sista år, månad eller dag.", examples=["2027-12"]
    )


class Period(Span):
    """The planned time of the insats, as applied for."""

    last_intake: Date | None = Field(
        None,
        alias="sista_intag",
        description="Sista dagen då någon kan börja i insatsen.",
        examples=["2027-06"],
    )


class Decision(Written):
    """What somebody decided about the application. Only the styrelse's word counts."""

    outcome: Outcome = Field(alias="utfall", description="Vad som beslutades.")
    date: Date = Field(alias="datum", description="Dagen för beslutet.")
    body: Body = Field(alias="instans", description="Vem som beslutade. Bara styrelsens ord gäller.")
    paragraph: AnyLine | None = Field(
        None, alias="paragraf", description="Paragrafen i protokollet.", examples=["§ 34"]
    )
    amount: Kronor | None = Field(None, alias="belopp", description="Beviljat belopp i hela kronor.")
    concerns: Span | None = Field(
        None,
        alias="avser",
        description="Tiden som beslutet gäller.",
        examples=[{"start": "2025-09", "slut": "2027-12"}],
    )


class Publication(Written):
    """Whether and when the editors want the insats public."""

    state: Literal["publicera", "pausad", "återkallad"] = Field(
        alias="läge", description="publicera, pausad (dold för nu) eller återkallad (borttagen)."
    )
    start: Annotated[Date | None, NARROWS] = Field(
        None, alias="från", description="Första dagen som insatsen får synas."
    )
    end: Annotated[Date | None, NARROWS] = Field(
        None, alias="till", description="Sista dagen som insatsen får synas."
    )


class Secrecy(Written):
    """What secrecy (OSL) covers: `allt`, or paths of fields such as `beskrivning.bakgrund`."""

    covers: Literal["allt"] | Annotated[list[Annotated[Line, WordFrom("fält")]], Field(min_length=1)] = Field(
        alias="omfattar",
        description="allt, eller en lista med fält: [beskrivning.bakgrund, personer].",
        examples=[["beskrivning.bakgrund"], "allt"],
    )
    ground: Line = Field(
        alias="grund", description="Lagrummet, till exempel OSL 26 kap. 1 §.", examples=["OSL 26 kap. 1 §"]
    )


class Owner(Written):
    """The insatsägare: the organisation that applies, runs the insats and answers for it."""

    organisation: Line = Field(
        alias="organisation", description="Organisationens namn.", examples=["Hudiksvalls kommun"]
    )
    kind: Annotated[Line, WordFrom("parter")] | None = Field(
        None, alias="part", description="Ord ur begrepp/parter.yml: kommun, region …", examples=["kommun"]
    )
    unit: Line | None = Field(
        None, alias="enhet", description="Förvaltning, enhet eller arbetsställe.", examples=["Jobbcentrum"]
    )


class Party(Written):
    """A co-operating organisation."""

    organisation: Line = Field(
        alias="organisation", description="Organisationens namn.", examples=["Arbetsförmedlingen"]
    )
    kind: Annotated[Line, WordFrom("parter")] | None = Field(
        None,
        alias="part",
        description="Ord ur begrepp/parter.yml, om namnet inte är ordet självt.",
        examples=["region"],
    )
    unit: Line | None = Field(
        None, alias="enhet", description="Förvaltning eller enhet.", examples=["Vuxenpsykiatrin"]
    )
    role: Text | None = Field(
        None,
        alias="roll",
        description="Vad parten bidrar med, i ord.",
        examples=["Är med i det lokala resursteamet en gång i månaden."],
    )


class Ages(Written):
    """The ages that the insats is for, in whole years, both included."""

    start: WholeNumber | None = Field(None, alias="från", description="Lägsta ålder.", examples=[19])
    end: WholeNumber | None = Field(None, alias="till", description="Högsta ålder.", examples=[29])


class Participants(Written):
    """A planned number of participants. Never anything about a participant."""

    number: WholeNumber = Field(alias="antal", description="Antal deltagare.")
    basis: Literal["totalt", "samtidigt", "per år"] = Field(
        alias="avser", description="Om antalet är totalt, samtidigt eller per år."
    )
    note: Line | None = Field(
        None, alias="kommentar", description="Vilken del av insatsen det gäller.", examples=["Hela insatsen."]
    )


class Goal(Written):
    """What the insats promised, and what came of it."""

    kind: Literal[
        "mål",
        "övergripande mål",
        "verksamhetsmål",
        "resultatmål",
        "effektmål",
        "insatsmål",
        "processmål",
    ] = Field(alias="typ", description="Målets typ, som ansökan kallar det.", examples=["resultatmål"])
    text: Text = Field(
        alias="text",
        description="Målet i ord.",
        examples=["Deltagarna har kommit närmare arbete eller studier."],
    )
    target: AnyLine | None = Field(
        None, alias="måltal", description="Målets siffra, till exempel 90 %.", examples=["90 %"]
    )
    outcome: Text | None = Field(
        None,
        alias="utfall",
        description="Vad det blev. Skriv ej redovisat tills det är känt.",
        examples=["ej redovisat"],
    )


class Referral(Written):
    """How a person comes to the insats."""

    who: Text | None = Field(
        None, alias="vem", description="Vilka som kan hänvisa någon.", examples=["Handläggare hos parterna."]
    )
    conditions: Text | None = Field(
        None,
        alias="krav",
        description="Vad som krävs av den som hänvisas.",
        examples=["Personen vill själv delta."],
    )
    how: Text | None = Field(
        None,
        alias="hur",
        description="Hur det går till.",
        examples=["Handläggaren ringer och bokar ett första möte."],
    )
    contact: Line | None = Field(
        None,
        alias="kontakt",
        description="E-post eller telefon till en funktion, aldrig till en person.",
        examples=["jobbcentrum@kommun.example"],
    )


class Cost(Written):
    """One line of the budget that was applied for."""

    label: Line = Field(alias="post", description="Vad pengarna är till.", examples=["Lön till coach"])
    amount: Kronor = Field(alias="belopp", description="Hela kronor.")
    year: Year | None = Field(None, alias="år", description="Budgetår, om posten är per år.")


class Budget(Written):
    """What was applied for. Public only as the styrelse decided."""

    applied: Kronor | None = Field(None, alias="sökt", description="Sökt belopp i hela kronor.")
    own_funding: Kronor | None = Field(
        None, alias="egenfinansiering", description="Parternas egna pengar i hela kronor.", examples=[0]
    )
    per_year: dict[Year, Kronor] = Field(
        default_factory=dict,
        alias="per_år",
        description="Sökt belopp för varje år.",
        examples=[{"2025": 1600000, "2026": 1600000}],
    )
    costs: list[Cost] = Field(default_factory=list, alias="kostnader", description="Budgetens poster.")
    note: Text | None = Field(
        None,
        alias="kommentar",
        description="Det siffrorna inte säger själva.",
        examples=["Det första året är kortare än de andra."],
    )


class Document(Written):
    """A document about the insats."""

    title: Line = Field(alias="titel", description="Dokumentets namn.", examples=["Slutrapport"])
    kind: Line = Field(
        alias="typ",
        description="Till exempel slutrapport, utvärdering eller beslut.",
        examples=["slutrapport"],
    )
    link: Link | None = Field(None, alias="länk", description="Adressen, med https:// först.")
    date: Date | None = Field(None, alias="datum", description="När dokumentet blev klart.")


class Relation(Written):
    """How this insats stands to another."""

    kind: Literal["förlänger", "ersätter", "bygger på", "leder till"] = Field(
        alias="typ", description="Hur insatserna hänger ihop."
    )
    target: PermanentId = Field(
        alias="insats", description="Den andra insatsens id.", examples=["exempelbygden-2022-vagen-framat"]
    )
