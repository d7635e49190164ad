"""Persons in a record, their consents, and their five data by the name that terms and consents use."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field

from generator.records.ends import EndText
from generator.records.fields import Date, Email, Line, Phone
from generator.records.model import NARROWS, WordFrom, Written
from generator.words.channels import ChannelKind

PersonField = Literal["namn", "titel", "organisation", "e-post", "telefon"]
ChannelName = Literal["portal", "förbundswebb", "sociala-medier", "öppna-data"]
CHANNELS: dict[ChannelName, ChannelKind] = {
    "portal": ChannelKind.PORTAL,
    "förbundswebb": ChannelKind.FORBUNDSWEBB,
    "sociala-medier": ChannelKind.SOCIAL_MEDIA,
    "öppna-data": ChannelKind.OPEN_DATA,
}
FIELDS: tuple[PersonField, ...] = get_args(PersonField)


class Consent(Written):
    """A person's consent to publication: which data, where, from when and until when."""

    fields: list[PersonField] = Field(
        alias="gäller",
        min_length=1,
        description="Uppgifterna som personen samtycker till att visa.",
        examples=[["namn", "e-post"]],
    )
    channels: list[ChannelName] = Field(
        alias="kanaler",
        min_length=1,
        description="Kanalerna där uppgifterna får synas.",
        examples=[["portal"]],
    )
    start: Annotated[Date | None, NARROWS] = Field(
        None, alias="från", description="Första dagen som samtycket gäller."
    )
    end: Annotated[EndText | None, NARROWS] = Field(
        None, alias="till", description="Sista dagen, eller t.ex. 6 månader efter insatsens slut."
    )
    source: Line | None = Field(
        None, alias="källa", description="Var samtycket finns: mejl 2025-06-18.", examples=["mejl 2025-06-18"]
    )


class Person(Written):
    """Somebody in the insats. Withheld on every channel unless the gate opens a datum."""

    name: Line | None = Field(
        None, alias="namn", description="För- och efternamn.", examples=["Tova Lindeby"]
    )
    role: Annotated[Line, WordFrom("roller")] = Field(
        alias="roll",
        description="Personens roll i insatsen: ett ord ur begrepp/roller.yml.",
        examples=["kontaktperson"],
    )
    title: Line | None = Field(None, alias="titel", description="Yrkestitel.", examples=["Enhetschef"])
    organisation: Line | None = Field(
        None, alias="organisation", description="Personens organisation.", examples=["Hudiksvalls kommun"]
    )
    email: Email | None = Field(
        None, alias="e-post", description="E-postadress.", examples=["tova.lindeby@kommun.example"]
    )
    phone: Phone | None = Field(None, alias="telefon", description="Telefonnummer.")
    consents: list[Consent] = Field(
        default_factory=list,
        alias="samtycke",
        description="Givna samtycken.",
        examples=[
            [
                {
                    "gäller": ["namn", "e-post"],
                    "kanaler": ["portal"],
                    "från": "2025-06-20",
                    "källa": "mejl 2025-06-18",
                }
            ]
        ],
    )
    withdrawn: Annotated[Date | None, NARROWS] = Field(
        None, alias="återkallat", description="Dagen då personen tog tillbaka sitt samtycke."
    )
    objection: Annotated[Date | None, NARROWS] = Field(
        None, alias="invändning", description="Dagen då personen invände mot publicering."
    )
    secrecy: Annotated[Line | None, NARROWS] = Field(
        None,
        alias="sekretess",
        description="Paragrafen, om sekretess omfattar just den här personen.",
        examples=["OSL 26 kap. 1 §"],
    )


def datum(person: Person, field: PersonField) -> str | None:
    """The person's name, title, organisation, e-mail or phone; None when the record lacks it."""
    values: dict[PersonField, str | None] = {
        "namn": person.name,
        "titel": person.title,
        "organisation": person.organisation,
        "e-post": person.email,
        "telefon": person.phone,
    }
    return values[field]
