"""The facts box of an insats: what a case worker asks first, row by row."""

from __future__ import annotations

from collections.abc import Iterable

from generator.pages.front_matter import Meta, present
from generator.pages.words import (
    PRIORITY,
    PRIORITY_EXPLAINED,
    STATUSES,
    ages,
    intake,
    kommun_names,
    participants,
)
from generator.public.catalogue import Catalogue
from generator.public.insats import PublicInsats
from generator.words.dates import swedish_period
from generator.words.vocabularies import Term


def _texts(*texts: str | None) -> list[Meta]:
    return [present(text=text) for text in texts if text]


def _term(term: Term, folder: str | None = None) -> dict[str, Meta]:
    return present(
        text=term.label,
        adress=f"{folder}/{term.slug}/" if folder else None,
        marke=PRIORITY if term.priority else None,
        forklaring=term.explanation,
    )


def _groups(insats: PublicInsats) -> list[Meta]:
    rows = [_term(term, "malgrupper") for term in insats.target_groups]
    marked = [row for row in rows if "marke" in row]
    # Once for them all, and under the last of them: it explains the mark, not the group.
    return [row | {"marke_forklaring": PRIORITY_EXPLAINED} if row in marked[-1:] else row for row in rows]


def _kommuner(insats: PublicInsats) -> list[Meta]:
    return [present(text=name, adress=f"kommuner/{code}/") for code, name in kommun_names(insats)]


def _forbund(insats: PublicInsats, catalogue: Catalogue) -> list[Meta]:
    forbund = catalogue.forbund.get(insats.forbund)
    return [present(text=forbund.name, adress=forbund.address)] if forbund else []


def _owner(insats: PublicInsats) -> list[Meta]:
    if insats.owner is None:
        return []
    return _texts(", ".join(part for part in (insats.owner.organisation, insats.owner.unit) if part))


def facts(insats: PublicInsats, catalogue: Catalogue) -> list[Meta]:
    """Rows `{rubrik, varden: [{text, adress?, marke?, marke_forklaring?, forklaring?}]}`."""
    period = insats.period
    rows: Iterable[tuple[str, list[Meta]]] = (
        ("Status", _texts(STATUSES.get(insats.status or ""))),
        ("Beslutad tid", _texts(swedish_period(period.start, period.end) if period else None)),
        ("Börja i insatsen", _texts(intake(insats, catalogue.day))),
        ("Ålder", _texts(ages(insats))),
        ("Kommuner", _kommuner(insats)),
        ("Målgrupper", _groups(insats)),
        ("Drivs av", _owner(insats)),
        ("Samordningsförbund", _forbund(insats, catalogue)),
        ("Inriktning", [_term(insats.kind)] if insats.kind else []),
        ("Metoder", [_term(term, "metoder") for term in insats.methods]),
        ("Antal deltagare", _texts(*(participants(group) for group in insats.participants))),
        ("Följs upp i", [_term(term) for term in insats.follow_up_systems]),
        ("Diarienummer", _texts(insats.reference)),
    )
    return [{"rubrik": heading, "varden": values} for heading, values in rows if values]
