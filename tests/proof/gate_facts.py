"""The facts of a public insats, by the paths that the oracle uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from generator.public.insats import (
    PublicBudget,
    PublicDecision,
    PublicInsats,
    PublicParty,
    PublicPerson,
    PublicReferral,
)
from generator.words.vocabularies import Term

Told = Iterator[tuple[str, str]]

# Public facts that are told below or stand in no oracle: the address follows from the förbund and the slug.
COVERED = (
    "id slug forbund name other_names kind terms attribution example reference decisions granted_total "
    "granted_per_year period status intake_until owner parties kommuner target_groups age_from age_to "
    "participants methods follow_up_systems summary sections goals referral budget persons documents "
    "relations search_words source_document former_addresses"
)


def covers_every_field() -> bool:
    """Whether a field that joined `PublicInsats` is compared too."""
    return {one.name for one in fields(PublicInsats)} <= set(COVERED.split())


def facts_of(insats: PublicInsats, roles: list[str], shown: Iterable[int]) -> dict[str, str]:
    """Path → text. `roles` are those of the record's persons; `shown` the places in the record of the persons
    that the verdicts call public, as many as the insats has.
    """
    found = dict(_plain(insats))
    found |= dict(_decided(insats))
    found |= dict(_lists(insats))
    for place, person in zip(shown, insats.persons, strict=True):
        found |= dict(_under(f"personer[{place}]", _person(person, roles[place])))
    return found


def _told(**facts: object) -> Told:
    yield from ((key.replace("__", "-"), str(fact)) for key, fact in facts.items() if fact not in (None, ""))


def _under(path: str, facts: Iterable[tuple[str, str]]) -> Told:
    yield from ((f"{path}.{key}", fact) for key, fact in facts)


def _id(term: Term | None) -> str | None:
    return term.id if term is not None else None


def _plain(insats: PublicInsats) -> Told:
    yield from _told(
        id=insats.id,
        namn=insats.name,
        förbund=insats.forbund,
        villkor=insats.terms,
        erkännande=insats.attribution,
        diarienummer=insats.reference,
        sammanfattning=insats.summary,
        exempel="true" if insats.example else None,
        inriktning=_id(insats.kind),
    )
    yield from _under("ålder", _told(från=insats.age_from, till=insats.age_to))
    yield from _under("källa", _told(dokument=insats.source_document))
    yield from _under("beskrivning", ((section.key, section.text) for section in insats.sections))
    if insats.owner is not None:
        yield from _under("insatsägare", _party(insats.owner))
    if insats.referral is not None:
        yield from _under("hänvisning", _referral(insats.referral))


def _decided(insats: PublicInsats) -> Told:
    yield from _told(status=insats.status, sista_intag=insats.intake_until)
    rows = sorted((dict(_decision(one)) for one in insats.decisions), key=lambda row: sorted(row.items()))
    for index, row in enumerate(rows):
        yield from _under(f"beslut[{index}]", row.items())
    yield from _under("beviljat", _told(summa=insats.granted_total))
    for year, amount in insats.granted_per_year:
        yield f"beviljat.{year}", "okänt" if amount is None else str(amount)
    if insats.period is not None:
        yield from _under("tid", _told(start=insats.period.start, slut=insats.period.end))
    if insats.budget is not None:
        yield from _under("budget", _budget(insats.budget))


def _decision(decision: PublicDecision) -> Told:
    time = decision.period
    return _told(
        utfall=decision.outcome,
        instans=decision.body,
        datum=decision.date,
        paragraf=decision.paragraph,
        belopp=decision.amount,
        start=time.start if time is not None else None,
        slut=time.end if time is not None else None,
    )


def _budget(budget: PublicBudget) -> Told:
    yield from _told(sökt=budget.applied, egenfinansiering=budget.own_funding, kommentar=budget.note)
    for year, kronor in budget.per_year:
        yield f"per_år.{year}", str(kronor)
    for index, cost in enumerate(budget.costs):
        yield from _under(f"kostnader[{index}]", _told(post=cost.label, belopp=cost.amount, år=cost.year))


def _party(party: PublicParty) -> Told:
    return _told(organisation=party.organisation, enhet=party.unit, roll=party.role, part=_id(party.kind))


def _referral(referral: PublicReferral) -> Told:
    return _told(vem=referral.who, krav=referral.conditions, hur=referral.how, kontakt=referral.contact)


def _person(person: PublicPerson, role: str) -> Told:
    return _told(
        namn=person.name,
        titel=person.title,
        organisation=person.organisation,
        e__post=person.email,
        telefon=person.phone,
        roll=role if person.role == role.capitalize() else person.role,
    )


def _lists(insats: PublicInsats) -> Told:
    words: dict[str, Iterable[Term | str]] = {
        "andra_namn": insats.other_names,
        "tidigare_adresser": [one.removeprefix("insatser/")[:-1] for one in insats.former_addresses],
        "sökord": insats.search_words,
        "kommuner": insats.kommuner,
        "målgrupper": insats.target_groups,
        "metoder": insats.methods,
        "uppföljningssystem": insats.follow_up_systems,
    }
    for path, found in words.items():
        yield from (
            (f"{path}[{n}]", word if isinstance(word, str) else word.id) for n, word in enumerate(found)
        )
    lists = {
        "samverkansparter": [_party(one) for one in insats.parties],
        "deltagare": [_told(antal=p.number, avser=p.basis, kommentar=p.note) for p in insats.participants],
        "mål": [_told(typ=g.kind, text=g.text, måltal=g.target, utfall=g.outcome) for g in insats.goals],
        "handlingar": [_told(titel=d.title, typ=d.kind, länk=d.link, datum=d.date) for d in insats.documents],
        "relationer": [_told(typ=link.kind, insats=link.target) for link in insats.relations],
    }
    for path, entries in lists.items():
        for index, entry in enumerate(entries):
            yield from _under(f"{path}[{index}]", entry)
