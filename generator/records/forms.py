"""The layout of a form's version: which heading leads to which key of a record. Data, never code."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, WithJsonSchema

from generator.records.description import Description
from generator.records.fields import Line, PermanentId, YesNo, refuse
from generator.records.model import Written
from generator.words.swedish import did_you_mean

# What is no part of a record, and is said to be left out.
FORM_TEXT, SIGNATURES, PARTICIPANTS = "blankettext", "underskrifter", "deltagares uppgifter"
LEFT_OUT = frozenset({FORM_TEXT, SIGNATURES, PARTICIPANTS})
TEXTS = frozenset(
    f"beskrivning.{field.alias}" for field in Description.model_fields.values() if field.alias is not None
)
TARGETS = frozenset(
    {
        "namn", "diarienummer", "period", "period.start", "period.slut", "period.sista_intag",
        "insatsägare", "samverkansparter", "deltagare", "mål", "budget", "budget.sökt", "personer",
        "källa.datum", "källa.bilagor", "källa.anmärkningar",
    }
    | TEXTS
    | LEFT_OUT
)  # fmt: skip


def _target(text: str) -> str:
    if text not in TARGETS:
        near = did_you_mean(text, TARGETS)
        refuse(
            "Dit går det inte att läsa in något.",
            f"Menade du {near}?" if near else "Nycklarna står i docs/handbok/importera.md.",
        )
    return text


Target = Annotated[Line, AfterValidator(_target), WithJsonSchema({"type": "string", "enum": sorted(TARGETS)})]
LabelKind = Literal[
    "organisation", "enhet", "kontaktperson", "e-post", "telefon", "resurs", "summa", "egenfinansiering"
]


class FormPart(Written):
    """One heading of the form, and where what stands below it goes."""

    headings: list[Line] = Field(
        alias="rubriker",
        min_length=1,
        description="Rubriken som den står i blanketten, och dess varianter.",
        examples=[["Bakgrund", "Bakgrund och behov"]],
    )
    target: Target = Field(alias="blir", description="Nyckeln i posten, eller vad som utelämnas.")
    on_line: YesNo = Field(
        False, alias="på_raden", description="true om svaret kan stå på rubrikens egen rad, utan kolon."
    )
    one_paragraph: YesNo = Field(
        False, alias="ett_stycke", description="true om svaret bara är ett stycke, som en dag eller ett namn."
    )
    keep_heading: YesNo = Field(
        False, alias="behåll_rubrik", description="true om rubriken ska stå i texten, i fet stil."
    )
    role: Line | None = Field(
        None,
        alias="roll",
        description="Rollen för personer som står uppräknade här. De flyttas ur texten.",
        examples=["styrgrupp"],
    )
    doubt: Line | None = Field(
        None,
        alias="tveksamt",
        description="Det som alltid är oklart med rubriken, i en mening.",
        examples=["Beloppet kan vara för ett år eller för hela tiden."],
    )


class FormLayout(Written):
    """One form version's layout: `formular/<terms>.yml`."""

    id: PermanentId = Field(alias="id", description="Villkorens id, samma som filens namn.")
    name: Line = Field(alias="namn", description="Vad blanketten heter.", examples=["Ansökan 2024"])
    kind: Literal["individinriktad", "strukturövergripande", "förstudie"] | None = Field(
        None, alias="inriktning", description="Om blanketten bara är till för en sorts insatser."
    )
    labels: dict[LabelKind, list[Line]] = Field(
        default_factory=dict,
        alias="etiketter",
        description="Ord före svaren inne i ett avsnitt: organisation, kontaktperson, e-post …",
        examples=[{"organisation": ["Organisation"], "e-post": ["E-post", "Mejl"]}],
    )
    own_text: list[Line] = Field(
        default_factory=list,
        alias="hjälptext",
        description="Hur blankettens egna stycken börjar. De är inget svar och utelämnas.",
        examples=[["Beskriv kortfattat"]],
    )
    parts: list[FormPart] = Field(
        alias="delar", min_length=1, description="Rubrikerna, i blankettens ordning."
    )
