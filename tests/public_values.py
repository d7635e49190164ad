"""Public values for tests of the public side: a full set of defaults, changed by keyword."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from generator.public import seal as seal_module
from generator.public.catalogue import Catalogue, PublicForbund, PublicTerms, Site
from generator.public.insats import (
    PublicBudget,
    PublicCost,
    PublicDecision,
    PublicDocument,
    PublicGoal,
    PublicInsats,
    PublicParticipants,
    PublicParty,
    PublicPeriod,
    PublicPerson,
    PublicReferral,
    PublicRelation,
    PublicSection,
    Tombstone,
)
from generator.public.seal import Seal
from generator.words.channels import PORTAL
from generator.words.dates import parse_partial_date as when
from generator.words.vocabularies import Term, Vocabulary

# The gate claims the one seal of a process; tests of what comes after it make their own.
SEAL = Seal(seal_module._CLAIM)

UNGA = Term("unga-med-aktivitetsersättning", "Unga med aktivitetsersättning", "19–29 år.", priority=True)
LANGT_BORTA = Term("långt-från-arbete", "Långt från arbete", "Har inte arbetat på länge.")
IPS = Term("ips", "IPS", "Individuellt stöd till arbete, med snabb väg ut på en arbetsplats.")
SUS = Term("sus", "SUS", "Ett system där insatser räknar sina deltagare.", forms=("SUS",))
INDIVID = Term("individinriktad", "Individinriktad", "Insatsen ger stöd direkt till människor.")
TITLES = {"bakgrund": "Bakgrund", "syfte": "Syfte", "metod": "Så arbetar insatsen"}


def term(term_id: str, *, priority: bool = False) -> Term:
    return Term(term_id, term_id.capitalize(), f"Förklaring av {term_id}.", priority)


def vocabulary(name: str, *terms: Term) -> Vocabulary:
    return Vocabulary(name, MappingProxyType({term.id: term for term in terms}))


def person(**changes: Any) -> PublicPerson:
    """Tova Lindeby with all her data."""
    values: dict[str, Any] = {
        "role": "Insatsledare",
        "name": "Tova Lindeby",
        "title": "projektledare",
        "organisation": "Hudiksvalls kommun",
        "email": "tova.lindeby@hudiksvall.example",
        "phone": "031-390 06 15",
        "grounds": (("namn", "villkor"), ("e-post", "samtycke"), ("telefon", "samtycke")),
    }
    return PublicPerson(**(values | changes), seal=SEAL)


def insats(**changes: Any) -> PublicInsats:
    """An insats with every field filled; `slug` also gives the id, unless told otherwise."""
    slug = changes.get("slug", "rakna-med-mig")
    period = PublicPeriod(when("2025-09"), when("2027-12"))
    values: dict[str, Any] = {
        "id": f"gavleborg-{slug}",
        "slug": slug,
        "forbund": "gavleborg",
        "name": "Räkna med mig",
        "other_names": ("Räkna med mig!",),
        "kind": INDIVID,
        "terms": "gavleborg-2024",
        "attribution": None,
        "example": False,
        "reference": "2025/17",
        "decisions": (PublicDecision("beviljad", when("2025-06-12"), "styrelsen", "§ 34", 3222836, period),),
        "granted_total": 3222836,
        "granted_per_year": ((2025, 910730), (2026, 2312106)),
        "period": period,
        "status": "pågående",
        "intake_until": when("2027-06"),
        "owner": PublicParty("Hudiksvalls kommun", "Jobbcentrum", None),
        "parties": (PublicParty("Arbetsförmedlingen", None, "Lokalt resursteam en gång i månaden"),),
        "kommuner": ("2184",),
        "target_groups": (UNGA,),
        "age_from": 19,
        "age_to": 29,
        "participants": (PublicParticipants(70, "per år", None),),
        "methods": (IPS,),
        "follow_up_systems": (SUS,),
        "summary": "Stöd till unga som vill närma sig arbete.",
        "sections": (PublicSection("bakgrund", "Många unga står utan stöd."),),
        "goals": (PublicGoal("resultatmål", "Deltagarna tar ett steg framåt.", "90 %", None),),
        "referral": PublicReferral("Handläggare hos parterna.", "Egen motivation.", "Ring oss.", None),
        "budget": PublicBudget(
            3222836, 150000, ((2025, 910730),), (PublicCost("Personal", 2900000, None),), "Avrundat."
        ),
        "persons": (),
        "documents": (
            PublicDocument("Slutrapport", "slutrapport", "https://example.org/r.pdf", when("2026-10-01")),
        ),
        "relations": (),
        "search_words": ("arbetsträning", "träning"),
        "source_document": "Ansökan samverkansmedel",
        "former_addresses": (),
    }
    return PublicInsats(**(values | changes), seal=SEAL)


def minimal(**changes: Any) -> PublicInsats:
    """An insats of which nothing but its name, place and kind may be known."""
    nothing = (
        "attribution", "reference", "granted_total", "period", "status", "intake_until", "owner",
        "age_from", "age_to", "summary", "referral", "budget", "source_document", "kind",
    )  # fmt: skip
    empty = (
        "other_names", "decisions", "granted_per_year", "parties", "kommuner", "target_groups",
        "participants", "methods", "follow_up_systems", "sections", "goals", "persons", "documents",
        "relations", "search_words",
    )  # fmt: skip
    values = dict.fromkeys(nothing) | dict.fromkeys(empty, ())
    return insats(**({"slug": "liten", "name": "Liten insats"} | values | changes))


def relation(kind: str, target: str) -> PublicRelation:
    return PublicRelation(kind, target)


def tombstone(address: str = "insatser/gavleborg/borta/") -> Tombstone:
    return Tombstone(address, SEAL)


def forbund(**changes: Any) -> PublicForbund:
    values: dict[str, Any] = {
        "id": "gavleborg",
        "name": "Samordningsförbund Gävleborg",
        "lan": ("21",),
        "kommuner": ("2184", "2132"),
        "web": "https://www.finsamgavleborg.example/",
        "email": "info@finsamgavleborg.example",
        "phone": "031-390 06 00",
        "postal_address": "Norra Kungsgatan 1\n803 20 Gävle",
        "about": "Förbundet arbetar i hela Gävleborg.",
    }
    return PublicForbund(**(values | changes))


def site(**changes: Any) -> Site:
    values: dict[str, Any] = {
        "name": "Insatskatalogen",
        "url": "https://insatser.example/",
        "description": "Ett register över insatser som samordningsförbund betalar.",
        "publisher": "Föreningen Exempel",
        "email": "info@insatser.example",
        "section_titles": MappingProxyType(TITLES),
    }
    return Site(**(values | changes))


def catalogue(*insatser: PublicInsats, **changes: Any) -> Catalogue:
    """A portal with one förbund and the insatser given (one full insats when none is)."""
    members: Mapping[str, PublicForbund] = MappingProxyType({"gavleborg": forbund()})
    built = Catalogue(
        site=site(),
        channel=PORTAL,
        day=date(2026, 11, 23),
        forbund=members,
        insatser=insatser or (insats(),),
        tombstones=(),
        target_groups=vocabulary("målgrupper", LANGT_BORTA, UNGA),
        methods=vocabulary("metoder", IPS),
        changed=MappingProxyType({}),
        glossary=(SUS, Term("insatsägare", "Insatsägare", "Den som driver.", forms=("insatsägare",))),
        terms=MappingProxyType(
            {"gavleborg-2024": PublicTerms("Ansökan 2024", "Publicering", "Namn får visas.")}
        ),
    )
    return replace(built, **changes)
