"""schema.org for search engines: the grant, the project that it funds, and the service to those it is for.

No Person is told, whatever the channel opens: a page may show what a machine need not collect. An amount is
told only as it was decided.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from generator.pages.front_matter import Meta, present
from generator.pages.kort import in_brief
from generator.pages.words import EXAMPLE_SHORT, kommun_names
from generator.public.catalogue import Catalogue
from generator.public.insats import PublicInsats
from generator.words.dates import PartialDate
from generator.words.licences import LICENCES


def _safe(nodes: Iterable[Mapping[str, Meta]]) -> str:
    """JSON that ends no script element (HTML § 4.12.1.3) and no line of YAML."""
    text = json.dumps({"@context": "https://schema.org", "@graph": list(nodes)}, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _iso(when: PartialDate | None) -> str | None:
    return str(when) if when is not None else None


def _organisation(name: str, address: str | None = None) -> Meta:
    return {"@type": "Organization", "name": name, **({"url": address} if address else {})}


def insats_jsonld(insats: PublicInsats, catalogue: Catalogue) -> str:
    """The text of the page's `application/ld+json`, safe inside HTML."""
    page = f"{catalogue.site.url}{insats.address}"
    forbund = catalogue.forbund.get(insats.forbund)
    funder = _organisation(forbund.name, forbund.web) if forbund else None
    mark = EXAMPLE_SHORT if insats.example else None
    text = in_brief(insats)
    period, places = insats.period, [name for _, name in kommun_names(insats)]
    owner = _organisation(insats.owner.organisation) if insats.owner else None
    project = {
        "@type": "Project",
        "@id": f"{page}#insats",
        "name": insats.name,
        **present(
            url=page,
            description=text,
            identifier=insats.id,
            alternateName=list(insats.other_names),
            foundingDate=_iso(period.start if period else None),
            dissolutionDate=_iso(period.end if period else None),
            parentOrganization=owner,
            funder=funder,
        ),
    }
    service = {
        "@type": "GovernmentService",
        "@id": f"{page}#tjanst",
        "name": insats.name,
        **present(
            url=page,
            description=text,
            provider=owner,
            areaServed=[{"@type": "AdministrativeArea", "name": name} for name in places],
            audience=[{"@type": "Audience", "audienceType": term.label} for term in insats.target_groups],
        ),
    }
    grant = {
        "@type": "MonetaryGrant",
        "@id": f"{page}#bidrag",
        "name": f"Medel till {insats.name}",
        "fundedItem": {"@id": f"{page}#insats"},
        **present(
            description=" ".join(part for part in (mark, insats.attribution) if part),
            funder=funder,
            amount=_amount(insats),
        ),
    }
    return _safe((grant, project, service))


def _amount(insats: PublicInsats) -> Meta | None:
    if insats.granted_total is None:
        return None
    return {"@type": "MonetaryAmount", "currency": "SEK", "value": insats.granted_total}


def site_jsonld(catalogue: Catalogue) -> str:
    """That of the start page: the site, its search, and the register as a dataset."""
    site = catalogue.site
    publisher = _organisation(site.publisher, site.url)
    return _safe(
        (
            {
                "@type": "WebSite",
                "@id": f"{site.url}#webbplats",
                "name": site.name,
                "url": site.url,
                "inLanguage": "sv",
                "publisher": publisher,
                "potentialAction": {
                    "@type": "SearchAction",
                    "target": f"{site.url}sok/?q={{q}}",
                    "query-input": "required name=q",
                },
            },
            {
                "@type": "Dataset",
                "@id": f"{site.url}data/#insatser",
                "name": f"Insatser i {site.name}",
                "description": site.description,
                "url": f"{site.url}data/",
                "creator": publisher,
                "license": LICENCES[site.licence].url,
                "distribution": [
                    {
                        "@type": "DataDownload",
                        "encodingFormat": "application/json",
                        "contentUrl": f"{site.url}data/v1/insatser.json",
                    }
                ],
            },
        )
    )
