"""`insats build`: the site, from the editors' records to HTML; with `--all` every site."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from generator.cli.interface import Command, Exit, WrongUseError
from generator.cli.options import add_format, add_site_edition, add_sources, today
from generator.cli.output import as_json, finding_data, print_explained, summary
from generator.cli.progress import progress_bar
from generator.cli.reporting import (
    add_report,
    all_reports,
    handbook_of,
    open_report,
    write_report,
)
from generator.cli.wrong_use import known_forbund
from generator.publish.build import Request, Result, build
from generator.publish.every_site import BuiltSite, EverySite, build_every_site
from generator.publish.swap import OutRefusedError
from generator.words.channels import PORTAL
from generator.words.dates import swedish_date
from generator.words.findings import Severity
from generator.words.handbook import Handbook

WORK = Path("build")
_NOTHING = "Inget har publicerats."


def _configure(parser: argparse.ArgumentParser) -> None:
    add_sources(parser)
    add_site_edition(parser)
    parser.set_defaults(channel=None)  # so that `--all` can tell whether one was named
    parser.add_argument("--all", action="store_true", help="portalen och alla förbunds egna webbar")
    parser.add_argument("--form", action="store_true", help="lägg formuläret under /admin/")
    parser.add_argument("--handbook", action="store_true", help="lägg handboken under /handbok/")
    add_format(parser, *all_reports())
    add_report(parser)
    parser.add_argument(
        "--allow-fewer",
        action="store_true",
        help="publicera också när insatserna har blivit många färre än förra gången",
    )
    parser.add_argument(
        "--out",
        type=Path,
        default=None,
        metavar="MAPP",
        help="dit webbplatsen skrivs; med --all mappen som de läggs i",
    )


def _run(arguments: argparse.Namespace) -> Exit:
    if arguments.all and arguments.channel is not None:
        raise WrongUseError("--all bygger alla webbplatser. Ta bort --channel, eller ta bort --all.")
    for option, given in (("--form", arguments.form), ("--handbook", arguments.handbook)):
        if arguments.all and given:
            raise WrongUseError(f"{option} gäller en webbplats. Ta bort --all, eller ta bort {option}.")
    try:
        return _every_site(arguments) if arguments.all else _one_site(arguments)
    except OutRefusedError as error:
        raise WrongUseError(
            f"Webbplatsen kan inte skrivas i {error}: där finns annat, eller ska annat stå. "
            "Välj en annan mapp med --out."
        ) from error


def _one_site(arguments: argparse.Namespace) -> Exit:
    day, channel = arguments.date or today(), arguments.channel or PORTAL
    out = arguments.out or WORK / "site" / channel.slug
    open_report(arguments, out)
    request = Request(
        arguments.content,
        arguments.config,
        channel,
        day,
        out,
        WORK,
        allow_fewer=arguments.allow_fewer,
        form=arguments.form,
        handbook=arguments.handbook,
    )
    with known_forbund(arguments.config), progress_bar() as progress:
        result = build(request, progress)
    handbook = handbook_of(result.configuration)
    write_report(arguments, result.findings, handbook)
    print_explained(result.findings, arguments.format, sys.stderr, handbook)
    if result.published is None:
        print(f"{summary(result.findings)}. {_NOTHING}", file=sys.stderr)
        return Exit.FINDINGS
    if arguments.format == "text":
        print(_published(result, day, out))
        _tell_outdated(result.outdated)
    return Exit.FINE


def _every_site(arguments: argparse.Namespace) -> Exit:
    day = arguments.date or today()
    folder = arguments.out or WORK / "site"
    open_report(arguments, folder)
    with progress_bar() as progress:
        every = build_every_site(
            arguments.content,
            arguments.config,
            day,
            folder,
            WORK,
            progress,
            allow_fewer=arguments.allow_fewer,
        )
    handbook = handbook_of(every.configuration)
    write_report(arguments, every.findings, handbook)
    failed = [site for site in every.sites if site.result.published is None]
    if arguments.format == "json":
        print(as_json(_as_data(every, handbook)))
    else:
        print_explained(every.findings, arguments.format, sys.stderr, handbook)
    if arguments.format == "text":
        for site in every.sites:
            if site.result.published is not None:
                print(_published(site.result, day, site.out))
        sys.stdout.flush()
        _tell_outdated(slug for slug in every.outdated if slug not in {site.channel.slug for site in failed})
    for site in failed:
        print(f"{site.channel.name}: {summary(site.result.findings)}. {_NOTHING}", file=sys.stderr)
    if not every.sites:
        print(f"{summary(every.findings)}. {_NOTHING}", file=sys.stderr)
    return Exit.FINDINGS if failed or not every.sites else Exit.FINE


def _published(result: Result, day: date, out: Path) -> str:
    count = len(result.published.insatser) if result.published is not None else 0
    return f"{count} {'insats' if count == 1 else 'insatser'} per {swedish_date(day)} i {out}"


def _tell_outdated(slugs: Iterable[str]) -> None:
    for slug in slugs:
        print(f"Byggd av äldre poster: {slug}. Bygg om den.", file=sys.stderr)


def _as_data(every: EverySite, handbook: Handbook) -> dict[str, object]:
    return {
        "anmärkningar": [finding_data(finding, handbook) for finding in every.findings],
        "webbplatser": [_site_data(site) for site in every.sites],
    }


def _site_data(site: BuiltSite) -> dict[str, object]:
    published = site.result.published
    return {
        "kanal": site.channel.name,
        "mapp": str(site.out),
        "publicerad": published is not None,
        "insatser": len(published.insatser) if published is not None else None,
        "fel": sum(finding.severity is Severity.ERROR for finding in site.result.findings),
    }


COMMAND = Command("build", "Bygg webbplatsen.", _configure, _run)
