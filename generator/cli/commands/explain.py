"""`insats explain`: why each part of a record is public or not."""

from __future__ import annotations

import argparse
import sys

from generator.answers.explain.data import as_data
from generator.answers.explain.text import as_text
from generator.cli.interface import Command, Exit, WrongUseError
from generator.cli.options import add_channels, add_format, add_sources, today
from generator.cli.output import as_json, no_answer, print_findings
from generator.cli.wrong_use import known_forbund
from generator.publish.explaining import NoSuchPersonError, NoSuchRecordError, Question, answer


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("record", metavar="POST", help="förbund/namn, filen, sidans adress eller id")
    parser.add_argument(
        "--person", metavar="PERSON", help="nummer i listan, roll, namn, e-post eller telefon"
    )
    add_sources(parser)
    add_channels(parser)
    add_format(parser)


def _run(arguments: argparse.Namespace) -> Exit:
    question = Question(arguments.record, arguments.person, arguments.channel, arguments.date or today())
    try:
        with known_forbund(arguments.config):
            answered = answer(arguments.content, arguments.config, question)
    except NoSuchRecordError as error:
        near = f" Menade du {error.near}?" if error.near else " Skriv förbund/namn eller filens namn."
        raise WrongUseError(f"Det finns ingen sådan post.{near}") from error
    except NoSuchPersonError as error:
        advice = "Skriv personens nummer i listan, roll, hela namn, e-postadress eller telefonnummer."
        raise WrongUseError(f"Ingen person i posten svarar mot det. {advice}") from error
    if answered.explanation is None:
        return no_answer(answered.findings, arguments.format)
    print_findings(answered.findings, "text", sys.stderr)
    if arguments.format == "json":
        print(as_json(as_data(answered.explanation, answered.sentences)))
    else:
        print(as_text(answered.explanation, answered.sentences))
    if answered.findings:
        print("Bygget stoppas av felen. Inget nytt publiceras förrän de är rättade.", file=sys.stderr)
    if answered.elsewhere:
        print(f"{answered.elsewhere} fel i andra filer stoppar bygget: insats check.", file=sys.stderr)
    return Exit.FINDINGS if answered.findings else Exit.FINE


COMMAND = Command("explain", "Förklara varför något syns eller inte syns.", _configure, _run)
