"""Where the values of the fields come from: the parts of a public insats as JSON."""

from __future__ import annotations

from generator.exports.interface import Json, Release, given
from generator.pages.intake import INTAKE_LABELS
from generator.public.insats import PublicDecision, PublicInsats, PublicParty, PublicPeriod, PublicPerson
from generator.words.dates import PartialDate
from generator.words.vocabularies import Term


def date_text(when: PartialDate | None) -> str | None:
    """`2025`, `2025-09` or `2025-09-01`."""
    return str(when) if when is not None else None


def term_value(term: Term) -> Json:
    """`{id, namn}`."""
    return {"id": term.id, "namn": term.label}


def period_value(period: PublicPeriod | None) -> Json | None:
    """`{start?, slut?}`; None for no period."""
    if period is None:
        return None
    return given({"start": date_text(period.start), "slut": date_text(period.end)})


def party_value(party: PublicParty) -> Json:
    """`{organisation, enhet?, roll?}`."""
    return given({"organisation": party.organisation, "enhet": party.unit, "roll": party.role})


def decision_value(one: PublicDecision) -> Json:
    """`{utfall, datum?, instans, paragraf?, belopp?, avser?}`."""
    return given(
        {
            "utfall": one.outcome,
            "datum": date_text(one.date),
            "instans": one.body,
            "paragraf": one.paragraph,
            "belopp": one.amount,
            "avser": period_value(one.period),
        }
    )


def person_value(one: PublicPerson) -> Json:
    """Only what the person consented to have in open data."""
    return given(
        {
            "roll": one.role,
            "namn": one.name,
            "titel": one.title,
            "organisation": one.organisation,
            "e-post": one.email,
            "telefon": one.phone,
        }
    )


def forbund_value(insats: PublicInsats, release: Release) -> Json:
    """`{id, namn?}`."""
    forbund = release.catalogue.forbund.get(insats.forbund)
    return given({"id": insats.forbund, "namn": forbund.name if forbund else None})


def changed_value(insats: PublicInsats, release: Release) -> str | None:
    """An ISO date, where git knows it."""
    day = release.catalogue.changed.get(insats.id)
    return day.isoformat() if day else None


def intake_value(insats: PublicInsats, release: Release) -> Json:
    """`{läge, sista_dag?, svar}` on the day of the catalogue."""
    now = release.view.intakes[insats.id]
    return given(
        {"läge": INTAKE_LABELS[now.state], "sista_dag": date_text(insats.intake_until), "svar": now.sentence}
    )


def referral_value(insats: PublicInsats, _release: Release) -> Json | None:
    """`{vem?, krav?, hur?, kontakt?}`."""
    one = insats.referral
    if one is None:
        return None
    return given({"vem": one.who, "krav": one.conditions, "hur": one.how, "kontakt": one.contact})


def budget_value(insats: PublicInsats, _release: Release) -> Json | None:
    """`{sökt?, egenfinansiering?, per_år?, kostnader?, anmärkning?}`, in kr."""
    one = insats.budget
    if one is None:
        return None
    costs: list[Json] = [
        given({"post": cost.label, "belopp": cost.amount, "år": cost.year}) for cost in one.costs
    ]
    years: list[Json] = [{"år": year, "belopp": amount} for year, amount in one.per_year]
    return given(
        {
            "sökt": one.applied,
            "egenfinansiering": one.own_funding,
            "per_år": years,
            "kostnader": costs,
            "anmärkning": one.note,
        }
    )


def sections_value(insats: PublicInsats, _release: Release) -> Json:
    """Key of the section → its text."""
    return {section.key: section.text for section in insats.sections}
