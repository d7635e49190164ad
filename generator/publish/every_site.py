"""The portal and every förbund's own web in one run: what they are made from is read once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.publish.build import Request, Result, build_site, refuse_mixture
from generator.publish.drawing import SILENT, Progress
from generator.publish.leftovers import discard_previews
from generator.publish.preparing import gather
from generator.publish.proof import outdated_slugs
from generator.publish.reading import Configuration
from generator.publish.swap import refuse_strangers
from generator.words.channels import PORTAL, Channel, ChannelKind
from generator.words.findings import Finding, in_order


@dataclass(frozen=True)
class BuiltSite:
    """One site of a run: whose, where, and what came of it."""

    channel: Channel
    out: Path
    result: Result


@dataclass(frozen=True)
class EverySite:
    """The portal first, then the förbund by id; none, and no configuration, when that has errors.

    `findings` are those of all sites, each once. `outdated` names the channels whose sites under `work` were
    made from other inputs: those that failed now, and those of förbund that the configuration has no more.
    """

    sites: tuple[BuiltSite, ...]
    findings: tuple[Finding, ...]
    outdated: tuple[str, ...]
    configuration: Configuration | None = None


class _Named:
    """Tells of each step which site it belongs to."""

    def __init__(self, progress: Progress, channel: Channel) -> None:
        self._progress, self._name = progress, channel.name

    def step(self, name: str, units: int = 0) -> None:
        """The step with the site's name before it."""
        self._progress.step(f"{self._name}: {name}", units)

    def tick(self) -> None:
        """As it is."""
        self._progress.tick()


def build_every_site(
    content: Path,
    config: Path,
    day: date,
    folder: Path,
    work: Path,
    progress: Progress = SILENT,
    *,
    allow_fewer: bool = False,
) -> EverySite:
    """Builds each site into a folder of its own below `folder`; one with an error stands as it stood.

    Raises OutRefusedError, before anything is written, when one of the sites has no place of its own.
    """
    progress.step("Läser och kontrollerar")
    gathered = gather(content, config, day)
    configuration = gathered.sources.inputs.configuration
    if configuration is None:
        return EverySite((), gathered.sources.findings, ())
    requests = [
        Request(content, config, channel, day, folder / channel.slug, work, allow_fewer=allow_fewer)
        for channel in _channels(configuration.forbund)
    ]
    for request in requests:
        refuse_mixture(request)
        refuse_strangers(request.out)
    discard_previews(work)
    sites = tuple(
        BuiltSite(
            request.channel,
            request.out,
            build_site(request, gathered, _Named(progress, request.channel)),
        )
        for request in requests
    )
    findings = in_order(finding for site in sites for finding in site.result.findings)
    return EverySite(sites, findings, outdated_slugs(work, gathered.digest), configuration)


def _channels(forbund: Iterable[str]) -> tuple[Channel, ...]:
    return (PORTAL, *(Channel(ChannelKind.FORBUNDSWEBB, one) for one in sorted(forbund)))
