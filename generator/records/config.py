"""What the editors write beside the records: förbund, vocabularies and the site itself."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.records.ends import EndText
from generator.records.fields import (
    Email,
    KommunCode,
    LanCode,
    Line,
    Link,
    PermanentId,
    Phone,
    SearchWord,
    Text,
    YesNo,
)
from generator.records.model import NARROWS, Written
from generator.records.persons import PersonField


class ForbundContact(Written):
    """Functional addresses only: never a person's."""

    web: Link | None = Field(None, alias="webb", description="Förbundets egen webbplats.")
    email: Email | None = Field(None, alias="e-post", description="Funktionsadress, t.ex. info@….")
    phone: Phone | None = Field(None, alias="telefon", description="Växel eller funktionsnummer.")
    postal: Text | None = Field(None, alias="postadress", description="Postadress.")


class ForbundConfig(Written):
    """One samordningsförbund."""

    id: PermanentId = Field(alias="id", description="Permanent id, samma som filens namn.")
    name: Line = Field(alias="namn", description="Förbundets namn.")
    lan: list[LanCode] = Field(default_factory=list, alias="län", description="Länens SCB-koder.")
    kommuner: list[KommunCode] = Field(
        default_factory=list, alias="kommuner", description="Medlemskommunernas SCB-koder."
    )
    contact: ForbundContact | None = Field(None, alias="kontakt", description="Funktionsadresser.")
    about: Text | None = Field(None, alias="om", description="En kort text om förbundet.")
    own_url: Link | None = Field(
        None, alias="egen_webb", description="Adressen där förbundet självt publicerar sina insatser."
    )
    replaced_by: PermanentId | None = Field(
        None,
        alias="ersatt_av",
        description="Förbundet som det här har gått upp i. Låt filen ligga kvar, så leder adressen rätt.",
    )


class TermEntry(Written):
    """One word of a vocabulary."""

    id: Line = Field(alias="id", description="Det som redaktörer skriver i en post.")
    label: Line = Field(alias="namn", description="Det som besökaren läser.")
    explanation: Text = Field(alias="förklaring", description="Vad ordet betyder, på klarspråk.")
    forms: list[Line] = Field(
        default_factory=list,
        alias="former",
        description="Hur ordet skrivs i löpande text, när det ska förklaras där.",
    )
    priority: YesNo = Field(False, alias="prioriterad", description="En av regeringens tre grupper.")
    never_public: Annotated[YesNo, NARROWS] = Field(
        False, alias="aldrig_offentlig", description="Roller vars personuppgifter aldrig publiceras."
    )


class VocabularyFile(Written):
    """One vocabulary: `begrepp/<name>.yml`."""

    name: Line = Field(alias="namn", description="Vad ordlistan heter.")
    note: Text | None = Field(None, alias="om", description="Varifrån orden kommer.")
    terms: list[TermEntry] = Field(alias="ord", description="Orden.")


class SearchGroup(Written):
    """Words that mean much the same to someone who searches."""

    words: list[SearchWord] = Field(
        alias="lika", description="Ord som betyder ungefär samma sak: med vart och ett hittas alla."
    )
    found_with: list[SearchWord] = Field(
        default_factory=list,
        alias="hittas_med",
        description="Ord som också ska leda hit, men som inte betyder samma sak.",
    )


class SearchWordsFile(Written):
    """The searchers' words: `begrepp/sokord.yml`."""

    name: Line = Field(alias="namn", description="Vad ordlistan heter.")
    note: Text | None = Field(None, alias="om", description="Varifrån orden kommer.")
    groups: list[SearchGroup] = Field(alias="grupper", description="Grupper av ord.")


class ContactEnd(Written):
    """When personal data stop if the terms say no other time. A consent can only end earlier."""

    longest: EndText = Field(alias="längst", description="Till exempel: 6 månader efter insatsens slut.")
    fields: list[PersonField] = Field(alias="fält", description="Vilka uppgifter det gäller.")


class SiteConfig(Written):
    """The site: `site.yml`."""

    name: Line = Field(alias="namn", description="Webbplatsens namn.")
    url: Link = Field(alias="adress", description="Webbplatsens adress, med / sist.")
    description: Line = Field(alias="beskrivning", description="En mening om webbplatsen.")
    publisher: Line = Field(alias="utgivare", description="Den som svarar för webbplatsen.")
    email: Email = Field(alias="e-post", description="Funktionsadress för frågor.")
    contact_end: ContactEnd = Field(alias="personuppgifter_upphör", description="Normal sluttid.")
    rules: list[Line] = Field(alias="regler", description="Grindens regler, som alla måste finnas.")
