"""The build: read → check → gate → pages → engine → search → audit → swap. It reads all, then writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.exports.dictionary import data_pages
from generator.exports.interface import Release
from generator.hosting import HostingError
from generator.pages.handbok import FOLDER as HANDBOOK
from generator.pages.render import TakenError, render
from generator.public.catalogue import Catalogue
from generator.publish.auditing import Audited, audit_both
from generator.publish.catalogue import make_catalogue
from generator.publish.drafts import Draft, drafts_of, with_drafts
from generator.publish.drawing import SILENT, Progress, UnfitError, draw, make_search, places_of
from generator.publish.exporting import open_data, write_exports
from generator.publish.fewer import Count, count, far_fewer, last_count
from generator.publish.form import FOLDER as FORM
from generator.publish.form import write_form
from generator.publish.hand_written import SitePages
from generator.publish.handbook import write_handbook
from generator.publish.hosting import ServerFiles, server_folder, write_host_files, write_server_files
from generator.publish.judging import judge
from generator.publish.leftovers import discard_previews
from generator.publish.look import look
from generator.publish.preparing import Gathered, gather, judge_sources
from generator.publish.proof import Proof, digest, made_of_others, write_proof
from generator.publish.reading import Configuration
from generator.publish.swap import OutRefusedError, alone, staged
from generator.publish.tree import write_tree
from generator.storage.folders import finding, shown
from generator.words.channels import PORTAL, Channel
from generator.words.findings import Finding, Position, has_errors, in_order


@dataclass(frozen=True)
class Request:
    """One build: from which folders, for which channel and date, into which folder.

    The page tree is written under `work`, in a folder for the channel, and the proof too; a preview's tree
    lies beside its site, and it has no proof.
    `allow_fewer` publishes also what has far fewer insatser than the last build.
    With `form` the form lies in the site, also where the settings name no server for it; with `handbook` the
    handbook does. With `drafts` a preview shows drafts as if they were granted.
    """

    content: Path
    config: Path
    channel: Channel
    day: date
    out: Path
    work: Path
    preview: bool = False
    allow_fewer: bool = False
    form: bool = False
    handbook: bool = False
    drafts: bool = False


@dataclass(frozen=True)
class Result:
    """What a run found, and what it published: None when it published nothing.

    `configuration` is None when it has errors. `outdated` names the other channels whose sites under `work`
    were made from other inputs; `drafts` are told to a preview alone.
    """

    findings: tuple[Finding, ...]
    published: Catalogue | None
    configuration: Configuration | None = None
    outdated: tuple[str, ...] = ()
    drafts: tuple[Draft, ...] = ()


def build(request: Request, progress: Progress = SILENT) -> Result:
    """Builds one site. With any error nothing is published and the site that stands is untouched.

    Raises UnknownForbundError, and OutRefusedError when `out` is no site of ours, or would hold or lie
    among what the editors or other parts of the build write.
    """
    refuse_mixture(request)
    if request.preview:
        return _preview(request, progress)
    discard_previews(request.work)
    gathered = _gather(request, progress)
    result = _with_configuration(build_site(request, gathered, progress), gathered)
    if result.published is None:
        return result
    return replace(result, outdated=made_of_others(request.work, gathered.digest, request.channel))


def _gather(request: Request, progress: Progress) -> Gathered:
    progress.step("Läser och kontrollerar")
    return gather(request.content, request.config, request.day)


def _preview(request: Request, progress: Progress) -> Result:
    """The only way to a site with drafts: it is served on the editor's own machine."""
    gathered = _gather(request, progress)
    drafts = drafts_of(gathered, request.channel)
    shown_here = with_drafts(gathered) if request.drafts else gathered
    result = _with_configuration(build_site(request, shown_here, progress), gathered)
    return replace(result, drafts=drafts)


def _with_configuration(result: Result, gathered: Gathered) -> Result:
    return replace(result, configuration=gathered.sources.inputs.configuration)


def build_site(request: Request, gathered: Gathered, progress: Progress = SILENT) -> Result:
    """One site from what was read, as `build`."""
    prepared = judge_sources(gathered.sources, request.channel, request.day)
    if prepared.configuration is None or prepared.judged is None or has_errors(prepared.findings):
        return Result(prepared.findings, None)
    if gathered.data is None:  # which it is when the configuration is
        return Result(prepared.findings, None)
    counted = count(prepared.judged, request.channel)
    if (fewer := _far_fewer(request, gathered, prepared.configuration, counted)) is not None:
        return Result(in_order((*prepared.findings, fewer)), None)
    progress.step("Ser efter vad som ändrats")
    edition = (prepared.configuration, request.channel, request.day, gathered.changes)
    data = open_data(prepared.judged, gathered.data, *edition)
    catalogue = replace(make_catalogue(prepared.judged, *edition), without_data=data.left_out)
    told = in_order((*prepared.findings, *data.findings))
    progress.step("Skriver sidor")
    try:
        pages = render(catalogue, prepared.hand_written.pages, data_pages(catalogue))
    except TakenError as error:
        where = prepared.hand_written.files.get(error.page, "sidor")
        advice = "Byt namn på filen och bygg igen. Inget har publicerats."
        fault = finding(request.content / where, "sida", str(error), advice)
        return Result((*prepared.findings, fault), None)
    tree = _tree(request)
    try:
        with alone(tree), staged(request.out) as staging:
            write_tree({**_encoded(pages), **look(catalogue), **prepared.hand_written.media}, tree)
            progress.step("Bygger webbplatsen", len(pages))
            placed = places_of(prepared.hand_written, request.content)
            draw(catalogue, prepared.hand_written, tree, staging, progress, placed)
            progress.step("Bygger sökningen")
            make_search(catalogue, staging)
            progress.step("Skriver öppna data")
            own = data.own_pages(prepared.hand_written.pages)
            write_exports(Release(data.catalogue, own), staging)
            if _has_form(request, prepared.configuration):
                _refuse_taken(FORM, "formulärets", prepared.hand_written, request.content, staging)
                write_form(prepared.configuration, staging)
            if request.handbook:
                _refuse_taken(HANDBOOK, "handbokens", prepared.hand_written, request.content, staging)
                write_handbook(prepared.configuration, prepared.hand_written, request.channel, staging)
            server = _hosting(staging, catalogue.redirects, request)
            progress.step("Letar efter det som inte får synas")
            shown_pages = (prepared.judged, catalogue)
            audited = audit_both(staging, shown_pages, data, prepared.configuration, prepared.hand_written)
            _refuse_leaks(*audited)
            proof = Proof(
                request.channel, request.day, gathered.digest, digest((staging,)), counted, *audited
            )
            progress.step("Byter webbplats")
    except UnfitError as unfit:
        write_tree({}, tree)  # no other engine shall draw what this one may not publish
        return Result((*told, *unfit.faults), None)
    if not request.preview:
        write_proof(proof, request.work)
        write_server_files(server, server_folder(request.work, request.channel.slug))
    return Result(told, catalogue)


def _tree(request: Request) -> Path:
    """A preview's page tree is removed with it: no engine shall draw drafts for the public."""
    if request.preview:
        return request.out.absolute().with_name(f".{request.out.name}.insats-pages")
    return request.work.absolute() / "pages" / request.channel.slug


def _far_fewer(
    request: Request, gathered: Gathered, configuration: Configuration, now: Count
) -> Finding | None:
    if request.preview or request.allow_fewer:
        return None

    def on(day: date) -> Count:
        records = gathered.sources.inputs.records
        return count(judge(records, configuration, request.channel, day), request.channel)

    last = last_count(request.work, request.channel, request.out)
    return far_fewer(last, configuration.site.least_share, now, on, shown(request.content / "insatser"))


def refuse_mixture(request: Request) -> None:
    """Raises OutRefusedError when the site would lie among, or hold, what is read or written otherwise.

    The proof is internal, the page tree is rewritten, previews are removed, content is read as records.
    """
    out = request.out.absolute().parent.resolve() / request.out.absolute().name
    content, config, work = (folder.resolve() for folder in (request.content, request.config, request.work))
    inner = ("pages", "proof", "hosting") if request.preview else ("pages", "proof", "hosting", "preview")
    among = any(out.is_relative_to(folder) for folder in (content, config, *(work / name for name in inner)))
    if among or any(folder.is_relative_to(out) for folder in (content, config, work)):
        raise OutRefusedError(str(request.out))


def _encoded(pages: Mapping[str, str]) -> dict[str, bytes]:
    return {name: text.encode() for name, text in pages.items()}


def _has_form(request: Request, configuration: Configuration) -> bool:
    """Where it is asked for, and on the portal when it has a server. A preview serves it beside the site."""
    has_server = configuration.site.form is not None
    return request.form or (has_server and request.channel == PORTAL and not request.preview)


def _refuse_taken(folder: str, whose: str, own: SitePages, content: Path, site: Path) -> None:
    """The address of the form or the handbook may be an editor's page already."""
    if (site / folder).exists():
        where = own.files.get(f"{folder}.md", "sidor")
        said = f"Adressen {folder}/ är {whose}. Inget har publicerats."
        raise UnfitError((finding(content / where, "sida", said, "Byt namn på filen och bygg igen."),))


def _hosting(site: Path, redirects: Mapping[str, str], request: Request) -> ServerFiles:
    try:
        return write_host_files(site, redirects, request.channel.slug)
    except HostingError as error:
        said = f"{error.said} Inget har publicerats."
        raise UnfitError((Finding(error.file, Position(1, 1), "vardskap", said, error.advice),)) from error


def _refuse_leaks(pages: Audited, data: Audited) -> None:
    if found := (*pages.findings, *data.findings):
        raise UnfitError(in_order(found))
