"""The register as data: judged for the channel öppna-data, and laid beside the pages of a site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.checks.interface import Subject
from generator.exports import all_exports
from generator.exports.interface import Release
from generator.gate.outcome import Opened
from generator.public.catalogue import Catalogue
from generator.publish.catalogue import make_catalogue
from generator.publish.judging import judge
from generator.publish.reading import Configuration
from generator.words.channels import Channel, ChannelKind

OPEN_DATA = Channel(ChannelKind.OPEN_DATA)


@dataclass(frozen=True)
class OpenData:
    """All records as öppna-data opens them, and the catalogue of those that the site shows."""

    subjects: tuple[Subject, ...]
    catalogue: Catalogue


def open_data(
    judged: Iterable[Subject],
    configuration: Configuration,
    channel: Channel,
    day: date,
    changes: Mapping[str, date],
) -> OpenData:
    """`judged` are the site's. Only what both the site's channel and öppna-data open is in the catalogue."""
    on_site = tuple(judged)
    subjects = judge([one.located for one in on_site], configuration, OPEN_DATA, day)
    both = [
        subject
        for subject, site in zip(subjects, on_site, strict=True)
        if isinstance(subject.outcome, Opened) and isinstance(site.outcome, Opened)
    ]
    return OpenData(subjects, make_catalogue(both, configuration, channel, day, changes))


def write_exports(release: Release, site: Path) -> None:
    """Every format's files into the site. Raises FileExistsError when one stands where a page does."""
    for export in all_exports():
        for name, content in export.files(release):
            path = site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                file.write(content)
