"""What the editors write beside the records: förbund, vocabularies and the site itself."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.records.ends import EndText
from generator.records.fields import (
    Day,
    Email,
    KommunCode,
    LanCode,
    Line,
    Link,
    OrganisationNumber,
    PermanentId,
    Phone,
    SearchWord,
    Text,
    YesNo,
)
from generator.records.model import NARROWS, QUOTED, WordFrom, Written
from generator.records.persons import PersonField
from generator.records.settings_fields import Colour, Icon, Percent, Picture, Repository


class ForbundContact(Written):
    """Functional addresses only: never a person's."""

    web: Link | None = Field(None, alias="webb", description="Förbundets egen webbplats.")
    email: Email | None = Field(None, alias="e-post", description="Funktionsadress, t.ex. info@….")
    phone: Phone | None = Field(None, alias="telefon", description="Växel eller funktionsnummer.")
    postal: Text | None = Field(
        None, alias="postadress", description="Postadress.", examples=["Box 1, 123 45 Exempelby"]
    )


class Look(Written):
    """What makes the förbund's own web its own. The portal takes no notice of it."""

    logo: Picture | None = Field(
        None, alias="logotyp", description="Bild i content/medier, t.ex. medier/logotyp.png."
    )
    logo_text: Line | None = Field(
        None,
        alias="logotyp_text",
        description="Vad logotypen föreställer, för den som inte ser den.",
        examples=["Samordningsförbundet Exempelbygdens logotyp"],
    )
    icon: Icon | None = Field(
        None, alias="ikon", description="Bilden på webbläsarens flik, t.ex. medier/ikon.png. Kvadratisk png."
    )
    colour: Annotated[Colour | None, QUOTED] = Field(
        None, alias="färg", description="Förbundets färg på länkar och knappar, inom citattecken."
    )
    dark_colour: Annotated[Colour | None, QUOTED] = Field(
        None,
        alias="färg_mörk",
        description="Samma i mörkt läge. Utan den räknas en ljusare ut av färg.",
        examples=["#7fc4cc"],
    )


class ForbundConfig(Written):
    """One samordningsförbund."""

    id: PermanentId = Field(
        alias="id", description="Permanent id, samma som filens namn.", examples=["exempelbygden"]
    )
    name: Line = Field(
        alias="namn", description="Förbundets namn.", examples=["Samordningsförbundet Exempelbygden"]
    )
    lan: list[LanCode] = Field(default_factory=list, alias="län", description="Länens SCB-koder.")
    kommuner: list[KommunCode] = Field(
        default_factory=list, alias="kommuner", description="Medlemskommunernas SCB-koder."
    )
    contact: ForbundContact | None = Field(None, alias="kontakt", description="Funktionsadresser.")
    about: Text | None = Field(
        None,
        alias="om",
        description="En kort text om förbundet.",
        examples=["Här samarbetar två kommuner, regionen, Arbetsförmedlingen och Försäkringskassan."],
    )
    own_url: Link | None = Field(
        None, alias="egen_webb", description="Adressen där förbundet självt publicerar sina insatser."
    )
    organisation_number: OrganisationNumber | None = Field(
        None, alias="organisationsnummer", description="Förbundets organisationsnummer, till öppna data."
    )
    look: Look | None = Field(
        None, alias="utseende", description="Logotyp, ikon och färg på förbundets egen webb."
    )
    replaced_by: Annotated[PermanentId, WordFrom("forbund")] | None = Field(
        None,
        alias="ersatt_av",
        description="Förbundet som det här har gått upp i. Låt filen ligga kvar, så leder adressen rätt.",
        examples=["exempelbygden"],
    )


class TermEntry(Written):
    """One word of a vocabulary."""

    id: Line = Field(alias="id", description="Det som redaktörer skriver i en post.", examples=["ips"])
    label: Line = Field(
        alias="namn",
        description="Det som besökaren läser.",
        examples=["IPS (Individual Placement and Support)"],
    )
    explanation: Text = Field(
        alias="förklaring",
        description="Vad ordet betyder, på klarspråk.",
        examples=["Ett sätt att hjälpa personer med psykisk ohälsa till ett vanligt jobb."],
    )
    forms: list[Line] = Field(
        default_factory=list,
        alias="former",
        description="Hur ordet skrivs i löpande text, när det ska förklaras där.",
        examples=[["IPS"]],
    )
    priority: YesNo = Field(False, alias="prioriterad", description="En av regeringens tre grupper.")
    never_public: Annotated[YesNo, NARROWS] = Field(
        False, alias="aldrig_offentlig", description="Roller vars personuppgifter aldrig publiceras."
    )


class VocabularyFile(Written):
    """One vocabulary: `begrepp/<name>.yml`."""

    name: Line = Field(alias="namn", description="Vad ordlistan heter.", examples=["Metoder och arbetssätt"])
    note: Text | None = Field(
        None, alias="om", description="Varifrån orden kommer.", examples=["Orden är våra egna."]
    )
    terms: list[TermEntry] = Field(alias="ord", description="Orden.")


class SearchGroup(Written):
    """Words that mean much the same to someone who searches."""

    words: list[SearchWord] = Field(
        alias="lika",
        description="Ord som betyder ungefär samma sak: med vart och ett hittas alla.",
        examples=[["Försäkringskassan", "FK"]],
    )
    found_with: list[SearchWord] = Field(
        default_factory=list,
        alias="hittas_med",
        description="Ord som också ska leda hit, men som inte betyder samma sak.",
        examples=[["kassan"]],
    )


class SearchWordsFile(Written):
    """The searchers' words: `begrepp/sokord.yml`."""

    name: Line = Field(alias="namn", description="Vad ordlistan heter.", examples=["Sökord"])
    note: Text | None = Field(
        None,
        alias="om",
        description="Varifrån orden kommer.",
        examples=["Ord som besökare söker på, när texterna använder andra."],
    )
    groups: list[SearchGroup] = Field(alias="grupper", description="Grupper av ord.")


class ContactEnd(Written):
    """When personal data stop if the terms say no other time. A consent can only end earlier."""

    longest: EndText = Field(
        alias="längst",
        description="Till exempel: 6 månader efter insatsens slut.",
        examples=["6 månader efter insatsens slut"],
    )
    fields: list[PersonField] = Field(
        alias="fält", description="Vilka uppgifter det gäller.", examples=[["namn", "e-post", "telefon"]]
    )


class SecurityContact(Written):
    """Whom to tell of a security hole: what security.txt says (RFC 9116)."""

    contact: Email = Field(alias="e-post", description="Funktionsadress för den som hittar en brist.")
    expires: Day = Field(alias="till", description="Dagen då uppgiften ska ha setts över, högst ett år fram.")


class FormServer(Written):
    """A repository on a server: with it the form is a part of the portal, and saves there."""

    kind: Literal["github", "gitlab", "gitea"] = Field(alias="tjänst", description="Vilket slags server.")
    repository: Repository = Field(
        alias="kodförråd", description="Kodförrådets namn, till exempel forbundet/insatser."
    )
    branch: Line = Field(
        "main", alias="gren", description="Grenen som formuläret läser och sparar i.", examples=["main"]
    )
    address: Link | None = Field(
        None, alias="adress", description="Serverns adress, om den är er egen: https://git.exempel.example."
    )


class SiteConfig(Written):
    """The site: `site.yml`."""

    name: Line = Field(alias="namn", description="Webbplatsens namn.", examples=["Insatskatalogen"])
    url: Link = Field(alias="adress", description="Webbplatsens adress, med / sist.")
    description: Line = Field(
        alias="beskrivning",
        description="En mening om webbplatsen.",
        examples=["Insatser som samordningsförbund har beviljat medel till."],
    )
    publisher: Line = Field(
        alias="utgivare",
        description="Den som svarar för webbplatsen.",
        examples=["Samordningsförbundet Exempelbygden"],
    )
    email: Email = Field(alias="e-post", description="Funktionsadress för frågor.")
    organisation_number: OrganisationNumber | None = Field(
        None, alias="organisationsnummer", description="Utgivarens organisationsnummer, till öppna data."
    )
    licence: Literal["cc-by", "cc0"] = Field(
        "cc-by", alias="licens", description="Licensen för öppna data: cc-by eller cc0."
    )
    security: SecurityContact | None = Field(
        None, alias="säkerhet", description="Vem man berättar för om en säkerhetsbrist."
    )
    form: FormServer | None = Field(
        None,
        alias="formulär",
        description="Servern som formuläret sparar på. Utan den finns det inte på webben.",
    )
    contact_end: ContactEnd = Field(alias="personuppgifter_upphör", description="Normal sluttid.")
    least_share: Percent = Field(
        80,
        alias="minst_andel",
        description="Så många procent av förra gångens insatser ska finnas kvar, annars stannar bygget.",
    )
    handbook: Link | None = Field(
        None, alias="handbok", description="Adressen till mappen med handboken, dit meddelandena länkar."
    )
    rules: list[Line] = Field(
        alias="regler", description="Grindens regler, som alla måste finnas.", examples=[["aldrig", "beslut"]]
    )
