"""`insats schema`: the record's JSON Schema, for editors' programs."""

from __future__ import annotations

import argparse

from generator.cli.interface import Command, Exit
from generator.cli.output import as_json
from generator.records.schema import record_schema


def _configure(_parser: argparse.ArgumentParser) -> None:
    pass


def _run(_arguments: argparse.Namespace) -> Exit:
    print(as_json(record_schema()))
    return Exit.FINE


COMMAND = Command("schema", "Skriv ut postens JSON Schema.", _configure, _run)
