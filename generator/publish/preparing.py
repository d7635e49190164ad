"""Everything before the first page: read → check → gate, for one site or for all of a run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from generator.checks.beside import Past
from generator.checks.hand_written import check_hand_written
from generator.checks.interface import Subject
from generator.checks.look import check_pictures
from generator.checks.personal import check_mail_links
from generator.pages.menu import IN_THE_FOOT
from generator.publish.elsewhere import configuration_texts
from generator.publish.exporting import judge_data
from generator.publish.hand_written import HandWritten, SitePages, read_hand_written, strange_folders
from generator.publish.history import last_changes
from generator.publish.judging import beside, check, judge
from generator.publish.noes import noes_elsewhere
from generator.publish.past import remembered
from generator.publish.proof import digest
from generator.publish.reading import Configuration, Inputs, read_inputs
from generator.publish.resources import find_resources
from generator.storage.folders import shown
from generator.words.channels import Channel, ChannelKind
from generator.words.findings import Finding, in_order


class UnknownForbundError(Exception):
    """The channel names a förbund that the configuration lacks."""


@dataclass(frozen=True)
class Sources:
    """Everything that the editors wrote, read but not judged: the same for every channel and date.

    `settings` are the raw texts of `site_config/` by file; none when the configuration has errors.
    """

    content: Path
    inputs: Inputs
    hand_written: HandWritten
    settings: Mapping[str, str]
    findings: tuple[Finding, ...]

    @cached_property
    def past(self) -> Past:
        """What git remembers of the records; it is asked once."""
        return remembered(self.content)


@dataclass(frozen=True)
class Gathered:
    """What the sites of a run are made from. `digest` is of the inputs as they were before they were read."""

    digest: str
    sources: Sources
    day: date

    @cached_property
    def changes(self) -> Mapping[str, date]:
        """When each record last changed; git is asked once."""
        return last_changes(self.sources.content)

    @cached_property
    def data(self) -> tuple[Subject, ...] | None:
        """Every record as öppna-data opens it: the same for all sites. None without a configuration."""
        inputs = self.sources.inputs
        if inputs.configuration is None:
            return None
        return judge_data(inputs.records, inputs.configuration, self.day)


@dataclass(frozen=True)
class Prepared:
    """Everything read and judged, and nothing written yet.

    `configuration` and `judged` are None when the configuration has errors.
    """

    configuration: Configuration | None
    judged: tuple[Subject, ...] | None
    hand_written: SitePages
    findings: tuple[Finding, ...]


def read_sources(content: Path, config: Path) -> Sources:
    """Reads everything, with the findings that do not depend on a channel."""
    inputs = read_inputs(content, config)
    hand_written = read_pages(content)
    found = (*inputs.findings, *hand_written.findings)
    if inputs.configuration is None:  # and some of its files may not even be read
        return Sources(content, inputs, hand_written, {}, in_order(found))
    found = (*found, *strange_folders(hand_written, content, inputs.configuration.forbund))
    pictures = check_pictures(inputs.configuration.forbund_files, hand_written.media)
    return Sources(content, inputs, hand_written, configuration_texts(config), in_order((*found, *pictures)))


def gather(content: Path, config: Path, day: date) -> Gathered:
    """Hashes and reads everything that the sites of that date are made from."""
    hashed = digest((content, config))
    return Gathered(hashed, read_sources(content, config), day)


def prepare(content: Path, config: Path, channel: Channel, day: date) -> Prepared:
    """Reads, judges and checks everything. Raises UnknownForbundError for an unknown channel."""
    return judge_sources(read_sources(content, config), channel, day)


def check_all(content: Path, config: Path, channel: Channel, day: date) -> Prepared:
    """As `prepare`, with what concerns other channels too.

    That is each förbund's own pages on its own web, and whoever has said no in one record and is shown in
    another on any channel.
    """
    sources = read_sources(content, config)
    prepared = judge_sources(sources, channel, day)
    found = list(prepared.findings)
    configuration, own = prepared.configuration, sources.hand_written.own
    if configuration is not None:
        found += noes_elsewhere(sources.inputs.records, configuration, day)
        for forbund in sorted(own.keys() & configuration.forbund.keys() - {channel.forbund}):
            site = SitePages(own[forbund], {}, sources.hand_written.on(forbund).files)
            where = Channel(ChannelKind.FORBUNDSWEBB, forbund)
            judged = judge(sources.inputs.records, configuration, where, day)
            found += _check_hand_written(sources, site, {}, judged)
    return replace(prepared, findings=in_order(found))


def judge_sources(sources: Sources, channel: Channel, day: date) -> Prepared:
    """Judges and checks for one channel and date. Raises UnknownForbundError for an unknown channel."""
    configuration, own = sources.inputs.configuration, sources.hand_written.on(channel.forbund)
    if configuration is None:
        return Prepared(None, None, own, sources.findings)
    if channel.forbund is not None and channel.forbund not in configuration.forbund:
        raise UnknownForbundError(channel.forbund)
    judged = judge(sources.inputs.records, configuration, channel, day)
    found = (*sources.findings, *check(judged, beside=beside(configuration, sources.past)))
    found = (*found, *_check_hand_written(sources, own, sources.settings, judged))
    return Prepared(configuration, judged, own, in_order(found))


def _check_hand_written(
    sources: Sources, own: SitePages, settings: Mapping[str, str], judged: tuple[Subject, ...]
) -> Iterator[Finding]:
    """Of pages and files as the editor knows them."""
    pages = {shown(sources.content / own.files[name]): text for name, text in own.pages.items()}
    files = [*pages, *(shown(sources.content / name) for name in own.media)]
    yield from check_hand_written(pages, files, settings, judged)
    yield from check_mail_links(pages)


def read_pages(content: Path) -> HandWritten:
    """The editors' own pages and media, and the standard pages that they have not written themselves."""
    own = read_hand_written(content)
    beside = read_hand_written(find_resources().content).pages  # may be another register's, with more
    standard = {name: text for name, text in beside.items() if name in IN_THE_FOOT}
    return replace(own, pages={**standard, **own.pages})
