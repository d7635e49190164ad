"""What came out of the gate, gathered into the catalogue that everything public is drawn from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from generator.checks.interface import Subject
from generator.gate.outcome import Opened, Withheld
from generator.public.catalogue import Catalogue, Logo, PublicForbund, PublicTerms, Security, Site
from generator.publish.addresses import Merged, redirects
from generator.publish.reading import Configuration
from generator.records.config import ForbundConfig, Look, SiteConfig
from generator.records.description import Description
from generator.words.channels import Channel
from generator.words.palette import palette
from generator.words.swedish import sort_key
from generator.words.vocabularies import Vocabulary


def make_catalogue(
    judged: Iterable[Subject],
    configuration: Configuration,
    channel: Channel,
    day: date,
    changes: Mapping[str, date],
) -> Catalogue:
    """The public face of the register. `changes` maps `insatser/<förbund>/<slug>.yml` to a day."""
    outcomes = [(one, one.outcome) for one in judged]
    insatser = [outcome.insats for _, outcome in outcomes if isinstance(outcome, Opened)]
    changed: dict[str, date] = {}
    for one, outcome in outcomes:
        last = changes.get(Path("insatser", one.located.folder, f"{one.located.slug}.yml").as_posix())
        # A change after the build's date belongs to another edition.
        if isinstance(outcome, Opened) and last is not None and last <= day:
            changed[outcome.insats.id] = last
    words = configuration.vocabularies
    own = configuration.forbund.get(channel.forbund) if channel.forbund is not None else None
    merged = Merged(configuration.forbund, own, frozenset(insats.forbund for insats in insatser))
    return Catalogue(
        site=_site(configuration.site, own),
        channel=channel,
        day=day,
        forbund=MappingProxyType({one.id: _forbund(one, merged) for one in merged.shown}),
        insatser=tuple(sorted(insatser, key=lambda insats: (sort_key(insats.name), insats.id))),
        tombstones=tuple(
            grave
            for _, outcome in outcomes
            if isinstance(outcome, Withheld)
            for grave in outcome.tombstones
            if merged.was_here(grave.address)
        ),
        target_groups=words["malgrupper"],
        methods=words["metoder"],
        changed=MappingProxyType(changed),
        terms=MappingProxyType(_terms(configuration, {insats.terms for insats in insatser})),
        glossary=(*words.get("ordlista", Vocabulary("Ordlista")), *words["uppfoljningssystem"]),
        search_words=configuration.search_words,
        redirects=MappingProxyType(redirects(insatser, merged)),
        former_kommuner=merged.kommuner,
    )


def _terms(configuration: Configuration, used: set[str]) -> dict[str, PublicTerms]:
    return {
        key: PublicTerms(
            name=terms.name,
            heading=terms.source.heading if terms.source is not None else None,
            quote=terms.source.quote if terms.source is not None else None,
        )
        for key, terms in configuration.terms.items()
        if key in used
    }


def _site(site: SiteConfig, own: ForbundConfig | None) -> Site:
    titles = {
        info.alias or name: info.title or name.capitalize() for name, info in Description.model_fields.items()
    }
    url = own.own_url if own is not None and own.own_url is not None else site.url
    contact = own.contact if own is not None else None
    look = (own.look if own is not None else None) or Look()
    return Site(
        name=site.name if own is None else f"Insatser – {own.name}",
        url=url if url.endswith("/") else f"{url}/",
        description=site.description if own is None else f"Insatser som {own.name} har beviljat medel till.",
        publisher=site.publisher if own is None else own.name,
        email=contact.email if contact is not None and contact.email is not None else site.email,
        section_titles=MappingProxyType(titles),
        licence=site.licence,
        organisation_number=site.organisation_number if own is None else own.organisation_number,
        security=_security(site),
        whose=Site.whose if own is None else own.name,
        palette=palette(look.colour, look.dark_colour) if look.colour is not None else None,
        logo=Logo(look.logo, look.logo_text or "") if look.logo is not None else None,
        icon=look.icon,
    )


def _security(site: SiteConfig) -> Security | None:
    told = site.security
    return Security(f"mailto:{told.contact}", told.expires.last_day) if told is not None else None


def _forbund(forbund: ForbundConfig, merged: Merged) -> PublicForbund:
    contact = forbund.contact
    return PublicForbund(
        id=forbund.id,
        name=forbund.name,
        lan=tuple(forbund.lan),
        kommuner=tuple(forbund.kommuner),
        web=contact.web if contact is not None else None,
        email=contact.email if contact is not None else None,
        phone=contact.phone if contact is not None else None,
        postal_address=contact.postal if contact is not None else None,
        about=forbund.about,
        replaced_by=merged.successor(forbund),
    )
