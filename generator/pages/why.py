"""Why the page is public, in plain words: the decision, the terms, each person's ground, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.front_matter import Facts, Meta, present
from generator.pages.prose import email_link
from generator.public.catalogue import Catalogue
from generator.public.insats import PublicDecision, PublicInsats, PublicPerson
from generator.words.dates import swedish_date
from generator.words.swedish import listed

_BECAUSE = {
    "villkor": "därför att villkoren i blanketten tillåter det",
    "samtycke": "därför att personen själv har sagt ja till det",
}
_NOBODY = (
    "Inga personer visas på sidan. Namn och kontaktuppgifter visas bara när villkoren tillåter det, "
    "eller när personen själv har sagt ja."
)
_REST = (
    "Allt annat som ansökan innehåller är utelämnat om inget av det här öppnar det, till exempel det som "
    "omfattas av sekretess. Vi skriver inte ut vad som är utelämnat."
)
_ATTRIBUTION = "Meningen om vem som har betalat följer alltid med insatsen, för att villkoren kräver det."


def _decided(decision: PublicDecision, whose: str) -> str:
    when = f" den {swedish_date(decision.date)}" if decision.date is not None else ""
    where = f", {decision.paragraph}" if decision.paragraph else ""
    part = "till en del " if decision.outcome == "delvis beviljad" else ""
    return f"{whose} har {part}beviljat insatsen genom beslut i {decision.body}{when}{where}."


def _person(person: PublicPerson) -> Iterator[str]:
    for rule, because in _BECAUSE.items():
        data = [field for field, ground in person.grounds if ground == rule]
        if data:
            yield f"{person.role}: {listed(data)} visas {because}."


def _reasons(insats: PublicInsats, catalogue: Catalogue) -> Iterator[str]:
    forbund = catalogue.forbund.get(insats.forbund)
    whose = forbund.name if forbund is not None else "Samordningsförbundet"
    yield "Bara insatser som styrelsen i ett samordningsförbund har beviljat visas här."
    if insats.example:
        yield "Den här insatsen är ett exempel. Beslutet nedan är påhittat."
    if insats.decisions:
        yield _decided(insats.decisions[0], whose)
    terms = catalogue.terms.get(insats.terms)
    if terms is not None:
        yield f"Parterna skrev under blanketten ”{terms.name}”. Dess villkor gäller för det som visas."
    persons = [line for person in insats.persons for line in _person(person)]
    yield from persons or [_NOBODY]
    if insats.attribution is not None:
        yield _ATTRIBUTION
    yield _REST


def why(insats: PublicInsats, catalogue: Catalogue) -> Facts:
    """`{skal: [text], rubrik?, citat?, epost, epost_lank?}`.

    The reasons in order, and the terms' clause in its own words.
    """
    terms = catalogue.terms.get(insats.terms)
    reasons: list[Meta] = list(_reasons(insats, catalogue))
    return present(
        skal=reasons,
        rubrik=terms.heading if terms is not None else None,
        citat=" ".join(terms.quote.split()) if terms is not None and terms.quote else None,
        epost=catalogue.site.email,
        epost_lank=email_link(catalogue.site.email),
    )
