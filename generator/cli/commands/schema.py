"""`insats schema`: JSON Schemas of what editors write, for their programs."""

from __future__ import annotations

import argparse

from generator.cli.interface import Command, Exit
from generator.cli.options import add_config
from generator.cli.output import no_answer
from generator.publish.reading import read_configuration
from generator.publish.schemas import schema_text, write_schemas
from generator.records.schema import KINDS
from generator.storage.folders import shown


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "kind", nargs="?", choices=KINDS, default="insats", metavar="SLAG", help=f"{', '.join(KINDS)}"
    )
    parser.add_argument(
        "--write", action="store_true", help="skriv dem alla i mappen schema, där redigeraren hittar dem"
    )
    add_config(parser)


def _run(arguments: argparse.Namespace) -> Exit:
    configuration, findings = read_configuration(arguments.config)
    if configuration is None:
        return no_answer(findings, "text")
    if not arguments.write:
        print(schema_text(arguments.kind, configuration), end="")
        return Exit.FINE
    written = write_schemas(arguments.config, configuration)
    for path in written:
        print(f"Skrev {shown(path)}.")
    if not written:
        print("Allt var redan aktuellt.")
    return Exit.FINE


COMMAND = Command("schema", "Skriv ut hjälpen till redigerare: JSON Schema för en post.", _configure, _run)
