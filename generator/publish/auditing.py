"""Audits a finished site against everything that is withheld on its channel and date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.audit.interface import Kind, Known
from generator.audit.rules.okand_epost import emails_in
from generator.audit.rules.okant_telefonnummer import phones_in
from generator.audit.scan import Hit, Report, Stray, scan, site_checks
from generator.checks.interface import Subject
from generator.public.catalogue import Catalogue
from generator.publish.catalogue import make_catalogue
from generator.publish.hand_written import HandWritten
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


def audit_site(
    site: Path,
    subjects: Iterable[Subject],
    configuration: Configuration,
    catalogue: Catalogue,
    hand_written: HandWritten,
) -> Audited:
    """Reads every file of `site`. Findings name files relative to it, and never a withheld value."""
    own = shown_text(catalogue, hand_written)
    common = common_text(configuration, catalogue, find_resources().theme)
    searched = search_list(subjects, (own, common))
    known = Known(
        # What is withheld is told as a hit, not once more as unknown.
        emails=frozenset(address for _, address in emails_in(own)) | _values(searched, Kind.EMAIL),
        phones=frozenset(number for _, number in phones_in(own)) | _values(searched, Kind.PHONE),
        url=catalogue.site.url,
    )
    report = scan(site, searched.needles, known, site_checks(), searched.opened)
    return Audited(in_order((*map(_leak, report.hits), *map(_stray, report.strays))), report, searched)


def audit_folder(
    site: Path,
    subjects: tuple[Subject, ...],
    configuration: Configuration,
    hand_written: HandWritten,
    channel: Channel,
    day: date,
) -> Audited:
    """Audits a site that stands somewhere, whoever made it. Findings name files as the caller would."""
    catalogue = make_catalogue(subjects, configuration, channel, day, {})
    audited = audit_site(site, subjects, configuration, catalogue, hand_written)
    findings = tuple(replace(found, file=shown(site / found.file)) for found in audited.findings)
    return replace(audited, findings=findings)


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
