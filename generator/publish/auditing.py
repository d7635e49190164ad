"""Audits a finished site against everything that is withheld on its channel and date."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.audit.interface import Kind, Known
from generator.audit.rules.okand_epost import emails_in
from generator.audit.rules.okant_telefonnummer import phones_in
from generator.audit.scan import Hit, Report, Stray, scan, site_checks
from generator.checks.interface import Subject
from generator.exports.addresses import is_data
from generator.form.page import api_origins
from generator.public.catalogue import Catalogue
from generator.publish.catalogue import make_catalogue
from generator.publish.exporting import OpenData, judge_data, open_data
from generator.publish.form import unchanged_form
from generator.publish.hand_written import SitePages
from generator.publish.handbook import handbook_text
from generator.publish.public_words import common_text, shown_text
from generator.publish.reading import Configuration
from generator.publish.resources import find_resources
from generator.publish.withheld import SearchList, search_list
from generator.storage.folders import shown
from generator.words.channels import Channel
from generator.words.findings import Finding, Position, in_order
from generator.words.numbers import national


@dataclass(frozen=True)
class Audited:
    """What an audit searched for, where, and what it found: no findings, no leak that it could see."""

    findings: tuple[Finding, ...]
    report: Report
    searched: SearchList


def is_page(name: str) -> bool:
    """Whether a file of a site belongs to its pages, and so to the site's channel."""
    return not is_data(name)


def audit_site(
    site: Path,
    subjects: Iterable[Subject],
    configuration: Configuration,
    catalogue: Catalogue,
    hand_written: SitePages,
    among: Callable[[str], bool] = is_page,
    common: str | None = None,
) -> Audited:
    """Reads the pages of `site`, or the files that are `among` those asked for, against one channel's gate.

    Findings name files relative to the site, and never a withheld value. `common` is `common_words` of the
    site, where the caller has it. The form is not read where it is what the settings alone make of it.
    """
    own = shown_text(catalogue, hand_written)
    common = common_words(configuration, catalogue) if common is None else common
    searched = search_list(subjects, (own, common))
    told = f"{own}\n{handbook_text(site)}"
    known = Known(
        # What is withheld is told as a hit, not once more as unknown.
        emails=frozenset(address for _, address in emails_in(told)) | _values(searched, Kind.EMAIL),
        phones=frozenset(number for _, number in phones_in(told)) | _values(searched, Kind.PHONE),
        url=catalogue.site.url,
        servers=frozenset(api_origins(configuration.site.form)),
    )
    made = unchanged_form(configuration, site)
    report = scan(
        site,
        searched.needles,
        known,
        site_checks(),
        searched.opened,
        lambda name: name not in made and among(name),
    )
    return Audited(in_order((*map(_leak, report.hits), *map(_stray, report.strays))), report, searched)


def common_words(configuration: Configuration, catalogue: Catalogue) -> str:
    """What is public without any record: the same for the pages of a site and for its data."""
    return common_text(configuration, catalogue, find_resources().theme)


def audit_folder(
    site: Path,
    subjects: tuple[Subject, ...],
    configuration: Configuration,
    hand_written: SitePages,
    channel: Channel,
    day: date,
) -> Audited:
    """Audits a site that stands somewhere, whoever made it. Findings name files as the caller would.

    Of a site with pages, the files that an export made are held against what öppna-data withholds.
    """
    catalogue = make_catalogue(subjects, configuration, channel, day, {})
    if channel.has_site:
        data = open_data(
            subjects,
            judge_data([one.located for one in subjects], configuration, day),
            configuration,
            channel,
            day,
            {},
        )
        audited = together(*audit_both(site, (subjects, catalogue), data, configuration, hand_written))
    else:
        audited = audit_site(site, subjects, configuration, catalogue, hand_written, lambda _: True)
    findings = tuple(replace(found, file=shown(site / found.file)) for found in audited.findings)
    return replace(audited, findings=findings)


def audit_both(
    site: Path,
    pages: tuple[Iterable[Subject], Catalogue],
    data: OpenData,
    configuration: Configuration,
    hand_written: SitePages,
) -> tuple[Audited, Audited]:
    """The pages of a site against what its channel withholds, and its data against what öppna-data does."""
    subjects, catalogue = pages
    common = common_words(configuration, catalogue)
    return (
        audit_site(site, subjects, configuration, catalogue, hand_written, is_page, common),
        audit_site(site, data.subjects, configuration, data.catalogue, hand_written, is_data, common),
    )


def together(pages: Audited, data: Audited) -> Audited:
    """Both audits of one site as one: the files added up, what was sought is the pages' and the data's."""
    one, other = pages.report, data.report
    report = Report(
        one.files + other.files,
        one.read + other.read,
        one.needles + other.needles,
        (*one.hits, *other.hits),
        (*one.strays, *other.strays),
    )
    return Audited(in_order((*pages.findings, *data.findings)), report, pages.searched)


def _values(searched: SearchList, kind: Kind) -> frozenset[str]:
    values = (needle.value for needle in searched.needles if needle.kind is kind)
    return frozenset(national(value) if kind is Kind.PHONE else value.casefold() for value in values)


def _leak(hit: Hit) -> Finding:
    return Finding(
        hit.file,
        Position(hit.line, 1),
        "granskning",
        f"Den färdiga sidan innehåller en uppgift som inte får synas ({hit.label}).",
        "Ta bort uppgiften ur texten den kom från.",
    )


def _stray(stray: Stray) -> Finding:
    return Finding(stray.file, Position(stray.line, 1), stray.check, stray.message, stray.advice)
