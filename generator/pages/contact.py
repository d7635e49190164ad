"""Whom to turn to: persons that may be shown and a functional contact, else the förbund."""

from __future__ import annotations

from generator.pages.front_matter import Facts, Meta, present
from generator.pages.intake import Intake, IntakeState
from generator.pages.prose import blocks, contact_link, email_link, web_link
from generator.pages.words import ages, capital, kommun_names
from generator.public.catalogue import Catalogue, PublicForbund
from generator.public.insats import PublicInsats, PublicPerson
from generator.words.dates import swedish_date
from generator.words.swedish import listed


def person(one: PublicPerson) -> Facts:
    """Only the data present, each on its own."""
    return present(
        roll=one.role,
        namn=one.name,
        titel=one.title,
        organisation=one.organisation,
        epost=one.email,
        epost_lank=email_link(one.email),
        telefon=one.phone,
    )


def forbund_contact(forbund: PublicForbund) -> dict[str, Meta]:
    """A förbund's functional addresses."""
    lines = (forbund.postal_address or "").splitlines()
    return present(
        namn=forbund.name,
        epost=forbund.email,
        epost_lank=email_link(forbund.email),
        telefon=forbund.phone,
        webb=web_link(forbund.web),
        postadress=", ".join(line.strip(" ,") for line in lines if line.strip(" ,")),
    )


def can_be_reached(one: PublicPerson) -> bool:
    """Whether the public data of the person are enough to get hold of them."""
    return one.email is not None or one.phone is not None


def contacts(insats: PublicInsats, catalogue: Catalogue) -> list[Meta]:
    """At least one contact, unless the insats' förbund is unknown to the catalogue."""
    found: list[Meta] = [person(one) for one in insats.persons if can_be_reached(one)]
    if insats.referral is not None and insats.referral.contact:
        text = insats.referral.contact
        # Beside the persons too: a page must not tell more when one of them is withheld.
        found.append(present(text=text, lank=contact_link(text)))
    if found:
        return found
    forbund = catalogue.forbund.get(insats.forbund)
    return [forbund_contact(forbund) | {"adress": forbund.address}] if forbund else []


def _for_whom(insats: PublicInsats) -> str:
    """Age and place in a line: `19–29 år, i Hudiksvall`."""
    places = listed([name for _, name in kommun_names(insats)])
    return capital(", ".join(part for part in (ages(insats), f"i {places}" if places else "") if part))


def referral(insats: PublicInsats, catalogue: Catalogue, now: Intake) -> Facts:
    """`{intag, svar, dag, for_vem?, stangd?: "ja", vem?, krav?, hur?: blocks; kontakt: [contact]}`."""
    given = insats.referral
    return present(
        intag=now.state.value,
        svar=now.sentence,
        dag=swedish_date(catalogue.day),
        for_vem=_for_whom(insats),
        stangd="ja" if now.state is IntakeState.CLOSED else None,
        vem=blocks(given.who) if given else None,
        krav=blocks(given.conditions) if given else None,
        hur=blocks(given.how) if given else None,
        kontakt=contacts(insats, catalogue),
    )
