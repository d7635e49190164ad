"""`insats schema`: the record's JSON Schema, for editors' programs."""

from __future__ import annotations

import argparse
import json

from generator.cli.interface import Command, Exit
from generator.records.schema import record_schema


def _configure(_parser: argparse.ArgumentParser) -> None:
    pass


def _run(_arguments: argparse.Namespace) -> Exit:
    print(json.dumps(record_schema(), ensure_ascii=False, indent=2))
    return Exit.FINE


COMMAND = Command("schema", "Skriv ut postens JSON Schema.", _configure, _run)
