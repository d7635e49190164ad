"""`insats diff`: what would become public, change or disappear if the working tree replaced a revision."""

from __future__ import annotations

import argparse
import sys

from generator.answers.difference.data import as_data
from generator.answers.difference.markdown import as_markdown, no_markdown
from generator.answers.difference.text import as_text
from generator.cli.interface import Command, Exit, WrongUseError
from generator.cli.options import add_channels, add_format, add_sources, today
from generator.cli.output import as_json, no_answer, print_findings
from generator.cli.wrong_use import known_forbund
from generator.publish.comparing import compare
from generator.publish.revision import RevisionError
from generator.words.findings import has_errors


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("revision", metavar="VERSION", help="en gren, tagg eller ändring: main, HEAD~1")
    add_sources(parser)
    add_channels(parser)
    add_format(parser, "markdown")


def _run(arguments: argparse.Namespace) -> Exit:
    day = arguments.date or today()
    try:
        with known_forbund(arguments.config):
            compared = compare(
                arguments.content, arguments.config, arguments.revision, arguments.channel, day
            )
    except RevisionError as error:
        raise WrongUseError(str(error)) from error
    if compared.difference is None:
        if arguments.format == "markdown":
            print(no_markdown())
        return no_answer(compared.findings, arguments.format)
    print_findings(compared.findings, "text", sys.stderr)
    if arguments.format == "json":
        print(as_json(as_data(compared.difference)))
    else:
        writer = as_markdown if arguments.format == "markdown" else as_text
        print(writer(compared.difference))
    return Exit.FINDINGS if has_errors(compared.findings) else Exit.FINE


COMMAND = Command("diff", "Visa vad som blir offentligt om ändringarna tas in.", _configure, _run)
