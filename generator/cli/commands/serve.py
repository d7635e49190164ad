"""`insats serve`: a live preview for the editor's own eyes."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.cli.interface import Command, Exit, WrongUseError
from generator.cli.options import add_site_edition, add_sources, port, today
from generator.cli.output import print_explained, summary
from generator.cli.reporting import handbook_of
from generator.cli.wrong_use import known_forbund
from generator.pages.handbok import FOLDER as HANDBOOK
from generator.publish.build import Request, Result
from generator.publish.form import FOLDER
from generator.publish.leftovers import preview_folder
from generator.publish.preview import HOST, Preview, serve
from generator.publish.swap import OutRefusedError
from generator.words.findings import has_errors

WORK = Path("build")


def _configure(parser: argparse.ArgumentParser) -> None:
    add_sources(parser)
    add_site_edition(parser)
    parser.add_argument("--port", type=port, default=8000, metavar="PORT", help="vanligen 8000")


def _run(arguments: argparse.Namespace) -> Exit:
    address = f"http://{HOST}:{arguments.port}/"

    def tell(result: Result) -> None:
        errors = [found for found in result.findings if has_errors([found])]
        print_explained(errors, "text", sys.stderr, handbook_of(result.configuration))
        if result.published is None:
            print(f"{summary(result.findings)}. Sidan visar vad som ska rättas.", file=sys.stderr)
        else:
            if result.findings:
                print(f"{summary(result.findings)}. Varningarna visas av insats check.", file=sys.stderr)
            print(f"Förhandsvisning på {address} (avsluta med Ctrl+C)", file=sys.stderr)
            print(f"Formulär på {address}{FOLDER}/, handbok på {address}{HANDBOOK}/", file=sys.stderr)
            if result.drafts:
                told = "Ett utkast" if len(result.drafts) == 1 else f"{len(result.drafts)} utkast"
                print(f"{told}: knappen överst på varje sida visar eller döljer.", file=sys.stderr)

    request = Request(
        content=arguments.content,
        config=arguments.config,
        channel=arguments.channel,
        day=arguments.date or today(),
        out=preview_folder(WORK, f"{arguments.channel.slug}-{arguments.port}"),
        work=WORK,
    )
    try:
        with known_forbund(arguments.config):
            serve(Preview(request, arguments.port, tell))
    except OutRefusedError as error:
        raise WrongUseError(f"Mappen {error} innehåller något annat än en förhandsvisning.") from error
    except OSError as error:
        if error.filename is not None:  # a file, and no port
            raise
        raise WrongUseError(
            f"Porten {arguments.port} är upptagen. Är förhandsvisningen redan i gång: öppna {address}. "
            "Annars: välj en annan med --port."
        ) from error
    return Exit.FINE


COMMAND = Command("serve", "Förhandsvisa webbplatsen medan du skriver.", _configure, _run)
