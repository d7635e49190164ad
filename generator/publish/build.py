"""The build: read → check → gate → pages → engine → search → audit → swap. It reads all, then writes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from generator.checks.hand_written import check_hand_written
from generator.checks.interface import Subject
from generator.engines import all_engines
from generator.engines.interface import Complaint, EngineError, Job
from generator.hosting import HostingError
from generator.pages.render import render
from generator.public.catalogue import Catalogue
from generator.publish.auditing import Audited, audit_site
from generator.publish.catalogue import make_catalogue
from generator.publish.elsewhere import configuration_texts
from generator.publish.hand_written import HandWritten, read_hand_written
from generator.publish.history import last_changes
from generator.publish.hosting import ServerFiles, server_folder, write_host_files, write_server_files
from generator.publish.judging import check, judge
from generator.publish.leftovers import discard_previews
from generator.publish.proof import Proof, digest, made_of_others, write_proof
from generator.publish.reading import Configuration, read_inputs
from generator.publish.resources import find_resources
from generator.publish.swap import OutRefusedError, alone, staged
from generator.publish.tree import write_tree
from generator.search import FOLDER, SearchError, build_search
from generator.storage.folders import shown
from generator.words.channels import Channel
from generator.words.findings import Finding, Position, Severity, has_errors, in_order


class Progress(Protocol):
    """Somebody who is told how far a build has come."""

    def step(self, name: str, units: int = 0) -> None:
        """A new step begins; `units` are the ticks it will take, 0 when it gives none."""

    def tick(self) -> None:
        """One unit of the step is done."""


class Silent:
    """Tells nobody."""

    def step(self, name: str, units: int = 0) -> None:
        """Nothing."""

    def tick(self) -> None:
        """Nothing."""


_SILENT = Silent()


class UnknownForbundError(Exception):
    """The channel names a förbund that the configuration lacks."""


@dataclass(frozen=True)
class Request:
    """One build: from which folders, for which channel and date, into which folder.

    The page tree is written under `work`, in a folder for the channel; and the proof, but for a preview.
    """

    content: Path
    config: Path
    channel: Channel
    day: date
    out: Path
    work: Path
    preview: bool = False


@dataclass(frozen=True)
class Result:
    """What a run found, and what it published: None when it published nothing.

    `outdated` names the other channels whose sites under `work` were made from other inputs.
    """

    findings: tuple[Finding, ...]
    published: Catalogue | None
    outdated: tuple[str, ...] = ()


@dataclass(frozen=True)
class Prepared:
    """Everything read and judged, and nothing written yet.

    `configuration` and `judged` are None when the configuration has errors.
    """

    configuration: Configuration | None
    judged: tuple[Subject, ...] | None
    hand_written: HandWritten
    findings: tuple[Finding, ...]


def prepare(content: Path, config: Path, channel: Channel, day: date) -> Prepared:
    """Reads, judges and checks everything. Raises UnknownForbundError for an unknown channel."""
    inputs = read_inputs(content, config)
    hand_written = _with_standard_pages(read_hand_written(content))
    found = (*inputs.findings, *hand_written.findings)
    configuration = inputs.configuration
    if configuration is None:
        return Prepared(None, None, hand_written, in_order(found))
    if channel.forbund is not None and channel.forbund not in configuration.forbund:
        raise UnknownForbundError(channel.forbund)
    judged = judge(inputs.records, configuration, channel, day)
    found = (*found, *check(judged), *_check_hand_written(content, config, hand_written, judged))
    return Prepared(configuration, judged, hand_written, in_order(found))


def _check_hand_written(
    content: Path, config: Path, own: HandWritten, judged: Iterable[Subject]
) -> Iterable[Finding]:
    pages = {shown(content / "sidor" / name): text for name, text in own.pages.items()}
    media = [shown(content / name) for name in own.media]
    return check_hand_written(pages, [*pages, *media], configuration_texts(config), judged)


def _with_standard_pages(own: HandWritten) -> HandWritten:
    standard = read_hand_written(find_resources().content)
    return replace(own, pages={**standard.pages, **own.pages})


def build(request: Request, progress: Progress = _SILENT) -> Result:
    """Builds one site. With any error nothing is published and the site that stands is untouched.

    Raises UnknownForbundError, and OutRefusedError when `out` is no site of ours, or would hold or lie
    among what the editors or other parts of the build write.
    """
    _refuse_mixture(request)
    tree = request.work.absolute() / "pages" / request.channel.slug
    if not request.preview:
        discard_previews(request.work)
    progress.step("Läser och kontrollerar")
    inputs = digest((request.content, request.config))
    prepared = prepare(request.content, request.config, request.channel, request.day)
    if prepared.configuration is None or prepared.judged is None or has_errors(prepared.findings):
        return Result(prepared.findings, None)
    progress.step("Ser efter vad som ändrats")
    changes = last_changes(request.content)
    catalogue = make_catalogue(prepared.judged, prepared.configuration, request.channel, request.day, changes)
    progress.step("Skriver sidor")
    try:
        pages = render(catalogue, prepared.hand_written.pages)
    except ValueError as error:  # a page written by hand that cannot be read, or two on one address
        return Result((*prepared.findings, _fault(request.content / "sidor", "sida", str(error))), None)
    try:
        with alone(tree), staged(request.out) as staging:
            write_tree({**_encoded(pages), **prepared.hand_written.media}, tree)
            progress.step("Bygger webbplatsen", len(pages))
            _engine(catalogue, tree, staging, progress, _places(prepared.hand_written, request.content))
            progress.step("Bygger sökningen")
            _search(catalogue, staging)
            server = _hosting(staging, {}, request)
            progress.step("Letar efter det som inte får synas")
            audited = _audit(
                audit_site(staging, prepared.judged, prepared.configuration, catalogue, prepared.hand_written)
            )
            proof = Proof(request.channel, request.day, inputs, digest((staging,)), audited)
            progress.step("Byter webbplats")
    except _UnfitError as unfit:
        write_tree({}, tree)  # no other engine shall draw what this one may not publish
        return Result((*prepared.findings, *unfit.faults), None)
    if not request.preview:
        write_proof(proof, request.work)
        write_server_files(server, server_folder(request.work, request.channel.slug))
    return Result(prepared.findings, catalogue, made_of_others(request.work, inputs, request.channel))


def _refuse_mixture(request: Request) -> None:
    """The proof is internal, the page tree is rewritten, previews are removed, content is read as records."""
    out = request.out.absolute().parent.resolve() / request.out.absolute().name
    content, config, work = (folder.resolve() for folder in (request.content, request.config, request.work))
    inner = ("pages", "proof", "hosting") if request.preview else ("pages", "proof", "hosting", "preview")
    among = any(out.is_relative_to(folder) for folder in (content, config, *(work / name for name in inner)))
    if among or any(folder.is_relative_to(out) for folder in (content, config, work)):
        raise OutRefusedError(str(request.out))


def _encoded(pages: Mapping[str, str]) -> dict[str, bytes]:
    return {name: text.encode() for name, text in pages.items()}


class _UnfitError(Exception):
    """Leaves the block of `staged`, so that nothing is swapped in."""

    def __init__(self, faults: tuple[Finding, ...]) -> None:
        self.faults = faults
        super().__init__("not published")


def _places(own: HandWritten, content: Path) -> Callable[[Complaint], Finding]:
    """Complaints about a page that the editors wrote by hand are placed in the editors' file."""

    def placed(complaint: Complaint) -> Finding:
        file, position = shown(content / "sidor"), Position(1, 1)
        text = own.pages.get(complaint.page or "")
        if complaint.page is not None and text is not None:
            file = shown(content / "sidor" / complaint.page)
            before, found, _ = text.partition(complaint.place or "\0")
            if found:
                position = Position(before.count("\n") + 1, len(before) - before.rfind("\n"))
        return Finding(file, position, "motor", complaint.text, complaint.advice)

    return placed


def _engine(
    catalogue: Catalogue,
    tree: Path,
    site: Path,
    progress: Progress,
    placed: Callable[[Complaint], Finding],
) -> None:
    resources = find_resources()
    engine = next(engine for engine in all_engines() if engine.name == "mkdocs")
    job = Job(
        pages=tree,
        site=site,
        theme=resources.theme,
        config=resources.mkdocs,
        name=catalogue.site.name,
        url=catalogue.site.url,
        description=catalogue.site.description,
        day=catalogue.day,
        tick=progress.tick,
    )
    try:
        engine.build(job)
    except EngineError as error:
        raise _UnfitError(tuple(placed(complaint) for complaint in error.complaints)) from error


def _search(catalogue: Catalogue, site: Path) -> None:
    try:
        build_search(site, len(catalogue.insatser))
    except SearchError as error:
        advice = "Kör kommandot igen. Hjälper det inte: ta bort mappen .venv och försök på nytt."
        fault = Finding(FOLDER, Position(1, 1), "sokning", f"{error.said} Inget har publicerats.", advice)
        raise _UnfitError((fault,)) from error


def _hosting(site: Path, redirects: Mapping[str, str], request: Request) -> ServerFiles:
    try:
        return write_host_files(site, redirects, request.channel.slug)
    except HostingError as error:
        said = f"{error.said} Inget har publicerats."
        raise _UnfitError((Finding(error.file, Position(1, 1), "vardskap", said, error.advice),)) from error


def _audit(audited: Audited) -> Audited:
    if audited.findings:
        raise _UnfitError(audited.findings)
    return audited


def _fault(path: Path, rule: str, message: str) -> Finding:
    advice = "Rätta det och bygg igen. Inget har publicerats."
    return Finding(str(path), Position(1, 1), rule, message, advice, Severity.ERROR)
