"""The public form as data: each field once, with its words, its JSON Schema and where its value comes from.

The keys are those that editors write. JSON, the JSON Schema and the data dictionary are all made from here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from generator.exports.interface import Json, Release, given
from generator.exports.shapes import (
    ADDRESS,
    DATE,
    KRONOR,
    PARTY,
    PERIOD,
    TERM,
    TEXT,
    WHOLE,
    YES_NO,
    Schema,
    many,
    parts,
)
from generator.exports.values import (
    budget_value,
    changed_value,
    date_text,
    decision_value,
    forbund_value,
    intake_value,
    party_value,
    period_value,
    person_value,
    referral_value,
    sections_value,
    term_value,
)
from generator.pages.intake import INTAKE_LABELS
from generator.pages.words import EXAMPLE_SHORT
from generator.public.insats import PublicInsats
from generator.words.kommuner import kommuner

Value: TypeAlias = "Callable[[PublicInsats, Release], Json | None]"


@dataclass(frozen=True)
class Field:
    """One key of an insats. `text` explains it in Swedish; `always` when every insats has it."""

    key: str
    text: str
    schema: Schema
    value: Value
    always: bool = False


FIELDS = (
    Field("id", "Permanent id. Det ändras aldrig och används aldrig om.", TEXT, lambda i, _: i.id, True),
    Field(
        "adress",
        "Insatsens sida.",
        ADDRESS,
        lambda i, r: r.url(i.address),
        True,
    ),
    Field("namn", "Insatsens namn.", TEXT, lambda i, _: i.name, True),
    Field("andra_namn", "Andra namn på samma insats.", many(TEXT), lambda i, _: list(i.other_names)),
    Field(
        "upplysning",
        "Det som måste sägas tillsammans med insatsen: om beslutet bara är ett exempel står det här.",
        TEXT,
        lambda i, _: EXAMPLE_SHORT if i.example else None,
    ),
    Field(
        "erkännande",
        "En mening som villkoren kräver. Den ska följa med överallt där uppgifterna om insatsen sprids.",
        TEXT,
        lambda i, _: i.attribution,
    ),
    Field(
        "exempel", "true när beslutet är ett exempel och inte verkligt.", YES_NO, lambda i, _: i.example, True
    ),
    Field(
        "förbund",
        "Samordningsförbundet som betalar.",
        parts(("id",), id=TEXT, namn=TEXT),
        forbund_value,
        True,
    ),
    Field("villkor", "Den version av ansökningsblanketten som gäller.", TEXT, lambda i, _: i.terms, True),
    Field(
        "inriktning", "Vilket slags insats det är.", TERM, lambda i, _: term_value(i.kind) if i.kind else None
    ),
    Field("diarienummer", "Förbundets nummer på ärendet.", TEXT, lambda i, _: i.reference),
    Field(
        "status",
        "Om insatsen har börjat eller slutat på dagen som filen gäller.",
        {"enum": ["kommande", "pågående", "avslutad"]},
        lambda i, _: i.status,
    ),
    Field(
        "intag",
        "Om insatsen tar emot nya på dagen som filen gäller.",
        parts(("läge", "svar"), läge={"enum": list(INTAKE_LABELS.values())}, sista_dag=DATE, svar=TEXT),
        intake_value,
        True,
    ),
    Field("period", "Den beslutade tiden.", PERIOD, lambda i, _: period_value(i.period)),
    Field(
        "beslut",
        "Förbundsstyrelsens beslut om pengar, som gäller på dagen som filen gäller.",
        many(
            parts(
                ("utfall", "instans"),
                utfall={"enum": ["beviljad", "delvis beviljad"]},
                datum=DATE,
                instans=TEXT,
                paragraf=TEXT,
                belopp=KRONOR,
                avser=PERIOD,
            )
        ),
        lambda i, _: [decision_value(one) for one in i.decisions],
    ),
    Field("beviljat", "Allt som är beviljat, när det är känt.", KRONOR, lambda i, _: i.granted_total),
    Field(
        "beviljat_per_år",
        "Beviljat för varje år. Ett år utan belopp är beslutat, men beloppet är inte känt.",
        many(parts(("år",), år=WHOLE, belopp=KRONOR)),
        lambda i, _: [given({"år": year, "belopp": kr}) for year, kr in i.granted_per_year],
    ),
    Field(
        "budget",
        "Budgeten i ansökan. Den visas bara när hela den sökta summan beviljades.",
        parts(
            (),
            sökt=KRONOR,
            egenfinansiering=KRONOR,
            per_år=many(parts(("år", "belopp"), år=WHOLE, belopp=KRONOR)),
            kostnader=many(parts(("post", "belopp"), post=TEXT, belopp=KRONOR, år=WHOLE)),
            anmärkning=TEXT,
        ),
        budget_value,
    ),
    Field(
        "insatsägare",
        "Den organisation som driver insatsen och svarar för den.",
        PARTY,
        lambda i, _: party_value(i.owner) if i.owner else None,
    ),
    Field(
        "samverkansparter",
        "De som samarbetar i insatsen.",
        many(PARTY),
        lambda i, _: [party_value(one) for one in i.parties],
    ),
    Field(
        "kommuner",
        "Kommunerna, med SCB:s kod. Koden är text: nollan först hör till den.",
        many(parts(("kod", "namn"), kod={"type": "string", "pattern": r"^\d{4}$"}, namn=TEXT)),
        lambda i, _: [{"kod": code, "namn": kommuner()[code]} for code in i.kommuner if code in kommuner()],
    ),
    Field(
        "målgrupper",
        "Vilka insatsen är till för. Orden är registrets egen ordlista, ingen officiell indelning.",
        many(TERM),
        lambda i, _: [term_value(term) for term in i.target_groups],
    ),
    Field(
        "ålder",
        "Åldern på dem som insatsen är till för.",
        parts((), från=WHOLE, till=WHOLE),
        lambda i, _: given({"från": i.age_from, "till": i.age_to}),
    ),
    Field(
        "deltagare",
        "Hur många som kan delta. Antal under 15 säger lite om andra.",
        many(
            parts(
                ("antal", "avser"),
                antal=WHOLE,
                avser={"enum": ["totalt", "samtidigt", "per år"]},
                anmärkning=TEXT,
            )
        ),
        lambda i, _: [
            given({"antal": one.number, "avser": one.basis, "anmärkning": one.note}) for one in i.participants
        ],
    ),
    Field(
        "metoder", "Bestämda arbetssätt.", many(TERM), lambda i, _: [term_value(term) for term in i.methods]
    ),
    Field(
        "uppföljningssystem",
        "Var resultaten samlas.",
        many(TERM),
        lambda i, _: [term_value(term) for term in i.follow_up_systems],
    ),
    Field("sammanfattning", "Insatsen i korthet.", TEXT, lambda i, _: i.summary),
    Field(
        "beskrivning",
        "Löpande text ur ansökan, under den nyckel som den har i registret.",
        {"type": "object", "additionalProperties": TEXT, "minProperties": 1},
        sections_value,
    ),
    Field(
        "mål",
        "Det som lovades och det som det blev. Utan utfall är resultatet inte redovisat.",
        many(parts(("typ", "text"), typ=TEXT, text=TEXT, måltal=TEXT, utfall=TEXT)),
        lambda i, _: [
            given({"typ": one.kind, "text": one.text, "måltal": one.target, "utfall": one.outcome})
            for one in i.goals
        ],
    ),
    Field(
        "hänvisning",
        "Hur man kommer till insatsen. Kontakten är en funktionsadress.",
        parts((), vem=TEXT, krav=TEXT, hur=TEXT, kontakt=TEXT),
        referral_value,
    ),
    Field(
        "personer",
        "Bara de som själva har samtyckt till att finnas i öppna data.",
        many(
            parts(
                ("roll",),
                roll=TEXT,
                namn=TEXT,
                titel=TEXT,
                organisation=TEXT,
                **{"e-post": TEXT, "telefon": TEXT},
            )
        ),
        lambda i, _: [person_value(one) for one in i.persons],
    ),
    Field(
        "handlingar",
        "Publicerade dokument.",
        many(parts(("titel", "typ"), titel=TEXT, typ=TEXT, länk=ADDRESS, datum=DATE)),
        lambda i, _: [
            given({"titel": one.title, "typ": one.kind, "länk": one.link, "datum": date_text(one.date)})
            for one in i.documents
        ],
    ),
    Field(
        "relationer",
        "Kopplingar till andra insatser i filen.",
        many(
            parts(
                ("typ", "insats"),
                typ={"enum": ["förlänger", "ersätter", "bygger på", "leder till"]},
                insats=TEXT,
            )
        ),
        lambda i, r: [
            {"typ": one.kind, "insats": one.target} for one in i.relations if one.target in r.view.insatser
        ],
    ),
    Field("källa", "Dokumentet som uppgifterna kommer från.", TEXT, lambda i, _: i.source_document),
    Field("senast_ändrad", "Dagen då insatsens uppgifter senast ändrades.", DATE, changed_value),
)


def insats_data(insats: PublicInsats, release: Release) -> dict[str, Json]:
    """One insats as the JSON Schema says it."""
    return given({field.key: field.value(insats, release) for field in FIELDS})
