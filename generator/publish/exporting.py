"""The register as data: judged for the channel öppna-data, and laid beside the pages of a site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.checks.hand_written import check_hand_written
from generator.checks.interface import Subject
from generator.exports import all_exports
from generator.exports.interface import Release
from generator.gate.outcome import Opened
from generator.public.catalogue import Catalogue
from generator.publish.catalogue import make_catalogue
from generator.publish.judging import check, judge
from generator.publish.reading import Configuration
from generator.storage.located import LocatedRecord
from generator.words.channels import Channel, ChannelKind
from generator.words.findings import Finding, Severity, has_errors

OPEN_DATA = Channel(ChannelKind.OPEN_DATA)


@dataclass(frozen=True)
class OpenData:
    """All records as öppna-data opens them, and the catalogue of those that the site shows.

    `left_out` are the ids of public insatser whose texts name somebody whom the site may show and data may
    not; `findings` warn of them.
    """

    subjects: tuple[Subject, ...]
    catalogue: Catalogue
    left_out: frozenset[str]
    findings: tuple[Finding, ...]

    def own_pages(self, pages: Mapping[str, str]) -> dict[str, str]:
        """Without those that name somebody whom the data may not."""
        naming = {finding.file for finding in check_hand_written(pages, (), {}, self.subjects)}
        return {name: text for name, text in pages.items() if name not in naming}


def judge_data(
    records: Iterable[LocatedRecord], configuration: Configuration, day: date
) -> tuple[Subject, ...]:
    """Every record through the gate, for the channel öppna-data."""
    return judge(records, configuration, OPEN_DATA, day)


def open_data(
    judged: Iterable[Subject],
    data: tuple[Subject, ...],
    configuration: Configuration,
    channel: Channel,
    day: date,
    changes: Mapping[str, date],
) -> OpenData:
    """`judged` are the site's, in the order of `data`. Only what both channels open is in the catalogue."""
    pairs = [
        (subject, subject.outcome, site.outcome)
        for subject, site in zip(data, judged, strict=True)
        if isinstance(subject.outcome, Opened) and isinstance(site.outcome, Opened)
    ]
    # With the same persons in both the checks find what the site's own have found, and its build stopped.
    fewer = [one for one, here, there in pairs if here.insats.persons != there.insats.persons]
    wrong = {finding.file: finding for finding in reversed(check(data, fewer)) if has_errors([finding])}
    left_out = [subject for subject, *_ in pairs if subject.located.file in wrong]
    both = [subject for subject, *_ in pairs if subject.located.file not in wrong]
    return OpenData(
        data,
        make_catalogue(both, configuration, channel, day, changes),
        frozenset(subject.case.record.id for subject in left_out),
        tuple(_left_out(wrong[subject.located.file]) for subject in left_out),
    )


def _left_out(error: Finding) -> Finding:
    return Finding(
        error.file,
        error.position,
        "oppna-data",
        "Här nämns någon som får visas på sidan men inte i öppna data. Insatsen är inte med i filerna.",
        "Skriv om texten, eller fråga personen om samtycke till öppna-data.",
        Severity.WARNING,
    )


def write_exports(release: Release, site: Path) -> None:
    """Every format's files into the site. Raises FileExistsError when one stands where a page does."""
    for export in all_exports():
        for name, content in export.files(release):
            path = site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                file.write(content)
