"""The running text of a record: a key for each of the headings that the förbund's forms have."""

from __future__ import annotations

from pydantic import Field

from generator.records.fields import Text
from generator.records.model import Written


class Description(Written):
    """The running text: plain paragraphs, `- ` lists, **bold** and [links](https://…)."""

    background: Text | None = Field(
        None,
        alias="bakgrund",
        title="Bakgrund och behov",
        description="Varför insatsen behövs, och vad parterna har sett.",
        examples=["Många unga i kommunen saknar arbete och får stöd från flera håll samtidigt."],
    )
    purpose: Text | None = Field(
        None,
        alias="syfte",
        title="Syfte",
        description="Vad insatsen ska leda till.",
        examples=["Fler unga ska komma närmare arbete eller studier."],
    )
    goals: Text | None = Field(
        None,
        alias="mål",
        title="Om målen",
        description="Text om målen. Själva målen skrivs under nyckeln mål.",
        examples=["Målen följs upp varje halvår."],
    )
    target_group: Text | None = Field(
        None,
        alias="målgrupp",
        title="Vem insatsen är till för",
        description="Vilka som får hjälp, och vad som utmärker dem.",
        examples=["Unga mellan 19 och 29 år som behöver stöd från flera parter."],
    )
    method: Text | None = Field(
        None,
        alias="metod",
        title="Så arbetar insatsen",
        description="Hur arbetet går till.",
        examples=["Varje deltagare får en egen coach och en plan."],
    )
    activities: Text | None = Field(
        None,
        alias="aktiviteter",
        title="Aktiviteter",
        description="Vad deltagarna eller personalen gör.",
        examples=["Studiebesök, gruppträffar och praktik."],
    )
    cooperation: Text | None = Field(
        None,
        alias="samverkan",
        title="Samverkan mellan parterna",
        description="Hur parterna arbetar ihop.",
        examples=["Parterna träffas varannan vecka och planerar tillsammans."],
    )
    organisation: Text | None = Field(
        None,
        alias="organisation",
        title="Organisation och styrning",
        description="Hur insatsen är ordnad och vem som styr. Skriv roller, inga namn.",
        examples=["En styrgrupp med chefer från parterna följer arbetet."],
    )
    resources: Text | None = Field(
        None,
        alias="resurser",
        title="Bemanning och resurser",
        description="Personal, lokaler och annat som insatsen har. Skriv roller, inga namn.",
        examples=["Två coacher på heltid."],
    )
    connection: Text | None = Field(
        None,
        alias="koppling",
        title="Koppling till annan verksamhet",
        description="Hur insatsen hänger ihop med andra insatser och med parternas vanliga arbete.",
        examples=["Insatsen bygger vidare på en förstudie."],
    )
    timetable: Text | None = Field(
        None,
        alias="tidplan",
        title="Tidplan",
        description="När de olika delarna görs.",
        examples=["Den första gruppen börjar i september."],
    )
    follow_up: Text | None = Field(
        None,
        alias="uppföljning",
        title="Uppföljning och utvärdering",
        description="Hur ni ser om insatsen fungerar.",
        examples=["Resultaten följs upp två gånger om året."],
    )
    other_results: Text | None = Field(
        None,
        alias="övriga_resultat",
        title="Övriga resultat",
        description="Resultat som inte svarar mot något mål.",
        examples=["Samarbetet mellan parterna har blivit bättre."],
    )
    implementation: Text | None = Field(
        None,
        alias="implementering",
        title="Vad som händer efteråt",
        description="Vad som händer när insatsen är slut.",
        examples=["Kommunen fortsätter med arbetssättet efter insatsen."],
    )
    dissemination: Text | None = Field(
        None,
        alias="spridning",
        title="Så sprids erfarenheterna",
        description="Hur andra får ta del av det ni lär er.",
        examples=["Erfarenheterna sprids vid en konferens."],
    )
    equality: Text | None = Field(
        None,
        alias="jämställdhet",
        title="Jämställdhet och tillgänglighet",
        description="Hur stödet når alla på lika villkor.",
        examples=["Stödet är lika för kvinnor och män, och lokalen är tillgänglig."],
    )
    anchoring: Text | None = Field(
        None,
        alias="förankring",
        title="Förankring hos parterna",
        description="Hur parterna har ställt sig bakom insatsen.",
        examples=["Cheferna hos parterna står bakom insatsen."],
    )
    ending: Text | None = Field(
        None,
        alias="avslut",
        title="När en deltagare avslutar",
        description="Vad som händer när någon slutar i insatsen.",
        examples=["Deltagaren har ett avslutande möte och en plan framåt."],
    )
    consent: Text | None = Field(
        None,
        alias="samtycke",
        title="Deltagarnas samtycke",
        description="Hur deltagarna samtycker till att parterna samarbetar. Gäller aldrig publicering.",
        examples=["Deltagaren skriver under ett samtycke till att parterna får prata med varandra."],
    )
    other: Text | None = Field(
        None,
        alias="övrigt",
        title="Övrigt",
        description="Det som inte passar någon annanstans.",
        examples=["Insatsen har en egen lokal mitt i centrum."],
    )
