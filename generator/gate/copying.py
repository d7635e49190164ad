"""Copies named fields from a record to its public form, each only when the ledger lets it.

The list is written out by hand: a field that joins the record is private until somebody adds it
here.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.gate import decided
from generator.gate.interface import Case
from generator.gate.ledger import Ledger
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
    address_of,
)
from generator.public.seal import Seal
from generator.records.description import Description
from generator.records.parts import Owner, Party
from generator.records.persons import FIELDS
from generator.words.dates import PartialDate
from generator.words.vocabularies import Term, Vocabulary


def public_insats(case: Case, ledger: Ledger, seal: Seal) -> PublicInsats:
    """The public form of a record that no whole-record rule withholds."""
    record, lets, settings = case.record, ledger.lets, case.settings
    period = _period(case, ledger)
    ages = record.ages
    return PublicInsats(
        id=record.id,
        slug=case.slug,
        forbund=record.forbund,
        name=record.name,
        other_names=tuple(record.other_names) if lets("andra_namn") else (),
        kind=settings.kinds.get(record.kind) if lets("inriktning") else None,
        terms=record.terms,
        attribution=case.terms.attribution if case.terms is not None else None,
        example=record.example,
        reference=record.reference if lets("diarienummer") else None,
        decisions=_decisions(case, ledger),
        granted_total=decided.total(case) if lets("beslut.belopp") else None,
        granted_per_year=_per_year(case, ledger),
        period=period,
        status=_status(case, ledger, period),
        intake_until=record.period.last_intake
        if record.period is not None and lets("period.sista_intag")
        else None,
        owner=_owner(case, ledger),
        parties=_parties(case, ledger),
        kommuner=tuple(record.kommuner) if lets("kommuner") else (),
        target_groups=_terms(settings.target_groups, record.target_groups) if lets("målgrupper") else (),
        age_from=ages.start if ages is not None and lets("ålder.från") else None,
        age_to=ages.end if ages is not None and lets("ålder.till") else None,
        participants=_participants(case, ledger),
        methods=_terms(settings.methods, record.methods) if lets("metoder") else (),
        follow_up_systems=_terms(settings.follow_up_systems, record.follow_up_systems)
        if lets("uppföljningssystem")
        else (),
        summary=record.summary if lets("sammanfattning") else None,
        sections=_sections(case, ledger),
        goals=_goals(case, ledger),
        referral=_referral(case, ledger),
        budget=_budget(case, ledger),
        persons=_persons(case, ledger, seal),
        documents=_documents(case, ledger),
        relations=tuple(PublicRelation(r.kind, r.target) for r in record.relations)
        if ledger.lets_all("relationer.typ", "relationer.insats")
        else (),
        search_words=tuple(record.search_words) if lets("sökord") else (),
        source_document=record.source.document
        if record.source is not None and lets("källa.dokument")
        else None,
        former_addresses=former_addresses(case, ledger),
        seal=seal,
    )


def former_addresses(case: Case, ledger: Ledger) -> tuple[str, ...]:
    """Where the page was before, each once."""
    if not ledger.lets("tidigare_adresser"):
        return ()
    return tuple(dict.fromkeys(map(address_of, case.record.former_addresses)))


def _terms(vocabulary: Vocabulary, ids: Iterable[str]) -> tuple[Term, ...]:
    """The known terms among `ids`; a word that no vocabulary explains publishes nothing."""
    terms = (vocabulary.get(term_id) for term_id in dict.fromkeys(ids))
    return tuple(term for term in terms if term is not None)


def _period(case: Case, ledger: Ledger) -> PublicPeriod | None:
    start = decided.start(case) if ledger.lets("beslut.avser.start") else None
    end = decided.end(case) if ledger.lets("beslut.avser.slut") else None
    return PublicPeriod(start, end) if start is not None or end is not None else None


def _status(case: Case, ledger: Ledger, period: PublicPeriod | None) -> str | None:
    # With one side withheld the status would tell something about it.
    if period is None or not (ledger.lets("beslut.avser.start") and ledger.lets("beslut.avser.slut")):
        return None
    if period.start is not None and case.day < period.start.first_day:
        return "kommande"
    if period.end is not None and case.day > period.end.last_day:
        return "avslutad"
    return "pågående" if period.start is not None and period.end is not None else None


def _decisions(case: Case, ledger: Ledger) -> tuple[PublicDecision, ...]:
    def period(start: PartialDate | None, end: PartialDate | None) -> PublicPeriod | None:
        start = start if ledger.lets("beslut.avser.start") else None
        end = end if ledger.lets("beslut.avser.slut") else None
        return PublicPeriod(start, end) if start is not None or end is not None else None

    public = []
    for decision in decided.grants(case):
        span = decided.concerns(case, decision)
        public.append(
            PublicDecision(
                outcome=decision.outcome,
                date=decision.date if ledger.lets("beslut.datum") else None,
                body=decision.body,
                paragraph=decision.paragraph if ledger.lets("beslut.paragraf") else None,
                amount=decided.amount(case, decision) if ledger.lets("beslut.belopp") else None,
                period=period(span.start, span.end) if span is not None else None,
            )
        )
    return tuple(public)


def _per_year(case: Case, ledger: Ledger) -> tuple[tuple[int, int | None], ...]:
    if not decided.per_calendar_year(case):
        return ()
    told = ("beslut.belopp", "beslut.avser.start", "beslut.avser.slut")
    if not all(ledger.lets(path) for path in told):
        return ()
    return tuple(decided.amounts_per_year(case).items())


def _owner(case: Case, ledger: Ledger) -> PublicParty | None:
    owner = case.record.owner
    if owner is None or not ledger.lets("insatsägare.organisation"):
        return None
    unit = owner.unit if ledger.lets("insatsägare.enhet") else None
    kind = _party_kind(case, owner) if ledger.lets("insatsägare.part") else None
    return PublicParty(owner.organisation, unit, None, kind)


def _parties(case: Case, ledger: Ledger) -> tuple[PublicParty, ...]:
    if not ledger.lets("samverkansparter.organisation"):
        return ()
    return tuple(
        PublicParty(
            party.organisation,
            party.unit if ledger.lets("samverkansparter.enhet") else None,
            party.role if ledger.lets("samverkansparter.roll") else None,
            _party_kind(case, party) if ledger.lets("samverkansparter.part") else None,
        )
        for party in case.record.parties
    )


def _party_kind(case: Case, party: Owner | Party) -> Term | None:
    """The word for the organisation: the one that is written, or its own name when that is a word."""
    return case.settings.parties.get(party.kind or party.organisation.casefold())


def _participants(case: Case, ledger: Ledger) -> tuple[PublicParticipants, ...]:
    if not ledger.lets_all("deltagare.antal", "deltagare.avser"):
        return ()
    return tuple(
        PublicParticipants(p.number, p.basis, p.note if ledger.lets("deltagare.kommentar") else None)
        for p in case.record.participants
    )


def _sections(case: Case, ledger: Ledger) -> tuple[PublicSection, ...]:
    description = case.record.description
    if description is None:
        return ()
    sections = []
    for name, info in Description.model_fields.items():
        key, text = info.alias or name, getattr(description, name)
        if isinstance(text, str) and ledger.lets(f"beskrivning.{key}"):
            sections.append(PublicSection(key, text))
    return tuple(sections)


def _goals(case: Case, ledger: Ledger) -> tuple[PublicGoal, ...]:
    if not ledger.lets_all("mål.text", "mål.typ"):
        return ()
    return tuple(
        PublicGoal(
            goal.kind,
            goal.text,
            goal.target if ledger.lets("mål.måltal") else None,
            goal.outcome if ledger.lets("mål.utfall") else None,
        )
        for goal in case.record.goals
    )


def _referral(case: Case, ledger: Ledger) -> PublicReferral | None:
    referral = case.record.referral
    if referral is None:
        return None
    public = PublicReferral(
        who=referral.who if ledger.lets("hänvisning.vem") else None,
        conditions=referral.conditions if ledger.lets("hänvisning.krav") else None,
        how=referral.how if ledger.lets("hänvisning.hur") else None,
        contact=referral.contact if ledger.lets("hänvisning.kontakt") else None,
    )
    return None if public == PublicReferral(None, None, None, None) else public


def _budget(case: Case, ledger: Ledger) -> PublicBudget | None:
    budget = case.record.budget
    if budget is None:
        return None
    costs_open = ledger.lets_all("budget.kostnader.post", "budget.kostnader.belopp", "budget.kostnader.år")
    public = PublicBudget(
        applied=budget.applied if ledger.lets("budget.sökt") else None,
        own_funding=budget.own_funding if ledger.lets("budget.egenfinansiering") else None,
        per_year=tuple(sorted(budget.per_year.items())) if ledger.lets("budget.per_år") else (),
        costs=tuple(PublicCost(c.label, c.amount, c.year) for c in budget.costs) if costs_open else (),
        note=budget.note if ledger.lets("budget.kommentar") else None,
    )
    return None if public == PublicBudget(None, None, (), (), None) else public


def _persons(case: Case, ledger: Ledger, seal: Seal) -> tuple[PublicPerson, ...]:
    public = []
    for index, person in enumerate(case.record.persons):
        name = ledger.datum(index, person, "namn")
        title = ledger.datum(index, person, "titel")
        organisation = ledger.datum(index, person, "organisation")
        email = ledger.datum(index, person, "e-post")
        phone = ledger.datum(index, person, "telefon")
        role = case.settings.roles.get(person.role)
        if role is not None and any((name, title, organisation, email, phone)):
            grounds = tuple((f, rule) for f in FIELDS if (rule := ledger.ground(index, f)) is not None)
            public.append(PublicPerson(role.label, name, title, organisation, email, phone, grounds, seal))
    return tuple(public)


def _documents(case: Case, ledger: Ledger) -> tuple[PublicDocument, ...]:
    if not ledger.lets_all("handlingar.titel", "handlingar.typ"):
        return ()
    return tuple(
        PublicDocument(
            document.title,
            document.kind,
            document.link if ledger.lets("handlingar.länk") else None,
            document.date if ledger.lets("handlingar.datum") else None,
        )
        for document in case.record.documents
    )
