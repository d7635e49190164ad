"""The page of an insats."""

from __future__ import annotations

from generator.pages.contact import can_be_reached, person, referral
from generator.pages.facts import explained, facts
from generator.pages.front_matter import Facts, Meta, page, present
from generator.pages.jsonld import insats_jsonld
from generator.pages.markdown import heading, to_markdown
from generator.pages.promises import decisions, goals, money
from generator.pages.prose import blocks, flat, web_link
from generator.pages.sok import search_data
from generator.pages.timeline import timeline
from generator.pages.view import View
from generator.pages.why import why
from generator.pages.words import EXAMPLE, EXAMPLE_SHORT, capital, shortened
from generator.public.insats import PublicDocument, PublicInsats, PublicParty
from generator.words.dates import swedish_date
from generator.words.vocabularies import Term


def sections(insats: PublicInsats, view: View, found: dict[str, Term]) -> str:
    """The running text as Markdown, each section under its Swedish title.

    `found` gets the words of the glossary that stand in it, by the anchor that they lead to.
    """
    titles = view.catalogue.site.section_titles
    linked = view.glossary.linker("../" * (insats.address.count("/") - 1), found)
    parts = []
    for section in insats.sections:
        text = to_markdown(section.text, linked)
        if text:
            parts += [heading(titles.get(section.key, capital(section.key))), text]
    return "\n\n".join(parts)


def _party(party: PublicParty) -> Facts:
    return present(
        organisation=party.organisation,
        enhet=party.unit,
        roll=flat(party.role),
        forklaring=party.kind.explanation if party.kind else None,
    )


def _document(document: PublicDocument) -> Facts:
    return present(
        titel=document.title,
        typ=capital(document.kind),
        lank=web_link(document.link),
        datum=swedish_date(document.date) if document.date else None,
    )


def _crumbs(insats: PublicInsats, view: View) -> list[Meta]:
    crumbs: list[Meta] = [{"text": "Insatser", "adress": "insatser/"}]
    forbund = view.catalogue.forbund.get(insats.forbund)
    if forbund is not None:
        crumbs.append({"text": forbund.name, "adress": forbund.address})
    return crumbs


def _description(insats: PublicInsats, whose: str) -> str:
    """What search engines and shared links show: it spreads the insats, so it carries the duties too."""
    summary = shortened(flat(insats.summary), 300) or f"{insats.name} är en insats från {whose}."
    mark = EXAMPLE_SHORT if insats.example else None
    return " ".join(part for part in (mark, summary, insats.attribution) if part)


def _files(insats: PublicInsats) -> Facts:
    """Where the insats is as data, relative to the site's root."""
    file = insats.address.rstrip("/")
    oembed = f"data/oembed/{file.removeprefix('insatser/')}.json"
    return {"json": f"{file}.json", "markdown": f"{file}.md", "oembed": oembed}


def insats_page(insats: PublicInsats, view: View) -> str:
    """One insats → its page, drawn by `theme/insats.html`."""
    catalogue = view.catalogue
    forbund = catalogue.forbund.get(insats.forbund)
    changed = catalogue.changed.get(insats.id)
    whose = forbund.name if forbund else "ett samordningsförbund"
    words: dict[str, Term] = {}
    text = sections(insats, view, words)
    front = present(
        title=insats.name,
        description=_description(insats, whose),
        template="insats.html",
        brodsmulor=_crumbs(insats, view),
        kort=view.cards[insats.id],
        exempel=EXAMPLE if insats.example else None,
        andra_namn=list(insats.other_names),
        ingress=blocks(insats.summary),
        fakta=facts(insats, catalogue, view.intakes[insats.id]),
        ordlista=explained(insats, words),
        hanvisning=referral(insats, catalogue, view.intakes[insats.id]),
        mal=goals(insats),
        beslut=decisions(insats),
        pengar=money(insats),
        agare=_party(insats.owner) if insats.owner else None,
        parter=[_party(party) for party in insats.parties],
        personer=[person(one) for one in insats.persons if not can_be_reached(one)],
        handlingar=[_document(document) for document in insats.documents],
        relationer=[
            {"ord": word, "kort": view.cards[other]} for word, other in view.related.get(insats.id, ())
        ],
        tidslinje=timeline(insats, view),
        varfor=why(insats, catalogue),
        sok=search_data(insats, catalogue, view.cards[insats.id]),
        id=insats.id,
        permanent=f"{catalogue.site.url}{insats.address}",
        data=_files(insats) if insats.id not in catalogue.without_data else None,
        jsonld=insats_jsonld(insats, catalogue),
        kalla=insats.source_document,
        andrad=swedish_date(changed) if changed else None,
        lastmod=changed.isoformat() if changed else None,
    )
    return page(front, text)
