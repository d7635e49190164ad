"""360Giving (standard.threesixtygiving.org, schema 1.1): the grants whose day and amount are known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from slugify import slugify

from generator.exports.interface import DATA, Export, File, Json, Release, as_json, given
from generator.pages.kort import in_brief
from generator.public.catalogue import Catalogue
from generator.public.insats import PublicDecision, PublicInsats, PublicParty
from generator.words.dates import PartialDate
from generator.words.kommuner import kommuner
from generator.words.licences import LICENCES


def _own_id(name: str) -> str:
    """The standard takes a publisher's own names where it has no register's numbers for organisations."""
    return f"insatskatalogen-{slugify(name)}"


def _planned(one: PublicDecision) -> Json | None:
    period = one.period
    if period is None:
        return None

    def day(when: PartialDate | None, *, last: bool) -> str | None:
        return None if when is None else (when.last_day if last else when.first_day).isoformat()

    dates = given({"startDate": day(period.start, last=False), "endDate": day(period.end, last=True)})
    return [dates] if dates else None


_Row: TypeAlias = tuple[PublicInsats, PublicParty, int, PublicDecision, PartialDate]


def _granted(catalogue: Catalogue) -> Iterator[_Row]:
    """(insats, who got it, the decision's number, the decision, its day): what the standard can tell."""
    for insats in catalogue.insatser:
        for number, one in enumerate(insats.decisions, start=1):
            if one.date is not None and one.date.day is not None and one.amount and insats.owner is not None:
                yield insats, insats.owner, number, one, one.date


def _possible(catalogue: Catalogue) -> bool:
    return any(True for _ in _granted(catalogue))


def _grant(row: _Row, release: Release) -> Json:
    insats, party, number, one, day = row
    forbund = release.catalogue.forbund.get(insats.forbund)
    owner = party.organisation
    return given(
        {
            # The prefix is the standard's own for publishers that have none.
            "id": f"360G-insatskatalogen-{insats.id}-{number}",
            "title": insats.name,
            "description": in_brief(insats) or insats.name,
            "currency": "SEK",
            "amountAwarded": one.amount,
            "awardDate": day.last_day.isoformat(),
            "plannedDates": _planned(one),
            "recipientOrganization": [{"id": _own_id(owner), "name": owner}],
            "fundingOrganization": [
                {
                    "id": _own_id(insats.forbund),
                    "name": forbund.name if forbund else insats.forbund,
                }
            ],
            "beneficiaryLocation": [
                {"name": kommuner()[code], "countryCode": "SE", "geoCode": code}
                for code in insats.kommuner
                if code in kommuner()
            ],
            "dataSource": release.url(insats.address),
        }
    )


def _files(release: Release) -> Iterator[File]:
    catalogue = release.catalogue
    grants = [_grant(row, release) for row in _granted(catalogue)]
    if not grants:  # the standard has no empty package
        return
    yield (
        f"{DATA}360giving.json",
        as_json(
            {
                "version": "1.1",
                "title": f"Beviljade insatser, {catalogue.site.name}",
                "issued": catalogue.day.isoformat(),
                "publisher": {"name": catalogue.site.publisher, "website": catalogue.site.url},
                "license": LICENCES[catalogue.site.licence].url,
                "grants": grants,
            }
        ),
    )


EXPORT = Export(
    name="360giving",
    title="360Giving",
    text="Bidrag i den form som 360Giving beskriver: de beslut vars dag och belopp är kända.",
    shown=(f"{DATA}360giving.json",),
    files=_files,
    rank=60,
    possible=_possible,
)
