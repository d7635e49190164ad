"""The facts box of an insats: what a case worker asks first, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.pages.front_matter import Meta, present
from generator.pages.intake import Intake
from generator.pages.words import (
    PRIORITY,
    PRIORITY_EXPLAINED,
    SMALL,
    SMALL_EXPLAINED,
    STATUSES,
    ages,
    is_small,
    kommun_names,
    participants,
)
from generator.public.catalogue import Catalogue
from generator.public.insats import PublicInsats, PublicParticipants
from generator.words.dates import swedish_period
from generator.words.money import swedish_kronor
from generator.words.vocabularies import Term


def _texts(*texts: str | None) -> list[Meta]:
    return [present(text=text) for text in texts if text]


def _term(term: Term, folder: str | None = None) -> dict[str, Meta]:
    return present(
        text=term.label,
        adress=f"{folder}/{term.slug}/" if folder else None,
        marke=PRIORITY if term.priority else None,
    )


def _groups(insats: PublicInsats) -> list[Meta]:
    return [_term(term, "malgrupper") for term in insats.target_groups]


def _kommuner(insats: PublicInsats) -> list[Meta]:
    return [present(text=name, adress=f"kommuner/{code}/") for code, name in kommun_names(insats)]


def _forbund(insats: PublicInsats, catalogue: Catalogue) -> list[Meta]:
    forbund = catalogue.forbund.get(insats.forbund)
    return [present(text=forbund.name, adress=forbund.address)] if forbund else []


def _owner(insats: PublicInsats) -> list[Meta]:
    if insats.owner is None:
        return []
    return _texts(", ".join(part for part in (insats.owner.organisation, insats.owner.unit) if part))


def _group(group: PublicParticipants) -> dict[str, Meta]:
    return present(text=participants(group), marke=SMALL if is_small(group) else None)


def explained(insats: PublicInsats, found: Mapping[str, Term]) -> list[Meta]:
    """`[{ord, forklaring, ankare?}]`: the words of the box that have an explanation, then those of the text.

    `ankare` is where the page of all words has a word that is linked in the text (`found`).
    """
    kind = [insats.kind] if insats.kind else []
    terms = [*insats.target_groups, *kind, *insats.methods, *insats.follow_up_systems]
    mark = [(PRIORITY, PRIORITY_EXPLAINED)] if any(term.priority for term in insats.target_groups) else []
    if any(is_small(group) for group in insats.participants):
        mark.append((SMALL, SMALL_EXPLAINED))
    anchors = {term.label: key for key, term in found.items()}
    texts = ((term.label, term.explanation) for term in (*terms, *found.values()))
    words = dict([*mark, *texts])
    return [
        present(ord=word, forklaring=text, ankare=anchors.get(word)) for word, text in words.items() if text
    ]


def facts(insats: PublicInsats, catalogue: Catalogue, now: Intake) -> list[Meta]:
    """Rows `{rubrik, varden: [{text, adress?, marke?}]}`."""
    period = insats.period
    granted = insats.granted_total
    rows: Iterable[tuple[str, list[Meta]]] = (
        ("Status", _texts(STATUSES.get(insats.status or ""))),
        ("Beslutad tid", _texts(swedish_period(period.start, period.end) if period else None)),
        ("Tar emot nya", _texts(now.label)),
        ("Ålder", _texts(ages(insats))),
        ("Kommuner", _kommuner(insats)),
        ("Målgrupper", _groups(insats)),
        ("Drivs av", _owner(insats)),
        ("Samordningsförbund", _forbund(insats, catalogue)),
        ("Inriktning", [_term(insats.kind)] if insats.kind else []),
        ("Metoder", [_term(term, "metoder") for term in insats.methods]),
        ("Antal deltagare", [_group(group) for group in insats.participants]),
        ("Följs upp i", [_term(term) for term in insats.follow_up_systems]),
        ("Beviljat belopp", _texts(None if granted is None else swedish_kronor(granted))),
        ("Diarienummer", _texts(insats.reference)),
    )
    return [{"rubrik": heading, "varden": values} for heading, values in rows if values]
